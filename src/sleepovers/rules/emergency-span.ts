import { addDays, type Day, dayOf, momentAt, type Span, timeOf } from '../../values/london.ts'
import { nightsOf } from '../../values/nights.ts'
import { count } from '../../values/words.ts'

const HOME_AGAIN = '16:00'
const SMALL_HOURS_END = '05:00'
const LONGEST_NIGHTS = 14

/**
 * When an emergency stay ends unless somebody says otherwise: 4pm in London after one night. Before 5am the night is
 * the one that is going on, so it ends the same day.
 */
export function usualEnd(now: Date): { day: Day; time: string } {
  const today = dayOf(now)
  return { day: timeOf(now) < SMALL_HOURS_END ? today : addDays(today, 1), time: HOME_AGAIN }
}

/** From now to the usual end: always one night. */
export function usualSpan(now: Date): Span {
  const { day, time } = usualEnd(now)
  return { from: now, to: momentAt(day, time) }
}

/**
 * From now to the usual end, or to the day and time that was chosen. What is wrong with those comes back as field and
 * sentence.
 */
export function emergencySpan(
  now: Date,
  until: Day | null,
  untilTime: string | null,
): Span | { field: string; message: string } {
  const usual = usualEnd(now)
  const span = { from: now, to: momentAt(until ?? usual.day, untilTime ?? usual.time) }
  if (span.to <= now) return { field: 'until', message: 'The day they go home must be in the future' }
  const nights = nightsOf(span).length
  if (nights === 0) {
    return { field: 'until', message: 'They stay for at least one night. Choose a later day to go home' }
  }
  if (nights > LONGEST_NIGHTS) {
    return {
      field: 'until',
      message: `An emergency is for ${count(LONGEST_NIGHTS, 'night')} at most. Check the day`,
    }
  }
  return span
}

/** The last time the clock in London showed this time of day: what was said at 23:50 is written down at 00:10. */
export function lastTimeItWas(now: Date, time: string): Date {
  const today = momentAt(dayOf(now), time)
  return today <= now ? today : momentAt(addDays(dayOf(now), -1), time)
}
