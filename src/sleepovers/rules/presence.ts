import { addDays, type Day, momentAt, overlap, type Span } from '../../values/london.ts'

/** The small hours that make a night: midnight to 5am after the evening it is named by, London time. */
const smallHours = (night: Day): Span => {
  const morning = addDays(night, 1)
  return { from: momentAt(morning, '00:00'), to: momentAt(morning, '05:00') }
}

/** Whether somebody with these stretches of presence sleeps there that night. */
export function presentOn(present: readonly Span[], night: Day): boolean {
  const hours = smallHours(night)
  return present.some((span) => overlap(span, hours))
}
