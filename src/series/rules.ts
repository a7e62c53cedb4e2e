import { addDays, type Day, momentAt, overlap, type Span } from '../values/london.ts'

/** A series as it is asked for: every so many weeks from the first day, through the last day it may begin on. */
export type Pattern = {
  first: Day
  last: Day
  everyWeeks: number
  nights: number
  fromTime: string
  untilTime: string
}

/** What somebody chose for one date. */
export type Choice =
  | { date: Day; do: 'ask' | 'skip' }
  | { date: Day; do: 'move'; to: Day }
  | { date: Day; do: 'elsewhere'; host: string }

/** One date to ask for: which of the series it is, when, and at which home. */
export type Asked = { date: Day; host: string; span: Span }

export type Problem = { field: string; message: string }

const FURTHEST_DAYS = 366

/** The first evenings of the series, the last day included. */
export function datesOf({ first, last, everyWeeks }: Pick<Pattern, 'first' | 'last' | 'everyWeeks'>): Day[] {
  const dates: Day[] = []
  for (let date = first; date <= last; date = addDays(date, 7 * everyWeeks)) dates.push(date)
  return dates
}

/**
 * When a date of the series is, half-open. Both ends are clock times in London, so 5pm stays 5pm whichever side of a
 * clock change it falls on, and a night is 23, 24 or 25 hours long.
 */
export const spanOn = (date: Day, { nights, fromTime, untilTime }: Pattern): Span => ({
  from: momentAt(date, fromTime),
  to: momentAt(addDays(date, nights), untilTime),
})

/** What is wrong with the series itself; nothing when it can be asked about. A year ahead is at most 53 dates. */
export function problemsWith(pattern: Pattern, now: Date): Problem[] {
  const { first, last } = pattern
  if (spanOn(first, pattern).from <= now) {
    return [{ field: 'first', message: 'The first day must be in the future' }]
  }
  if (last < first) return [{ field: 'last', message: 'The last day must not be before the first day' }]
  if (momentAt(last, pattern.fromTime).getTime() - now.getTime() > FURTHEST_DAYS * 86_400_000) {
    return [{ field: 'last', message: 'A series can go at most one year ahead. Choose an earlier last day' }]
  }
  const [one, next] = datesOf(pattern).map((date) => spanOn(date, pattern))
  return one && next && overlap(one, next)
    ? [{ field: 'nights', message: 'Each stay would begin before the last one ends. Choose fewer nights' }]
    : []
}

/** What each date comes to, as it was chosen: asked where nothing else was. A `Problem` for a choice that cannot be. */
export function chosen(
  pattern: Pattern,
  host: string,
  choices: readonly Choice[],
  now: Date,
): { asked: Asked[]; skipped: Asked[] } | Problem {
  const dates = datesOf(pattern)
  const stray = choices.find(({ date }) => !dates.includes(date))
  if (stray) return { field: 'dates', message: 'Choose from the dates of this series' }
  if (new Set(choices.map(({ date }) => date)).size < choices.length) {
    return { field: 'dates', message: 'Choose one thing for each date' }
  }
  const asked: Asked[] = []
  const skipped: Asked[] = []
  for (const date of dates) {
    const choice = choices.find((one) => one.date === date)
    const one = { date, host, span: spanOn(date, pattern) }
    if (choice?.do === 'skip') skipped.push(one)
    else if (choice?.do === 'elsewhere') asked.push({ ...one, host: choice.host })
    else if (choice?.do === 'move') {
      const span = spanOn(choice.to, pattern)
      const ahead = span.from.getTime() - now.getTime()
      if (ahead <= 0 || ahead > FURTHEST_DAYS * 86_400_000) {
        return { field: 'dates', message: 'Move a date to a day from tomorrow to a year ahead' }
      }
      asked.push({ ...one, span })
    } else asked.push(one)
  }
  if (asked.length === 0) return { field: 'dates', message: 'Ask for at least one of the dates' }
  return { asked, skipped }
}
