import { addDays, type Day, type Span, weekday } from '../../values/london.ts'
import { nightsOf } from '../../values/nights.ts'

/** What a home needs where nobody stated it: the product's own default, child-nights a month for each child. */
export const DEFAULT_NIGHTS = 2

/** The weeks of an average month: a year has 365.2425 days. */
const WEEKS_A_MONTH = 365.2425 / 12 / 7

/** A stay of one home, as far as it went; `children` is how many went. */
export type Used = { kind: string; children: number; span: Span }

export type Period = { from: Day; until: Day }

/** So many whole weeks of nights that are over: the last of them is last night. Half-open. */
export const periodOf = (today: Day, weeks: number): Period => ({
  from: addDays(today, -7 * weeks),
  until: today,
})

/** The child-nights a home needs in so many weeks, rounded to whole ones; `stated` a month, null for the default. */
export const needIn = (weeks: number, stated: number | null, children: number): number =>
  Math.round(((stated ?? DEFAULT_NIGHTS * children) * weeks) / WEEKS_A_MONTH)

/** Child-nights slept away within the period, by kind, and child-hours of day care. */
export function usedIn(period: Period, stays: readonly Used[]) {
  const within = (night: Day) => night >= period.from && night < period.until
  const nights = (kind: string) =>
    stays
      .filter((stay) => stay.kind === kind)
      .reduce((sum, { span, children }) => sum + nightsOf(span).filter(within).length * children, 0)
  const hours = stays
    .filter(({ kind }) => kind === 'day_care')
    .reduce(
      (sum, { span, children }) => sum + ((span.to.getTime() - span.from.getTime()) / 3_600_000) * children,
      0,
    )
  return { planned: nights('planned'), emergency: nights('emergency'), dayCareHours: Math.round(hours) }
}

/**
 * Nights in a row with a child staying at a host within the period: the run that goes on through the last night, and
 * the longest. A run that began before the period counts from its first night in it.
 */
export function nightsInRow(
  { from, until }: Period,
  spans: readonly Span[],
): { now: number; longest: number } {
  const taken = new Set(spans.flatMap(nightsOf))
  let run = 0
  let longest = 0
  for (let night = from; night < until; night = addDays(night, 1)) {
    run = taken.has(night) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return { now: run, longest }
}

/** Nights of the home’s own, of the week, on which a child stayed all the same. */
export const onProtected = (
  { from, until }: Period,
  spans: readonly Span[],
  days: readonly number[],
): number =>
  [...new Set(spans.flatMap(nightsOf))].filter(
    (night) => night >= from && night < until && days.includes(weekday(night)),
  ).length
