import type { RuleNumber } from '../../platform/rule-pack.ts'
import { type Day, holds } from '../../values/london.ts'
import type { Apart, Finding, Weighed } from '../facts.ts'
import { daysTogether } from './presence.ts'

const RULE: RuleNumber = '8'

/**
 * Invariant 8: those who must not meet are never under one roof at the same time: children who live or stay
 * there, children asked for together, the host's carers. Symmetric. Ordered by a court or by safeguarding nobody
 * can override it; advice the child's team manager can. Never says who the other one is.
 */
export function meetingFindings({ asked, children, host, days, pack }: Weighed): Finding[] {
  const inForce = (during: Apart['during'], when: readonly Day[] = days) =>
    when.some((day) => holds(during, day))
  /** The days of the stay on which a child is at the host. */
  const daysOfChild = (child: string): readonly Day[] =>
    children.some(({ id }) => id === child)
      ? days
      : host.sleepers.filter((s) => s.child === child).flatMap((s) => daysTogether(s.present, asked.span))
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
          : orderedBy === 'safeguarding'
            ? 'Ordered by safeguarding'
            : advice
              ? 'Advice on record'
              : 'On record, without who ordered it',
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
      if (apart.child && inForce(apart.during, daysOfChild(apart.child))) {
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
  const worst = homes.find(({ level }) => level === 'stop') ?? homes[0]
  return worst ? [...aboutPeople, worst] : aboutPeople
}

/**
 * Whether a finding lets its reader conclude that a child or a carer they must not know about is at the home: rule 8,
 * advice too. That two of the children asked for must not be together says nothing of the home.
 */
export const tellsWhereSomebodyIs = ({ rule, level, children }: Finding): boolean =>
  rule === '8' && level !== 'know' && children.length === 1
