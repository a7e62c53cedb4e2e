import type { PlanHome, PlanSettings } from './facts.ts'

/** Whether a home may be a hub, and why: every reason against it, or the person's word that settled it. */
export interface Candidate {
  readonly household: string
  readonly may: boolean
  /** In words that follow the home's name; empty where it may and nobody had to say so. */
  readonly because: readonly string[]
}

/** A hub keeps two spare beds for its constellation: docs/words.md, hub; local policy of several services. */
const HUB_BEDS = 2

/**
 * Whether a planned home may be a hub: two spare beds, approved, an adult at home full time, checks in date, it wants
 * Mockingbird or is unsure, and it can be a hub. A person's word adds one all the same, or strikes one; nobody's word
 * adds a home that is not approved. What is not known counts against it. `aside`: why it is not planned at all.
 */
export function candidateOf(
  home: PlanHome,
  aside: readonly string[],
  words: PlanSettings['hubs'],
): Candidate {
  const { household } = home
  const word = words.findLast((one) => one.household === household)
  if (aside.length > 0) return { household, may: false, because: aside }
  if (!home.approved) return { household, may: false, because: ['is not approved', ...reasonsAgainst(home)] }
  if (word) return { household, may: word.may, because: [`${word.may ? 'added' : 'struck'}: ${word.reason}`] }
  const because = reasonsAgainst(home)
  return { household, may: because.length === 0, because }
}

/** Everything that speaks against a home as a hub, in words that follow its name, whatever a person said; its approval aside. */
export function reasonsAgainst(home: PlanHome): string[] {
  const reasons: string[] = []
  const { spareBeds, adultHomeFullTime, lapsed, wantsMockingbird, canBeHub } = home
  if (spareBeds < HUB_BEDS)
    reasons.push(
      spareBeds === 1 ? 'has one spare bed, and a hub keeps two' : 'has no spare bed, and a hub keeps two',
    )
  if (adultHomeFullTime !== true)
    reasons.push(
      adultHomeFullTime === false
        ? 'has no adult at home full time'
        : 'has not said whether an adult is at home full time',
    )
  for (const check of lapsed) reasons.push(`${check} is past its date`)
  if (wantsMockingbird === null) reasons.push('has not said whether it wants Mockingbird')
  if (canBeHub !== true)
    reasons.push(
      canBeHub === false ? 'has said that it cannot be a hub' : 'has not said whether it can be a hub',
    )
  return reasons
}
