import type { RulePack } from '../platform/rule-pack.ts'
import { type Day, daysOf } from '../values/london.ts'
import { nightsOf } from '../values/nights.ts'
import type { Finding, StayFacts, Weighed } from './facts.ts'
import { bedFindings } from './rules/beds.ts'
import { checkFindings } from './rules/checks.ts'
import { consentFindings } from './rules/consent.ts'
import { lengthFindings } from './rules/length.ts'
import { limitFindings } from './rules/limit.ts'
import { meetingFindings } from './rules/meeting.ts'
import { needFindings } from './rules/needs.ts'
import { restFindings } from './rules/rest.ts'
import { sharingFindings } from './rules/sharing.ts'
import { siblingFindings } from './rules/siblings.ts'
import { termFindings } from './rules/terms.ts'
import type { Level } from './words.ts'

/** The beds chosen (child to bed) and everything the rules say, worst first. `fits` where nothing stops it. */
export type Weighing = {
  packVersion: string
  beds: Map<string, string>
  findings: Finding[]
  fits: boolean
}

const ORDER: Record<Level, number> = { stop: 0, yes: 1, know: 2 }

/**
 * Holds a stay against every rule of domain.md section 5 that speaks of it, and gives every reason at once. Pure:
 * the same facts and pack give the same answer.
 */
export function weighStay(facts: StayFacts, pack: RulePack): Weighing {
  const weighed = withNights(facts, pack)
  const { beds, findings: aboutBeds } = bedFindings(weighed)
  const findings = [...aboutBeds, ...findingsInBeds(weighed, beds)].sort(
    (a, b) => ORDER[a.level] - ORDER[b.level],
  )
  return { packVersion: pack.version, beds, findings, fits: findings.every(({ level }) => level !== 'stop') }
}

/** The facts with the pack they are held against, and the nights and days of the stay. */
export const withNights = (facts: StayFacts, pack: RulePack): Weighed => ({
  ...facts,
  pack,
  nights: nightsOf(facts.asked.span),
  days: daysOf(facts.asked.span),
})

/** What every rule but the one about beds says of a stay in the beds it has (child to bed). */
export const findingsInBeds = (weighed: Weighed, beds: Map<string, string>): Finding[] => [
  ...meetingFindings(weighed),
  ...limitFindings(weighed),
  ...termFindings(weighed),
  ...lengthFindings(weighed),
  ...consentFindings(weighed),
  ...sharingFindings(weighed, beds),
  ...siblingFindings(weighed),
  ...checkFindings(weighed),
  ...needFindings(weighed),
  ...restFindings(weighed),
]

/** Whether somebody with authority may accept this by voice in an emergency, to be confirmed the next working day (level E). */
export const mayBeAccepted = ({ level, rule }: Finding, pack: RulePack): boolean =>
  level === 'yes' && pack.rules[rule].level.includes('E')

/** A yes that was given to a finding. */
export type GivenYes = { finding: string; expiresOn: Day }

/** What still waits for somebody's yes on `today`: a yes holds through its last day. */
export const stillNeeded = (
  findings: readonly Finding[],
  given: readonly GivenYes[],
  today: Day,
): Finding[] =>
  findings.filter(
    ({ level, key }) =>
      level === 'yes' && !given.some((yes) => yes.finding === key && yes.expiresOn >= today),
  )
