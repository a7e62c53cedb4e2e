import type { RuleNumber } from '../../platform/rule-pack.ts'
import { holds, overlap } from '../../values/london.ts'
import type { Apart, Finding, Weighed } from '../facts.ts'

const RULE: RuleNumber = '8'

/**
 * Invariant 8: those who must not meet are never under one roof at the same time: children who live or stay
 * there, children asked for together, the host's carers. Symmetric. Ordered by a court or by safeguarding nobody
 * can override it; advice the child's team manager can. Never says who the other one is.
 */
export function meetingFindings({ asked, children, host, days, pack }: Weighed): Finding[] {
  const inForce = (during: Apart['during']) => days.some((day) => holds(during, day))
  const there = new Set([
    ...host.sleepers.filter((s) => s.present.some((span) => overlap(span, asked.span))).map((s) => s.child),
    ...children.map((child) => child.id),
  ])
  const finding = (
    key: string,
    orderedBy: Apart['orderedBy'] | null,
    says: string,
    of: string[],
  ): Finding => {
    const advice = orderedBy === 'advisory'
    return {
      rule: RULE,
      key,
      level: advice ? 'yes' : 'stop',
      says,
      evidence:
        orderedBy === 'court'
          ? 'Ordered by a court'
          : advice
            ? 'Advice on record'
            : 'Ordered by safeguarding',
      source: pack.rules[RULE].title,
      overriddenBy: advice ? pack.rules[RULE].overriddenBy : [],
      children: of,
    }
  }

  const seen = new Set<string>()
  const aboutPeople = children.flatMap((child) =>
    child.apart.flatMap((apart): Finding[] => {
      if (!inForce(apart.during) || seen.has(apart.id)) return []
      seen.add(apart.id)
      if (apart.child && there.has(apart.child)) {
        const other = children.find(({ id }) => id === apart.child)
        const says = other
          ? `${child.name} and ${other.name} must not be together.`
          : `${child.name} must not be with a child who will be there.`
        return [finding(`8:${apart.id}`, apart.orderedBy, says, other ? [child.id, other.id] : [child.id])]
      }
      if (apart.person && host.carers.includes(apart.person)) {
        return [
          finding(`8:${apart.id}`, apart.orderedBy, `${child.name} must not be with a carer of this home.`, [
            child.id,
          ]),
        ]
      }
      if (apart.adult) {
        return [
          {
            ...finding(
              `8:${apart.id}`,
              apart.orderedBy,
              `${child.name} must not meet a named adult. Make sure they will not be there.`,
              [child.id],
            ),
            level: 'know',
            overriddenBy: [],
          },
        ]
      }
      return []
    }),
  )
  const homes = host.keptApart
    .filter(({ household, during }) => household === asked.home && inForce(during))
    .map(({ orderedBy }) => finding('8:homes', orderedBy, 'These two homes are kept apart.', []))
  return [...aboutPeople, ...homes.slice(0, 1)]
}
