import { addDays, addMonths, type Day, type Days, holds, weekday } from '../values/london.ts'
import type { CheckKind } from './kinds.ts'

/** What a check says on a day; `due` is still in date but runs out within eight weeks. */
export type CheckState = 'in_date' | 'due' | 'run_out' | 'missing'

const DUE_SOON_DAYS = 56

/** A check is good up to and on the day it runs out. Nothing recorded is `missing`. */
export function checkState(expiresOn: Day | null, day: Day): CheckState {
  if (expiresOn === null) return 'missing'
  if (expiresOn < day) return 'run_out'
  return expiresOn <= addDays(day, DUE_SOON_DAYS) ? 'due' : 'in_date'
}

/**
 * When the approval must next be reviewed: the day recorded for it, or `months` after approval where no review is
 * recorded; null for a home that is not approved. Fostering Services (England) Regulations 2011, regulation 28:
 * within 12 months of approval, then at most every 12 (`approvalReview.months` of the rule pack).
 */
export function nextReview(approvedFrom: Day | null, reviewDue: Day | null, months: number): Day | null {
  if (approvedFrom === null) return null
  return reviewDue ?? addMonths(approvedFrom, months)
}

export type Closure = Days & { reason: string | null }
export type WeeklyPattern = Days & { openNights: readonly number[] }
export type Openness = { closures: readonly Closure[]; patterns: readonly WeeklyPattern[] }

/** Why a night is shut: nights taken off, or a night of the week the home is never open. */
export type ShutBecause = 'closure' | 'weekly_pattern'

/**
 * Why the home cannot take anyone on a night, or null when it is open. A closure comes before the weekly pattern.
 * Without a pattern every night of the week is open. A night is named by the day its evening is on.
 */
export function shutBecause(night: Day, { closures, patterns }: Openness): ShutBecause | null {
  if (closures.some((closure) => holds(closure, night))) return 'closure'
  const pattern = patterns.find((one) => holds(one, night))
  return pattern && !pattern.openNights.includes(weekday(night)) ? 'weekly_pattern' : null
}

/** The nights from `from` up to but not `until` on which the home is open. */
export const openNights = (from: Day, until: Day, openness: Openness): Day[] =>
  nightsBetween(from, until).filter((night) => shutBecause(night, openness) === null)

/** Every night from `from` up to but not `until`. */
export function nightsBetween(from: Day, until: Day): Day[] {
  const nights: Day[] = []
  for (let night = from; night < until; night = addDays(night, 1)) nights.push(night)
  return nights
}

/** How a night stands at one home: shut, or how many of its beds are free. */
export type NightState = 'free' | 'limited' | 'full' | 'shut'

/** Two or more free beds are `free`, one is `limited`, none is `full`. */
export function nightState(shut: ShutBecause | null, beds: number, taken: number): NightState {
  if (shut) return 'shut'
  const free = beds - taken
  return free > 1 ? 'free' : free === 1 ? 'limited' : 'full'
}

/** What is known of a home that might be a hub; null where it is not known, or not the asker's to see. */
export type HubFacts = {
  beds: number
  adultHomeFullTime: boolean | null
  approved: boolean | null
  checks: Partial<Record<CheckKind, CheckState>> | null
}

export type HubFact = { fact: 'beds' | 'adult_home' | 'approved' | 'checks'; met: boolean | null }

/** The checks whose lapse stops new stays (domain.md invariant 11), and so a home from being a hub. */
export const NEEDED_CHECKS: readonly CheckKind[] = ['dbs', 'medical', 'review', 'allergy_training']

/** What a hub home has (`hub` of the rule pack, local policy of several services), each met, not met or not known. */
export function hubReadiness(
  facts: HubFacts,
  needs: { spareBeds: number; adultHomeFullTime: boolean },
): HubFact[] {
  const { checks } = facts
  const good = (kind: CheckKind) => checks?.[kind] === 'in_date' || checks?.[kind] === 'due'
  return [
    { fact: 'beds', met: facts.beds >= needs.spareBeds },
    { fact: 'adult_home', met: needs.adultHomeFullTime ? facts.adultHomeFullTime : true },
    { fact: 'approved', met: facts.approved },
    { fact: 'checks', met: checks && NEEDED_CHECKS.every(good) },
  ]
}

/** The nights of a stay that fall where the home would be shut: from `from` up to but not `until`, or on for good. */
export const nightsWithin = (nights: readonly Day[], { from, until }: Days): Day[] =>
  nights.filter((night) => holds({ from, until }, night))
