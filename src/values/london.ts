import { Temporal } from 'temporal-polyfill'

/** A calendar day as people read it in England: `2026-11-22`. */
export type Day = string
/** A half-open stretch of days: `from` is in it, `until` is not; no `until` means it goes on. */
export type Days = { from: Day; until: Day | null }
/** A half-open stretch of time: `from` is in it, `to` is not. */
export type Span = { from: Date; to: Date }

const LONDON = 'Europe/London'
/** A day by itself knows no clock, so it is counted in UTC, where every day has 24 hours. */
const DAY = 86_400_000

/** How far ahead of UTC the London clock is from a moment on, both in milliseconds. */
type Change = { from: number; ahead: number }

const changes = new Map<number, Change[]>()

/**
 * The clock's changes in a year of UTC, the latest first; the last of them is how it stood before. They are asked of
 * Temporal once: to ask it for each moment anew takes a hundred times as long.
 */
function changesIn(year: number): Change[] {
  const known = changes.get(year)
  if (known) return known
  const found: Change[] = []
  const start = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, 0, 1)).toZonedDateTimeISO(LONDON)
  for (let at: Temporal.ZonedDateTime | null = start; at; at = at.getTimeZoneTransition('next')) {
    if (at.epochMilliseconds >= Date.UTC(year + 1, 0, 1)) break
    found.unshift({ from: at.epochMilliseconds, ahead: at.offsetNanoseconds / 1_000_000 })
  }
  changes.set(year, found)
  return found
}

/** How far ahead of UTC the London clock is at a moment, in milliseconds. */
const aheadAt = (moment: number): number =>
  changesIn(new Date(moment).getUTCFullYear()).find(({ from }) => from <= moment)?.ahead ?? 0

/** What the London clock shows at a moment, written as if it were UTC: `2026-11-22T17:00:00.000Z`. */
const shownAt = (moment: Date): string => new Date(moment.getTime() + aheadAt(moment.getTime())).toISOString()

/** The London day a moment falls on. */
export const dayOf = (moment: Date): Day => shownAt(moment).slice(0, 10)

/** The London time of day of a moment, `17:00`. */
export const timeOf = (moment: Date): string => shownAt(moment).slice(11, 16)

/**
 * The moment a London clock shows `time` (`17:00`) on `day`. A time the clock skips in spring is moved on
 * by the hour it skipped; a time it shows twice in autumn is the first of the two.
 */
export function momentAt(day: Day, time: string): Date {
  const clock = written(`${day}T${time}`)
  // A day around a change the clock is as it was before, and as it is after.
  const [before, after] = [aheadAt(clock - DAY), aheadAt(clock + DAY)]
  const early = clock - before
  const late = clock - after
  return new Date(aheadAt(early) !== before && aheadAt(late) === after ? late : early)
}

/** What a clock shows, read as if it were UTC. Throws a `RangeError` for a day or a time that is not there. */
function written(shown: string): number {
  const read = Date.parse(`${shown}Z`)
  // Of 30 February a Date makes 2 March: only what comes out as it went in is taken.
  if (!Number.isNaN(read) && new Date(read).toISOString().startsWith(shown)) return read
  return Date.parse(`${Temporal.PlainDateTime.from(shown).toString({ smallestUnit: 'millisecond' })}Z`)
}

/** The day `count` days after (or, below zero, before) `day`. */
export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10)

/** The same day of the month `count` months on, or the month's last day where it has no such day. */
export const addMonths = (day: Day, count: number): Day =>
  Temporal.PlainDate.from(day).add({ months: count }).toString()

/** Whole days from `from` to `to`; below zero when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY

/** 1 for Monday to 7 for Sunday. */
export const weekday = (day: Day): number => new Date(day).getUTCDay() || 7

/** Completed years of age on `day`. Someone born on 29 February turns a year older on 1 March in other years. */
export const ageOn = (dob: Day, day: Day): number =>
  Number(day.slice(0, 4)) - Number(dob.slice(0, 4)) - (day.slice(4) < dob.slice(4) ? 1 : 0)

/** True where the stretch of days holds `day`. */
export const holds = (days: Days, day: Day): boolean =>
  days.from <= day && (days.until === null || day < days.until)

/** True where two half-open spans share a moment. */
export const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** Every London day a span touches, first and last included. */
export function daysOf(span: Span): Day[] {
  const last = dayOf(new Date(span.to.getTime() - 1))
  const days: Day[] = []
  for (let day = dayOf(span.from); day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
