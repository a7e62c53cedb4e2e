import { addDays, type Day, momentAt } from '../values/london.ts'
import { nightsOf } from '../values/nights.ts'
import { clockTime, dayAndTime } from '../values/words.ts'

/** When the children of a stay came and went. `leftAt` is null while they are there; `to` is when they are to go. */
export type Times = { arrivedAt: Date | null; leftAt: Date | null; to: Date }

/** What is wrong with an answer, and how to mend it. */
export type Problem = { field: string; message: string }

const MINUTE = 60_000

/** Nobody writes of a stay that has not begun. Null where it has. */
export const notBegun = ({ arrivedAt }: Pick<Times, 'arrivedAt'>): string | null =>
  arrivedAt ? null : 'Their arrival is not recorded yet. Record that they have arrived, then write this'

/**
 * What is wrong with the moment something is said to have happened at; null where nothing is. It lies in the past,
 * and between the children's coming and going, both minutes included.
 */
export function momentProblem({ arrivedAt, leftAt }: Times, at: Date, now: Date): Problem | null {
  if (at > now)
    return { field: 'at', message: 'That is in the future. Enter when it happened, or the time it is now' }
  if (arrivedAt && at.getTime() < toMinute(arrivedAt))
    return {
      field: 'at',
      message: `That is before they arrived (${dayAndTime(arrivedAt)}). Enter a later time; what happened before that is for their own home to write down`,
    }
  if (leftAt && at > leftAt)
    return {
      field: 'at',
      message: `That is after they left (${dayAndTime(leftAt)}). Enter an earlier time; what happened after that is for where they were then to write down`,
    }
  return null
}

const toMinute = (moment: Date) => Math.floor(moment.getTime() / MINUTE) * MINUTE

/** From when in the evening a night may be written of. Our own choice. */
const EVENING = '18:00'

/** The nights of a stay that can be written of now, the first of them first: begun, and the children there. */
export function nightsToWrite({ arrivedAt, leftAt, to }: Times, now: Date): Day[] {
  if (!arrivedAt) return []
  const stillThere = new Date(Math.max(to.getTime(), now.getTime() + 24 * 60 * MINUTE))
  return nightsOf({ from: arrivedAt, to: leftAt ?? stillThere }).filter(
    (night) => momentAt(night, EVENING) <= now,
  )
}

/** Where a night stands in the log: when it was written, but not later than the morning after. */
export function momentOfNight(night: Day, writtenAt: Date): Date {
  const morning = momentAt(addDays(night, 1), '07:00')
  return writtenAt < morning ? writtenAt : morning
}

const named = (medicine: string) => medicine.toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** True where two names of a medicine are one name, however they are typed. */
export const isSameMedicine = (one: string, other: string): boolean => named(one) === named(other)

/**
 * True where a medicine is on the card of another child of the stay and not on this child's: prescribed medicine is
 * given only to the child it is for (Fostering Services: National Minimum Standards 2011, standard 6).
 */
export const isAnothers = (medicine: string, own: readonly string[], others: readonly string[]): boolean =>
  others.some((name) => isSameMedicine(name, medicine)) && !own.some((name) => isSameMedicine(name, medicine))

/** Two doses of one medicine closer than this are more likely one that was written twice. Our own choice. */
const TOO_CLOSE_MINUTES = 30

type Dose = { medicine: string; at: Date }

/** The dose of the same medicine less than half an hour from this one; null for none. */
export const doseCloseTo = (doses: readonly Dose[], { medicine, at }: Dose): Dose | null =>
  doses.find(
    (dose) =>
      isSameMedicine(dose.medicine, medicine) &&
      Math.abs(dose.at.getTime() - at.getTime()) < TOO_CLOSE_MINUTES * MINUTE,
  ) ?? null

/** What is asked before a second dose so close to another is written. */
export const askAgain = ({ medicine, at }: Dose): string =>
  `${medicine} is already written as given at ${clockTime(at)}. Tick the box if this was a second dose; if not, there is nothing more to do`

/** When an incident that is to be notified is to be notified by: so many hours after it happened, weekends included. */
export const notifyBy = (happened: Date, hours: number): Date =>
  new Date(happened.getTime() + hours * 60 * MINUTE)
