import { Temporal } from 'temporal-polyfill'
import { ageOn, type Day, type Days, dayOf, daysBetween, holds, momentAt } from '../values/london.ts'
import { count } from '../values/words.ts'
import { isLookedAfter } from './legal-status.ts'
import { timesIn } from './times.ts'

/** An allergy on the care card. `penExpires` is the last day the adrenaline pen may be used. */
export type Allergy = { what: string; severity: 'mild' | 'severe'; pen: boolean; penExpires: Day | null }

/** A medicine on the care card. `times` are the carer's own words, `08:00, 20:00`. */
export type Medicine = { name: string; dose: string; times: string; how: string | null; asNeeded: boolean }

/** Somebody to ring about the child. */
export type Contact = { name: string; relation: string; phone: string }

/** How many days before something runs out people are told: time enough to renew it. Our own choice. */
export const SOON = 28

/** One answer about one item, as it was recorded: who may say yes, half-open days. */
export type ConsentFact = Days & {
  decision: 'agreed' | 'refused' | 'ask_each_time'
  /** Withdrawn at the end of its days; from its very first day where `superseded`. */
  withdrawn: boolean
  /** No longer believed. Kept only for what was withdrawn before it began to count. */
  superseded: boolean
}

export type ConsentState =
  | 'agreed'
  | 'runs_out_soon'
  | 'ask_each_time'
  | 'refused'
  | 'withdrawn'
  | 'run_out'
  | 'not_asked'

/**
 * How consent for one item stands on a day, and the fact that says so (null where nobody was asked). The answer
 * that holds on the day decides; where none does, the last to have ended tells whether it ran out or was withdrawn.
 * A refusal that has ended is no longer an answer: nobody was asked since. Authority: Care Planning, Placement and
 * Case Review (England) Regulations 2010, schedule 2 (delegated authority, item by item).
 */
export function consentOn<F extends ConsentFact>(
  facts: readonly F[],
  day: Day,
): { state: ConsentState; fact: F | null } {
  const now = facts.find((fact) => !fact.superseded && holds(fact, day))
  if (now) return { state: stateOf(now, facts, day), fact: now }
  const [last] = facts
    .filter((fact) => endOf(fact) <= day && (!fact.superseded || fact.withdrawn))
    .sort((a, b) =>
      endOf(a) < endOf(b) ? 1 : endOf(a) > endOf(b) ? -1 : Number(b.withdrawn) - Number(a.withdrawn),
    )
  if (!last) return { state: 'not_asked', fact: null }
  if (last.withdrawn) return { state: 'withdrawn', fact: last }
  return last.decision === 'refused' ? { state: 'not_asked', fact: null } : { state: 'run_out', fact: last }
}

/** The day from which an answer no longer held; one that never came to hold ended on its first day. */
const endOf = (fact: ConsentFact): Day => (fact.superseded ? fact.from : (fact.until ?? '9999-12-31'))

function stateOf(fact: ConsentFact, facts: readonly ConsentFact[], day: Day): ConsentState {
  if (fact.decision !== 'agreed') return fact.decision
  const end = endOfYes(fact, facts)
  return end !== null && daysBetween(day, end) <= SOON ? 'runs_out_soon' : 'agreed'
}

/** When a yes ends, with the yeses that follow on without a gap: one renewed in time does not run out. */
function endOfYes(fact: ConsentFact, facts: readonly ConsentFact[]): Day | null {
  const next = facts.find((f) => !f.superseded && f.decision === 'agreed' && f.from === fact.until)
  return next ? endOfYes(next, facts) : fact.until
}

/**
 * True where consent may rest on this basis. For a child who is not looked after (under an SGO, or adopted) only
 * whoever holds parental responsibility may agree (Children Act 1989 sections 3 and 14C; invariant 25).
 */
export const basisFits = (status: string | null, basis: string): boolean =>
  status === null || isLookedAfter(status) || basis === 'parental_responsibility'

/** When a medicine is next due. `unread` is true where its times are words no clock shows. */
export type NextDose = { medicine: Medicine; at: Date | null; unread: boolean }

/**
 * Each regular medicine with its next time after or at `now` (to the minute; London clocks, so a dose at 08:00 is
 * at 08:00 on the day the clocks change), soonest first, then those whose times cannot be read. A medicine whose
 * times can be read only in part has none: half a plan would hide a dose. Medicine given as needed is left out.
 */
export function nextDoses(medication: readonly Medicine[], now: Date): NextDose[] {
  return medication
    .filter((medicine) => !medicine.asNeeded)
    .map((medicine) => {
      const times = timesIn(medicine.times)
      return { medicine, at: times ? nextOf(times, now) : null, unread: times === null }
    })
    .sort((a, b) => (a.at?.getTime() ?? Infinity) - (b.at?.getTime() ?? Infinity) || 0)
}

function nextOf(times: readonly string[], now: Date): Date | null {
  const minute = Math.floor(now.getTime() / 60_000) * 60_000
  const today = dayOf(now)
  const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString()
  const coming = [today, tomorrow]
    .flatMap((day) => times.map((time) => momentAt(day, time)))
    .filter((moment) => moment.getTime() >= minute)
  return coming.reduce<Date | null>((first, moment) => (first && first <= moment ? first : moment), null)
}

export type PenState = 'in_date' | 'runs_out_soon' | 'expired' | 'not_known'

/** Whether an adrenaline pen may be used on a day; it may be on the day it expires, as its label says. */
export function penOn(expires: Day | null, day: Day): PenState {
  if (expires === null) return 'not_known'
  if (expires < day) return 'expired'
  return daysBetween(day, expires) <= SOON ? 'runs_out_soon' : 'in_date'
}

/** Age in words on a day: `9 years`; in months below two years, `14 months`; `not born yet` before birth. */
export function ageInWords(dob: Day, day: Day): string {
  if (day < dob) return 'not born yet'
  const years = ageOn(dob, day)
  if (years >= 2) return count(years, 'year')
  const months = Temporal.PlainDate.from(dob).until(Temporal.PlainDate.from(day), { largestUnit: 'months' })
  return months.months === 0 ? 'under 1 month' : count(months.months, 'month')
}

/** Two ids in the one order pairs are kept in. */
export function pair(one: string, other: string): [string, string] {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  return a < b ? [a, b] : [b, a]
}
