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

const HOUR = 3_600_000

/** By how much London's clock was ahead in an hour: asking the calendar for each moment on a long page takes a while. */
const ahead = new Map<number, number>()
const HOURS_KEPT = 5000

/** A moment whose UTC reads as London's clock. London has always changed its clock on a whole hour. */
function inLondon(moment: Date): string {
  const hour = Math.floor(moment.getTime() / HOUR)
  let by = ahead.get(hour)
  if (by === undefined) {
    if (ahead.size >= HOURS_KEPT) ahead.clear()
    const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(
      LONDON,
    )
    by = offsetNanoseconds / 1e6
    ahead.set(hour, by)
  }
  return new Date(moment.getTime() + by).toISOString()
}

/** The London day a moment falls on. */
export const dayOf = (moment: Date): Day => inLondon(moment).slice(0, -14)

/** The London time of day of a moment, `17:00`. */
export const timeOf = (moment: Date): string => inLondon(moment).slice(-13, -8)

/**
 * The moment a London clock shows `time` (`17:00`) on `day`. A time the clock skips in spring is moved on
 * by the hour it skipped; a time it shows twice in autumn is the first of the two.
 */
export const momentAt = (day: Day, time: string): Date =>
  new Date(
    Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(LONDON, { disambiguation: 'compatible' })
      .epochMilliseconds,
  )

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
