import { type Day, holds } from '../../values/london.ts'
import { longDay } from '../../values/words.ts'
import { type ChildFacts, coversAll, type Finding, type Weighed } from '../facts.ts'
import { isFostered } from './limit.ts'

/**
 * Invariants 10 and 25. Overnight stays are one item of delegated authority: each child needs an agreement for
 * every day of the stay. Without one the child's social worker or the duty team may say yes, by voice. A refusal
 * is a refusal. For a child who is not looked after only whoever has parental responsibility can agree.
 */
export function consentFindings({ children, days, pack }: Weighed): Finding[] {
  return children.flatMap((child) => {
    const fostered = days.some((day) => isFostered(child, day))
    const held = child.consents.filter(({ during }) => days.some((day) => holds(during, day)))
    const refused = held.some(({ decision }) => decision === 'refused')
    const agreed = held.filter(
      ({ decision, basis }) => decision === 'agreed' && (fostered || basis === 'parental_responsibility'),
    )
    const base = { source: pack.delegatedAuthority.source, children: [child.id] }
    if (refused) {
      return [
        {
          ...base,
          rule: '10',
          key: `10:${child.id}`,
          level: 'stop',
          says: `Overnight stays have been refused for ${child.name}.`,
          evidence: 'Delegated authority: overnight stays, refused',
          overriddenBy: [],
        },
      ]
    }
    if (coversAll(agreed, days)) return conditionsOf(child, agreed, base)
    if (!fostered) {
      return [
        {
          ...base,
          rule: '25',
          key: `25:${child.id}`,
          level: 'stop',
          says: `Whoever has parental responsibility for ${child.name} must agree first, and that must be recorded.`,
          evidence: 'No agreement by parental responsibility for these days',
          overriddenBy: [],
        },
      ]
    }
    return [
      {
        ...base,
        rule: '10',
        key: `10:${child.id}`,
        level: 'yes',
        says: whyNot(child, held, days),
        evidence: 'Delegated authority: overnight stays',
        overriddenBy: pack.rules['10'].overriddenBy,
      },
    ]
  })
}

function whyNot(child: ChildFacts, held: ChildFacts['consents'], days: readonly Day[]): string {
  const first = days[0] ?? ''
  if (child.withdrawnFrom && child.withdrawnFrom <= (days.at(-1) ?? '')) {
    return `Consent for ${child.name} to stay overnight was withdrawn from ${longDay(child.withdrawnFrom)}.`
  }
  if (held.some(({ decision }) => decision === 'ask_each_time')) {
    return `${child.name}’s social worker is asked each time before ${child.name} stays overnight.`
  }
  const ends = child.consents
    .filter(
      ({ decision, during }) =>
        decision === 'agreed' && during.until !== null && during.until <= (days.at(-1) ?? ''),
    )
    .map(({ during }) => during.until ?? '')
    .toSorted()
    .at(-1)
  if (!ends) return `Nobody has agreed yet that ${child.name} may stay overnight.`
  return ends <= first
    ? `Consent for ${child.name} to stay overnight ran out before ${longDay(ends)}.`
    : `Consent for ${child.name} to stay overnight runs out during the stay, before ${longDay(ends)}.`
}

function conditionsOf(
  child: ChildFacts,
  agreed: ChildFacts['consents'],
  base: Pick<Finding, 'source' | 'children'>,
): Finding[] {
  const conditions = [
    ...new Set(agreed.flatMap((consent) => (consent.conditions ? [consent.conditions] : []))),
  ]
  return conditions.map((condition) => ({
    ...base,
    rule: '10',
    key: `10:condition:${child.id}`,
    level: 'know',
    says: `${child.name} may stay overnight on this condition: ${condition}`,
    evidence: 'Delegated authority: overnight stays',
    overriddenBy: [],
  }))
}
