import { ageOn, holds } from '../../values/london.ts'
import type { ChildFacts, Finding, Weighed } from '../facts.ts'
import { othersThere } from './presence.ts'

/** Someone who would share a bedroom; no name for a child who was not asked for. */
type Sharer = Pick<ChildFacts, 'id' | 'dob' | 'sharing' | 'responsibleAuthority'> &
  ({ name: string } | { name: null; alias: string })

/** Tells sharers apart. The key of a finding is read by who asks, so a child who is there is not in it by id. */
const keyOf = (sharer: Sharer) => (sharer.name === null ? `there-${sharer.alias}` : sharer.id)

/** The authority of `of` has not agreed that they share a bedroom with `beside`. */
type MissingAgreement = { of: Sharer; beside: Sharer }

/**
 * What is not on record for `child` to sleep in `room` with `together`, who are asked for too, and with whoever is
 * there already. It goes both ways: of each two, the authority of whoever is over three must have agreed for every
 * day of the stay. Whoever turns three during the stay counts as over three.
 */
export function missingAgreements(
  weighed: Pick<Weighed, 'host' | 'children' | 'asked' | 'pack' | 'days'>,
  child: ChildFacts,
  room: string,
  together: readonly ChildFacts[],
): MissingAgreement[] {
  const { days, pack } = weighed
  const last = days.at(-1) ?? ''
  const missing = ({ of, beside }: MissingAgreement) =>
    ageOn(of.dob, last) >= pack.ownBedroomFromAge.years &&
    !days.every((day) => of.sharing.some((s) => s.with === beside.id && holds(s.during, day)))
  const there = othersThere(weighed)
    .filter((s) => s.room === room)
    .map((s): [string, Sharer] => [s.child, { ...s, id: s.child, name: null }])
  return [...together, ...new Map(there).values()]
    .flatMap((other) => [
      { of: child, beside: other },
      { of: other, beside: child },
    ])
    .filter(missing)
}

/**
 * Invariant 7, National Minimum Standard 10.6: a child over three has their own bedroom, otherwise each child's
 * responsible authority agrees, recorded. One yes for each child who would share: brothers and sisters too.
 */
export function sharingFindings(weighed: Weighed, beds: Map<string, string>): Finding[] {
  const { children, host, pack } = weighed
  const roomOf = new Map(host.beds.map((bed) => [bed.id, bed.room]))
  const roomFor = (child: ChildFacts) => roomOf.get(beds.get(child.id) ?? '')
  return children.flatMap((child, index) => {
    const room = roomFor(child)
    if (room === undefined) return []
    const together = children.slice(0, index).filter((other) => roomFor(other) === room)
    return missingAgreements(weighed, child, room, together).map(
      ({ of, beside }): Finding => ({
        rule: '7',
        key: `7:${keyOf(of)}:${keyOf(beside)}`,
        level: 'yes',
        says: of.name
          ? `${of.name} would share a bedroom with ${beside.name ?? 'a child who is there'}. ${of.name}’s authority must agree.`
          : `A child who is there would share a bedroom with ${child.name}. That child’s authority must agree.`,
        evidence: `No agreement on record from ${of.responsibleAuthority ?? 'the responsible authority'}`,
        source: pack.ownBedroomFromAge.source,
        // The social worker of a child who is there may not see this stay; their team manager sees both.
        overriddenBy: of.name ? pack.rules['7'].overriddenBy : ['team_manager'],
        children: [of.name ? of.id : child.id],
        ...(of.name ? {} : { speaksFor: of.id }),
      }),
    )
  })
}
