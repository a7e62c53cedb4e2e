import { count, list } from '../../values/words.ts'
import type { Finding, Weighed } from '../facts.ts'
import { othersThere } from './presence.ts'

/** Invariant 9: brothers and sisters are not split without a reason and what each child says about it. */
export function siblingFindings(weighed: Weighed): Finding[] {
  const { asked, children, pack } = weighed
  // A day at another home splits nobody.
  if (asked.kind === 'day_care') return []
  // A brother or sister who is at the host already is not left behind.
  const there = new Set(othersThere(weighed).map(({ child }) => child))
  const leftAtHome = weighed.leftAtHome.filter((sibling) => !there.has(sibling))
  if (leftAtHome.length === 0) return []
  // What has happened is the reason, and nobody is woken to be asked: that is written down afterwards.
  const emergency = asked.kind === 'emergency'
  const missing = [
    ...(asked.splitReason?.trim() || emergency ? [] : ['say why']),
    ...(emergency || children.every(({ id }) => asked.views[id]?.trim())
      ? []
      : ['write down what each child says about it']),
  ]
  const base = {
    rule: '9' as const,
    key: '9',
    evidence: `${count(leftAtHome.length, 'brother or sister', 'brothers and sisters')} in the same home not asked for`,
    source: pack.rules['9'].title,
    children: [],
  }
  if (missing.length === 0) {
    return [
      {
        ...base,
        level: 'know',
        says: emergency
          ? 'Brothers and sisters are split for this stay. Write down what each child says about it as soon as you can.'
          : 'Brothers and sisters are split for this stay; the reason and what the children say are recorded.',
        overriddenBy: [],
      },
    ]
  }
  return [
    {
      ...base,
      level: 'yes',
      says: `A brother or sister at home is not going. Please ${list(missing)}, or their social worker must agree.`,
      overriddenBy: pack.rules['9'].overriddenBy,
    },
  ]
}
