import { addDays, type Day, dayOf, type Span, timeOf } from './london.ts'

const SMALL_HOURS_END = '05:00'

/**
 * The nights a span covers, each named by the evening it starts on: Friday 17:00 to Sunday 16:00 is Friday
 * and Saturday. A night counts when the child is there for any of its small hours (midnight to 5am, London),
 * so a day visit has none, a child taken in at 02:07 on Saturday sleeps there on Friday night, and a night is
 * one night whether the clocks make it 23, 24 or 25 hours long.
 */
export function nightsOf(span: Span): Day[] {
  const startDay = dayOf(span.from)
  const first = timeOf(span.from) < SMALL_HOURS_END ? addDays(startDay, -1) : startDay
  const last = dayOf(new Date(span.to.getTime() - 1))
  const nights: Day[] = []
  for (let night = first; night < last; night = addDays(night, 1)) nights.push(night)
  return nights
}
