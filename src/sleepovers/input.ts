import { z } from 'zod'
import { day, id, ids, oneOf, optionalText, time } from '../platform/fields.ts'
import { momentAt, type Span } from '../values/london.ts'
import { nightsOf } from '../values/nights.ts'
import { REASON_CODES } from './words.ts'

/** What a request says of who, where, when and why: the same for asking and for checking before. Times are London's. */
export const stayInput = z.object({
  children: ids('which children'),
  host: id('the home they would sleep at').describe('The household that hosts'),
  from: day('the day they go'),
  fromTime: time('the time they go'),
  until: day('the day they come back'),
  untilTime: time('the time they come back'),
  why: oneOf(REASON_CODES, 'Choose why you ask'),
  splitReason: optionalText(1000).describe('Why brothers or sisters at home are not asked for'),
  views: z
    .record(z.string(), z.string().trim().max(1000, { error: 'Use 1000 characters or fewer' }))
    .default({})
    .transform((views) => Object.fromEntries(Object.entries(views).filter(([, view]) => view !== '')))
    .describe('What each child says about it, by the child’s id'),
})

/** The days and times alone, checked in themselves. */
export const when = stayInput.pick({ from: true, fromTime: true, until: true, untilTime: true })

const LONGEST_DAYS = 60
const FURTHEST_DAYS = 366

/** The span asked for. What is wrong with it comes back as field and sentence. */
export function spanOf(input: z.output<typeof when>, now: Date): Span | { field: string; message: string } {
  const span = { from: momentAt(input.from, input.fromTime), to: momentAt(input.until, input.untilTime) }
  if (span.to <= span.from) {
    return { field: 'until', message: 'The day they come back must be after the day they go' }
  }
  if (span.to.getTime() - span.from.getTime() > LONGEST_DAYS * 86_400_000) {
    return {
      field: 'until',
      message: `A sleepover cannot be longer than ${LONGEST_DAYS} days. Check the year`,
    }
  }
  if (nightsOf(span).length === 0) {
    return { field: 'until', message: 'A sleepover has at least one night. Choose a later day to come back' }
  }
  if (span.from <= now) return { field: 'from', message: 'The day they go must be in the future' }
  if (span.from.getTime() - now.getTime() > FURTHEST_DAYS * 86_400_000) {
    return { field: 'from', message: 'Ask at most one year ahead. Check the year' }
  }
  return span
}

/** What a request for day care says: one London day, by the hour. */
export const dayCareInput = stayInput.omit({ from: true, until: true }).extend({
  on: day('the day they go'),
  host: id('the home they would go to').describe('The household that hosts'),
})

const NIGHT_ENDS = '05:00'

/** The hours asked for: after the small hours and before midnight of one day. What is wrong comes back as field and sentence. */
export function daySpanOf(
  { on, fromTime, untilTime }: Pick<z.output<typeof dayCareInput>, 'on' | 'fromTime' | 'untilTime'>,
  now: Date,
): Span | { field: string; message: string } {
  if (fromTime < NIGHT_ENDS) {
    return {
      field: 'fromTime',
      message:
        'Before 5am is still night, which makes it a sleepover. Choose a later time, or ask for a sleepover',
    }
  }
  if (untilTime < NIGHT_ENDS) {
    return {
      field: 'untilTime',
      message:
        'Midnight and after is a night, which makes it a sleepover. Choose an earlier time, or ask for a sleepover',
    }
  }
  if (untilTime <= fromTime) {
    return { field: 'untilTime', message: 'The time they come back must be after the time they go' }
  }
  const span = { from: momentAt(on, fromTime), to: momentAt(on, untilTime) }
  if (span.from <= now) return { field: 'on', message: 'The day they go must be in the future' }
  if (span.from.getTime() - now.getTime() > FURTHEST_DAYS * 86_400_000) {
    return { field: 'on', message: 'Ask at most one year ahead. Check the year' }
  }
  return span
}
