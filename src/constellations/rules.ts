import type { Role } from '../platform/actor.ts'
import type { RuleNumber, RulePack } from '../platform/rule-pack.ts'
import { count } from '../values/words.ts'

export type Part = 'hub' | 'satellite' | 'guest'

/** `stop` nobody overrides here, `yes` needs a named role's yes with a reason, `know` is good to know. */
export type Level = 'stop' | 'yes' | 'know'

/** What a rule says of a constellation. All are given at once, worst first. */
export type Finding = {
  /** Names the finding for a machine: `too-few-satellites`. */
  code: string
  /** The invariant's number in domain.md; null where the model alone asks for it. */
  rule: RuleNumber | null
  level: Level
  says: string
  source: string
  overriddenBy: readonly Role[]
}

/** What the rules need to know of one home. */
export type HomeFacts = {
  /** Null where the actor may not know it. */
  name: string | null
  /** Foster homes and kinship foster homes are approved; guardians and adopters need no approval. */
  needsApproval: boolean
  approved: boolean
  spareBeds: number
  adultHomeFullTime: boolean | null
}

export type ConstellationFacts = {
  hub: HomeFacts | null
  satellites: readonly HomeFacts[]
  liaison: boolean
  lookedAfterChildren: number
  /** The most satellites a programme lead has said yes to, where they have. */
  agreedSatellites: number | null
}

const worstFirst: Record<Level, number> = { stop: 0, yes: 1, know: 2 }

const sorted = (findings: readonly (Finding | null)[]): Finding[] =>
  findings.filter((finding) => finding !== null).toSorted((a, b) => worstFirst[a.level] - worstFirst[b.level])

const nobody: readonly Role[] = []

/**
 * Whether a constellation may launch (domain.md invariants 1 and 2): one hub home, a liaison worker, and 6 to 10
 * satellites, unless a programme lead says yes to another number, which is kept as a fidelity variance.
 */
export function launchCheck(facts: ConstellationFacts, pack: RulePack): Finding[] {
  return sorted([
    noHub(facts, pack),
    noLiaison(facts, pack),
    satelliteCount(facts, pack, 'yes'),
    ...preparedness(facts, pack),
  ])
}

/** How an active constellation stands: the same rules, but what has already happened is said, never stopped. */
export function standing(facts: ConstellationFacts, pack: RulePack): Finding[] {
  return sorted([
    noHub(facts, pack),
    noLiaison(facts, pack),
    satelliteCount(facts, pack, facts.satellites.length < pack.satellites.least ? 'know' : 'yes'),
    ...preparedness(facts, pack),
  ])
}

/** Whether the number of satellites is within the model's, or within what was agreed for this constellation. */
export const withinNumber = (satellites: number, agreed: number | null, pack: RulePack): boolean =>
  satellites <= Math.max(pack.satellites.most, agreed ?? 0)

function noHub({ hub }: ConstellationFacts, pack: RulePack): Finding | null {
  if (hub) return null
  const says = 'There is no hub home. Invite one, and wait for its yes.'
  return { code: 'no-hub', rule: '1', level: 'stop', says, source: pack.hub.source, overriddenBy: nobody }
}

function noLiaison({ liaison }: ConstellationFacts, { satellites }: RulePack): Finding | null {
  if (liaison) return null
  const says = 'There is no liaison worker. Name one.'
  const { source } = satellites
  return { code: 'no-liaison-worker', rule: null, level: 'stop', says, source, overriddenBy: nobody }
}

function satelliteCount(facts: ConstellationFacts, pack: RulePack, level: Level): Finding | null {
  const { least, most, source } = pack.satellites
  const has = facts.satellites.length
  const overriddenBy = pack.rules['2'].overriddenBy
  const it = `There ${has === 1 ? 'is' : 'are'} ${count(has, 'satellite')}`
  if (has < least) {
    const says = `${it}; the model asks for ${least} to ${most}. Invite ${least - has} more.`
    return { code: 'too-few-satellites', rule: '2', level, says, source, overriddenBy }
  }
  if (withinNumber(has, facts.agreedSatellites, pack)) return null
  const says = `${it}; the model asks for ${most} at most.`
  return { code: 'too-many-satellites', rule: '2', level: 'yes', says, source, overriddenBy }
}

function preparedness(facts: ConstellationFacts, pack: RulePack): (Finding | null)[] {
  const { hub, satellites } = facts
  return [
    ...(hub ? [notApproved(hub, 'hub', pack), ...hubHome(hub, pack)] : []),
    ...satellites.map((home) => notApproved(home, 'satellite', pack)),
    mixture(facts, pack),
  ]
}

function notApproved(home: HomeFacts, part: Part, pack: RulePack): Finding | null {
  if (!home.needsApproval || home.approved) return null
  const who = home.name ?? (part === 'hub' ? 'The hub home' : 'One home')
  const says = `${who} is not approved. No child can stay there until it is.`
  return know('not-approved', '3', says, pack.approvalReview.source)
}

