import { dayOf } from '../../values/london.ts'
import { clockTime, dayAndTime } from '../../values/words.ts'

/** `Late since 4pm`, with the day where it was another. */
export const sayLate = (since: Date, now: Date): string =>
  `Late since ${dayOf(since) === dayOf(now) ? clockTime(since) : dayAndTime(since)}`
