import type { RulePack } from '../platform/rule-pack.ts'
import type { Finding, StayFacts } from '../sleepovers/facts.ts'
import { findingsInBeds, withNights } from '../sleepovers/rules.ts'
import { dayOf } from '../values/london.ts'
import type { Decided } from './decided.ts'

/** What the rules say of a stay in the beds it has. Beds and overlaps (6, 13) are looked at in places.ts. */
export function findingsOf(facts: StayFacts, beds: Record<string, string>, pack: RulePack): Finding[] {
  return findingsInBeds(withNights(facts, pack), new Map(Object.entries(beds))).filter(
    ({ rule }) => rule !== '13',
  )
}

/** What spoke against a decision when it was taken: whatever stops a stay, and whatever had no yes in force. */
export const against = (
  findings: readonly Finding[],
  stay: Pick<Decided, 'yeses' | 'decidedAt'>,
): Finding[] =>
  findings.filter(
    ({ level, key }) =>
      level === 'stop' ||
      (level === 'yes' &&
        !stay.yeses.some(
          ({ finding, givenAt, expiresOn }) =>
            finding === key && new Date(givenAt) <= stay.decidedAt && expiresOn >= dayOf(stay.decidedAt),
        )),
  )

/** Rules that also bind after the decision: the hard ones, and consent, whose withdrawal cancels (10). */
const AFTERWARDS: readonly string[] = ['3', '5', '8', '10', '15', '25']

/**
 * What came to be known afterwards, by the end of the stay, that it could not go ahead with: a consent withdrawn, an
 * order, a home no longer approved. What needs no more than somebody's yes is settled when it is agreed.
 */
export const againstAfterwards = (
  findings: readonly Finding[],
  stay: Pick<Decided, 'yeses' | 'decidedAt'>,
): Finding[] =>
  against(findings, stay).filter(
    ({ rule, level }) => AFTERWARDS.includes(rule) && (level === 'stop' || rule === '10'),
  )

/** A sentence for each rule, without anybody's name. */
export const WHAT: Partial<Record<Finding['rule'], string>> = {
  3: 'The host of a sleepover is not an approved foster home for all of it',
  4: 'A sleepover is outside the host’s terms of approval, without the yes that needs',
  5: 'More foster children sleep in a home than the usual limit, not all brothers and sisters, with no exemption naming each',
  7: 'Children over three share a bedroom on a sleepover without each authority’s agreement',
  8: 'Those who must not meet are together on a sleepover',
  9: 'Brothers and sisters were split for a sleepover without a reason and what each child says',
  10: 'A child is to sleep away without consent for every day of it',
  11: 'A sleepover was agreed with a host’s check or training out of date, without the yes that needs',
  12: 'A sleepover was agreed with an adrenaline pen that runs out before its end, without the yes that needs',
  19: 'A hub has no rest, or is not shared fairly, without the liaison worker’s yes',
  15: 'A sleepover is longer, or more frequent, than a sleepover can be',
  25: 'A child who is not looked after is to sleep away without the agreement of whoever has parental responsibility',
  27: 'A sleepover goes against what a child needs (pets, smoke, company), without the yes that needs',
}