function hubHome(home: HomeFacts, { hub }: RulePack): (Finding | null)[] {
  const beds = `The hub home has ${count(home.spareBeds, 'spare bed')}; a hub keeps ${hub.spareBeds}.`
  const adult =
    home.adultHomeFullTime === false
      ? 'Nobody is at home full time; in a hub home one adult is.'
      : 'It is not known whether an adult is at home full time; in a hub home one is.'
  return [
    home.spareBeds < hub.spareBeds ? know('hub-beds', null, beds, hub.source) : null,
    home.adultHomeFullTime ? null : know('hub-adult', null, adult, hub.source),
  ]
}

function mixture({ lookedAfterChildren: children }: ConstellationFacts, pack: RulePack): Finding | null {
  const { least, most, source } = pack.childrenMixture
  if (children >= least && children <= most) return null
  const live =
    children === 1 ? '1 looked-after child lives' : `${children || 'No'} looked-after children live`
  const says = `${live} in these homes; some services plan for ${least} to ${most}.`
  return know('children-number', null, says, source)
}

/** A warning: nothing is stopped, and nobody's yes is needed. */
const know = (code: string, rule: RuleNumber | null, says: string, source: string): Finding => ({
  code,
  rule,
  level: 'know',
  says,
  source,
  overriddenBy: nobody,
})

/** What the rules need to know when a home is asked to join, and again when it says yes. */
export type JoinFacts = {
  part: Part
  home: HomeFacts & { wantsMockingbird: string | null }
  /** In another constellation, or going to be; the other's name only where the actor may know it. */
  elsewhere: { name: string | null } | null
  /** The part it plays here already. */
  here: Part | null
  /** Another home is the hub and no day is set for it to stop. */
  hubStays: boolean
  /** Satellites here without this home, those invited included. */
  otherSatellites: number
  stage: 'forming' | 'active' | 'closed'
  agreedSatellites: number | null
  /** Homes here that it is to be kept apart from. */
  keptApart: 'ordered' | 'advised' | null
  /** Pairs of a child here and a child there who must not meet. */
  mustNotMeet: number
}

/**
 * Whether a home may join in a part: at most one constellation and one hub (invariant 1), never above 10 satellites
 * once launched unless a programme lead says yes (2), never with a home it is kept apart from by order (8).
 */
export function joinCheck(facts: JoinFacts, pack: RulePack): Finding[] {
  const { part, home } = facts
  return sorted([
    ...onePlace(facts, pack),
    ...apart(facts),
    part === 'satellite' ? oneMore(facts, pack) : null,
    notApproved({ ...home, name: 'This home' }, part, pack),
    ...(part === 'hub' ? hubHome(home, pack) : []),
    home.wantsMockingbird === 'no'
      ? know('not-wanted', null, 'This home has said that it does not want to join.', pack.satellites.source)
      : null,
  ])
}

function onePlace({ part, elsewhere, here, hubStays, stage }: JoinFacts, pack: RulePack): (Finding | null)[] {
  const stop = (code: string, says: string): Finding => {
    const { source } = pack.satellites
    return { code, rule: '1', level: 'stop', says, source, overriddenBy: nobody }
  }
  const where = elsewhere?.name
    ? `already in the constellation ${elsewhere.name}`
    : 'already in another constellation'
  return [
    stage === 'closed' ? stop('closed', 'This constellation is closed. Choose another.') : null,
    elsewhere ? stop('elsewhere', `This home is ${where}. It has to leave that one first.`) : null,
    here === part ? stop('here-already', `This home is already ${partWords[part]} here.`) : null,
    here === 'hub' && part !== 'hub'
      ? stop('is-hub', 'This home is the hub here. Another home has to become the hub first.')
      : null,
    part === 'hub' && hubStays && here !== 'hub'
      ? stop(
          'hub-taken',
          'There is already a hub home. It has to leave, or set a day to, before another can be invited.',
        )
      : null,
  ]
}

const partWords: Record<Part, string> = { hub: 'the hub', satellite: 'a satellite', guest: 'a guest' }

function apart({ keptApart, mustNotMeet }: JoinFacts): (Finding | null)[] {
  const source = 'The orders and advice on record'
  const overriddenBy = nobody
  const ordered = 'This home is to be kept apart from a home that is already here, by order.'
  const advised =
    'It is advised that this home is kept apart from a home that is already here. Talk to both their supervising social workers first.'
  const children = `${count(mustNotMeet, 'child', 'children')} of this home must not meet a child of a home that is already here. Stays and events will keep them apart.`
  return [
    keptApart === 'ordered'
      ? { code: 'kept-apart', rule: '8', level: 'stop', says: ordered, source, overriddenBy }
      : null,
    keptApart === 'advised' ? know('advised-apart', '8', advised, source) : null,
    mustNotMeet > 0 ? know('must-not-meet', '8', children, source) : null,
  ]
}

function oneMore({ otherSatellites, agreedSatellites, stage }: JoinFacts, pack: RulePack): Finding | null {
  const will = otherSatellites + 1
  if (withinNumber(will, agreedSatellites, pack)) return null
  const { most, source } = pack.satellites
  const overriddenBy = pack.rules['2'].overriddenBy
  const says = `With this home there would be ${will} satellites; the model asks for ${most} at most.`
  // Before the launch nothing is broken yet: the launch check asks for the yes.
  if (stage === 'forming') return know('too-many-satellites', '2', says, source)
  return { code: 'too-many-satellites', rule: '2', level: 'yes', says, source, overriddenBy }
}
