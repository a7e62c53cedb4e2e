import { count, list } from '../../values/words.ts'
import type { Finding, Weighed } from '../facts.ts'
import { othersThere } from './presence.ts'

/** Invariant 9: brothers and sisters are not split without a reason and what each child says about it. */
export function siblingFindings(weighed: Weighed): Finding[] {
  const { asked, children, pack } = weighed
  // A brother or sister who is at the host already is not left behind.
  const there = new Set(othersThere(weighed).map(({ child }) => child))
  const leftAtHome = weighed.leftAtHome.filter((sibling) => !there.has(sibling))
  if (leftAtHome.length === 0) return []
  const missing = [
    ...(asked.splitReason?.trim() ? [] : ['say why']),
    ...(children.every(({ id }) => asked.views[id]?.trim())
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
        says: 'Brothers and sisters are split for this stay; the reason and what the children say are recorded.',
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
