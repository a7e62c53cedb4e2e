import type { When } from '../../seeds/shape.ts'
import { addDays, type Day, momentAt, weekday } from '../values/london.ts'

/** The day the county's records were first written, unless they are of something later. */
export const FIRST_DAY = -130

/** Since when the staff hold their roles. */
export const ROLES_FROM = -1500

/** The first Friday after a day: never that day itself, so that the weekend told of is still to come. */
export const fridayAfter = (day: Day): Day => addDays(day, 7 - ((weekday(day) + 2) % 7))

/** The day meant by an offset from the anchor day, or told from the Friday after it. */
export const dayMeant = (anchor: Day, when: When): Day =>
  typeof when === 'number'
    ? addDays(anchor, when)
    : addDays(fridayAfter(anchor), when.friday * 7 + (when.plus ?? 0))

/** Something somebody did, and when. */
export type Step = { at: Date; does: () => Promise<unknown> }

/** In the order it happened; what is of one moment in the order it was told. */
export const inOrder = (steps: readonly Step[]): Step[] =>
  steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())

/** Throws where something is told that has not happened by the anchor day. */
export function allPast(steps: readonly Step[], anchor: Day): void {
  const today = momentAt(anchor, '00:00')
  const early = steps.find(({ at }) => at >= today)
  if (early) throw new Error(`The county tells of ${early.at.toISOString()}, and ${anchor} is not over`)
}
