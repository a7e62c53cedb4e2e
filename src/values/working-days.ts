import { addDays, type Day, dayOf, momentAt, timeOf, weekday } from './london.ts'

const SMALL_HOURS_END = '05:00'

/**
 * The next working morning, at `time` in London: when what was done in a hurry is looked at again. Monday to Friday;
 * bank holidays count as working days: that errs towards looking sooner. Before 5am it is still the day before, as
 * nights are named: what happens at 02:07 on Tuesday is looked at that Tuesday morning.
 */
export function nextWorkingMorning(now: Date, time: string): Date {
  const today = dayOf(now)
  let next: Day = timeOf(now) < SMALL_HOURS_END ? today : addDays(today, 1)
  while (weekday(next) > 5) next = addDays(next, 1)
  return momentAt(next, time)
}
