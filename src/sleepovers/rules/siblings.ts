import { count } from '../../values/words.ts'
import type { Finding, Weighed } from '../facts.ts'

/** Invariant 9: brothers and sisters are not split without a reason and what each child says about it. */
export function siblingFindings({ leftAtHome, asked, children, pack }: Weighed): Finding[] {
  if (leftAtHome.length === 0) return []
  const unheard = children.filter((child) => !asked.views[child.id])
  const told = asked.splitReason !== null && unheard.length === 0
  const base = {
    rule: '9' as const,
    key: '9',
    evidence: `${count(leftAtHome.length, 'brother or sister', 'brothers and sisters')} in the same home not asked for`,
    source: pack.rules['9'].title,
    children: [],
  }
  if (told) {
    return [
      {
        ...base,
        level: 'know',
        says: 'Brothers and sisters are split for this stay; the reason and what the children say are recorded.',
        overriddenBy: [],
      },
    ]
  }
  const missing = asked.splitReason === null ? 'Say why' : 'Write down what each child says about it'
  return [
    {
      ...base,
      level: 'yes',
      says: `A brother or sister at home is not going. ${missing}, or their social worker must agree.`,
      overriddenBy: pack.rules['9'].overriddenBy,
    },
  ]
}
