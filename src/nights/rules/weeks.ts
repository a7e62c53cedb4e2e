import { addDays, type Day, type Days, daysBetween, holds, type Span, weekday } from '../../values/london.ts'
import { nightsOf } from '../../values/nights.ts'

export const WEEKS = 12
export const NIGHTS = 7 * WEEKS

/** `asked`: waits for an answer and keeps its bed. `agreed`. `there`: there now. `over`. */
export type BarState = 'asked' | 'agreed' | 'there' | 'over'

/** A child in a bed, as stored. */
export type Held = { bed: string; status: string; span: Span }

/** A child in a bed among the nights of the picture: from the night `first` up to but not `end`, counted from 0. */
export type Bar<H extends Held> = H & { state: BarState; first: number; end: number }

/** What a night is besides its stays. */
export type NightKind = 'open' | 'closed' | 'not_open' | 'protected'

export type HomeNights = {
  closures: readonly Days[]
  weekly: readonly { openNights: readonly number[]; during: Days }[]
  rest: readonly { protectedDays: readonly number[]; during: Days }[]
}

/** The Monday of the week a day is in: weeks begin there, so that weekends stand together. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day))

/** The nights of twelve weeks from a day. */
export const nightsFrom = (first: Day): Day[] =>
  Array.from({ length: NIGHTS }, (_, index) => addDays(first, index))

const STATES: Record<string, BarState> = {
  requested: 'asked',
  accepted: 'agreed',
  arrived: 'there',
  returned: 'over',
  continued: 'over',
  converted: 'over',
}

/** The stays as bars of whole nights, cut to the twelve weeks; a stay that keeps no bed, or has no night here, has none. */
export function barsOf<H extends Held>(first: Day, held: readonly H[]): Bar<H>[] {
  return held.flatMap((one) => {
    const state = STATES[one.status]
    const nights = nightsOf(one.span)
      .map((night) => daysBetween(first, night))
      .filter((at) => at >= 0 && at < NIGHTS)
    const [from] = nights
    const last = nights.at(-1)
    if (!state || from === undefined || last === undefined) return []
    return [{ ...one, state, first: from, end: last + 1 }]
  })
}

/** What each night is: nights off come before nights of the week, and those before protected days. */
export const kindsOf = (first: Day, home: HomeNights): NightKind[] =>
  nightsFrom(first).map((night) => {
    if (home.closures.some((closure) => holds(closure, night))) return 'closed'
    const pattern = home.weekly.find(({ during }) => holds(during, night))
    if (pattern && !pattern.openNights.includes(weekday(night))) return 'not_open'
    const settled = home.rest.find(({ during }) => holds(during, night))
    return settled?.protectedDays.includes(weekday(night)) ? 'protected' : 'open'
  })

export type Run = { kind: NightKind; first: number; end: number }

/** Nights of one kind that follow each other, the open ones left out. */
export function runsOf(kinds: readonly NightKind[]): Run[] {
  const runs: Run[] = []
  for (const [at, kind] of kinds.entries()) {
    const last = runs.at(-1)
    if (last && last.kind === kind && last.end === at) last.end = at + 1
    else runs.push({ kind, first: at, end: at + 1 })
  }
  return runs.filter(({ kind }) => kind !== 'open')
}

/** Where each month begins among the nights; the first night counts as a beginning. */
export const monthsOf = (first: Day): { at: number; end: number; month: string }[] => {
  const nights = nightsFrom(first)
  const starts = nights.flatMap((night, at) => (at === 0 || night.endsWith('-01') ? [at] : []))
  return starts.map((at, index) => ({
    at,
    end: starts[index + 1] ?? NIGHTS,
    month: (nights[at] ?? first).slice(0, 7),
  }))
}
