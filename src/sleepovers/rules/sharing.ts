import { ageOn, type Day, holds, overlap } from '../../values/london.ts'
import type { ChildFacts, Finding, Weighed } from '../facts.ts'

/**
 * Invariant 7, National Minimum Standard 10.6: a child over three has their own bedroom, otherwise each child's
 * responsible authority agrees, recorded. One yes for each child who would share: brothers and sisters too.
 */
export function sharingFindings(weighed: Weighed, beds: Map<string, string>): Finding[] {
  const { children, host, asked, pack, days } = weighed
  const first = days[0] ?? ''
  const roomOf = new Map(host.beds.map((bed) => [bed.id, bed.room]))
  const room = (child: string) => roomOf.get(beds.get(child) ?? '')
  const old = (dob: Day) => ageOn(dob, first) >= pack.ownBedroomFromAge.years
  const agreed = (child: ChildFacts, other: string) =>
    child.sharing.some((s) => s.with === other && days.every((day) => holds(s.during, day)))

  const finding = (key: string, says: string, authority: string | null, of: string[]): Finding => ({
    rule: '7',
    key,
    level: 'yes',
    says,
    evidence: `No agreement on record from ${authority ?? 'the responsible authority'}`,
    source: pack.ownBedroomFromAge.source,
    overriddenBy: pack.rules['7'].overriddenBy,
    children: of,
  })

  return children.flatMap((child) => {
    const mine = room(child.id)
    if (!mine) return []
    const asking = children.filter((other) => other.id !== child.id && room(other.id) === mine)
    const there = host.sleepers.filter(
      (s) => s.room === mine && s.present.some((span) => overlap(span, asked.span)),
    )
    const own = old(child.dob)
      ? [
          ...asking
            .filter((other) => !agreed(child, other.id))
            .map((other) => ({ id: other.id, with: other.name })),
          ...there
            .filter((s) => !agreed(child, s.child))
            .map((s) => ({ id: s.child, with: 'a child who is there' })),
        ].map((other) =>
          finding(
            `7:${child.id}:${other.id}`,
            `${child.name} would share a bedroom with ${other.with}. ${child.name}’s authority must agree.`,
            child.responsibleAuthority,
            [child.id],
          ),
        )
      : []
    const others = there
      .filter((s) => old(s.dob) && !agreed(child, s.child))
      .map((s) =>
        finding(
          `7:${s.child}:${child.id}`,
          `A child who is there would share a bedroom with ${child.name}. That child’s authority must agree.`,
          s.responsibleAuthority,
          [],
        ),
      )
    return [...own, ...others]
  })
}
