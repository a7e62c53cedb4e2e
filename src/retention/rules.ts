import type { RulePack } from '../platform/rule-pack.ts'
import type { Day } from '../values/london.ts'
import type { RetentionClass } from './words.ts'

/** How long a class is kept, in words, and where that is written. */
export type Kept = { says: string; source: string }

/** How long records of each class are kept under a pack (invariant 22). Nothing is deleted before. */
export function keptFor({ retention }: Pick<RulePack, 'retention'>): Record<RetentionClass, Kept[]> {
  const { childUntilBirthday, childYearsAfterDeath, carerYearsAfterApproval, applicantYearsAfterEnd } =
    retention
  const child = [
    { says: `To the child’s ${childUntilBirthday.years}th birthday`, source: childUntilBirthday.source },
    {
      says: `For a child who died before 18: ${childYearsAfterDeath.years} years after`,
      source: childYearsAfterDeath.source,
    },
  ]
  const carer = [
    {
      says: `At least ${carerYearsAfterApproval.years} years after approval ends`,
      source: carerYearsAfterApproval.source,
    },
    {
      says: `For somebody who was not approved: at least ${applicantYearsAfterEnd.years} years after`,
      source: applicantYearsAfterEnd.source,
    },
  ]
  const longest = {
    says: 'As long as the longest of the records it belongs to',
    source: 'Chosen here: who decided and answered is part of every record',
  }
  const passing = {
    says: 'Until its use is over: a sign-in, a code, a file being read in',
    source: 'Chosen here: UK GDPR, article 5(1)(e), kept no longer than needed',
  }
  return { child, carer, service: [longest], passing: [passing] }
}

type Problem = { field: string; message: string }

/** What is wrong with the day a hold is to count from; null where nothing is. */
export const holdProblem = (from: Day, today: Day): Problem | null =>
  from > today ? { field: 'from', message: 'A hold counts at once. Choose today or an earlier day' } : null

/** What is wrong with the day a hold is lifted on; null where nothing is. It held for one day at least. */
export function liftProblem(heldFrom: Day, from: Day, today: Day): Problem | null {
  if (from > today)
    return {
      field: 'from',
      message: 'Lift it on the day it is no longer needed. Choose today or an earlier day',
    }
  if (from <= heldFrom)
    return { field: 'from', message: 'It was placed on that day or later. Choose a day after it was placed' }
  return null
}
