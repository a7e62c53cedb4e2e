import { ageOn, type Day, holds } from '../../values/london.ts'
import type { ChildFacts, Finding, Sleeper, Weighed } from '../facts.ts'
import { othersThere } from './presence.ts'

/** An agreement that is not on record: the authority of `child` has not agreed that they share with `other`. */
type Missing = { child: ChildFacts | Sleeper; other: ChildFacts | Sleeper }

/**
 * What is missing for `child` to sleep in `room` beside children asked for who sleep there too and whoever is there
 * already. Sharing goes both ways: each of the two who is over three needs their own authority's agreement, for
 * every day of the stay. A child who turns three during the stay counts as over three.
 */
export function missingAgreements(
  weighed: Pick<Weighed, 'host' | 'children' | 'asked' | 'pack' | 'days'>,
  child: ChildFacts,
  room: string,
  beside: readonly ChildFacts[],
): Missing[] {
  const { days, pack } = weighed
  const last = days.at(-1) ?? ''
  const needed = (one: ChildFacts | Sleeper, other: ChildFacts | Sleeper) =>
    ageOn(one.dob, last) >= pack.ownBedroomFromAge.years &&
    !days.every((day) => one.sharing.some((s) => s.with === idOf(other) && holds(s.during, day)))
  return [...beside, ...othersThere(weighed).filter((s) => s.room === room)].flatMap((other) =>
    [
      { child, other },
      { child: other, other: child },
    ].filter((pair) => needed(pair.child, pair.other)),
  )
}

const idOf = (one: ChildFacts | Sleeper): string => ('child' in one ? one.child : one.id)

/**
 * Invariant 7, National Minimum Standard 10.6: a child over three has their own bedroom, otherwise each child's
 * responsible authority agrees, recorded. One yes for each child who would share: brothers and sisters too.
 */
export function sharingFindings(weighed: Weighed, beds: Map<string, string>): Finding[] {
  const { children, host, pack } = weighed
  const roomOf = new Map(host.beds.map((bed) => [bed.id, bed.room]))
  const roomFor = (child: string) => roomOf.get(beds.get(child) ?? '')

  return children.flatMap((child, index) => {
    const room = roomFor(child.id)
    if (room === undefined) return []
    const beside = children.slice(0, index).filter((other) => roomFor(other.id) === room)
    return missingAgreements(weighed, child, room, beside).map((pair): Finding => {
      const { child: who, other } = pair
      const base = {
        rule: '7' as const,
        key: `7:${idOf(who)}:${idOf(other)}`,
        level: 'yes' as const,
        evidence: `No agreement on record from ${who.responsibleAuthority ?? 'the responsible authority'}`,
        source: pack.ownBedroomFromAge.source,
        overriddenBy: pack.rules['7'].overriddenBy,
      }
      return 'child' in who
        ? {
            ...base,
            says: `A child who is there would share a bedroom with ${child.name}. That child’s authority must agree.`,
            children: [],
            speaksFor: who.child,
          }
        : {
            ...base,
            says: `${who.name} would share a bedroom with ${'child' in other ? 'a child who is there' : other.name}. ${who.name}’s authority must agree.`,
            children: [who.id],
          }
    })
  })
}
