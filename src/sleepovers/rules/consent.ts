import { addDays, type Day, holds } from '../../values/london.ts'
import { longDay } from '../../values/words.ts'
import type { ChildFacts, Consent, Finding, Weighed } from '../facts.ts'
import { isFostered } from './limit.ts'

/**
 * Invariants 10 and 25. Overnight stays are one item of delegated authority: each child needs an agreement for
 * every day of the stay. Without one the child's social worker or the duty team may say yes, by voice. A refusal
 * is a refusal. On a day a child is not looked after only whoever has parental responsibility can agree.
 */
export function consentFindings({ children, days, pack }: Weighed): Finding[] {
  return children.flatMap((child) => {
    const held = child.consents.filter(({ during }) => days.some((day) => holds(during, day)))
    const base = { source: pack.delegatedAuthority.source, children: [child.id] }
    if (held.some(({ decision }) => decision === 'refused')) {
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
    const uncovered = days.filter((day) => !held.some((consent) => agrees(child, consent, day)))
    if (uncovered.some((day) => !isFostered(child, day))) {
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
    const conditions = conditionsOf(
      child,
      held.filter((consent) => days.some((day) => agrees(child, consent, day))),
      base,
    )
    const [missing] = uncovered
    if (!missing) return conditions
    const each = held.some(({ decision, during }) => decision === 'ask_each_time' && holds(during, missing))
    const withdrawn = each ? null : withdrawnBy(child, missing)
    return [
      {
        ...base,
        rule: '10',
        // A yes given before consent was withdrawn says nothing of afterwards.
        key: withdrawn ? `10:${child.id}:${withdrawn}` : `10:${child.id}`,
        level: 'yes',
        says: each
          ? `${child.name}’s social worker is asked each time before ${child.name} stays overnight.`
          : withdrawn
            ? `Consent for ${child.name} to stay overnight was withdrawn from ${longDay(withdrawn)}.`
            : whyNot(child, missing),
        evidence: 'Delegated authority: overnight stays',
        overriddenBy: pack.rules['10'].overriddenBy,
      },
      ...conditions,
    ]
  })
}

const agrees = (child: ChildFacts, { decision, basis, during }: Consent, day: Day): boolean =>
  decision === 'agreed' &&
  holds(during, day) &&
  (isFostered(child, day) || basis === 'parental_responsibility')

/** The last day, not after `day`, that an agreement ended before. */
const lastEnd = (child: ChildFacts, day: Day): Day | undefined =>
  child.consents
    .filter(({ decision }) => decision === 'agreed')
    .flatMap(({ during }) => (during.until !== null && during.until <= day ? [during.until] : []))
    .toSorted()
    .at(-1)

/** The day consent was withdrawn from, where that is the last that was heard by `day`. */
function withdrawnBy(child: ChildFacts, day: Day): Day | null {
  const from = child.withdrawnFrom
  return from !== null && from <= day && from >= (lastEnd(child, day) ?? from) ? from : null
}

function whyNot(child: ChildFacts, missing: Day): string {
  const ends = lastEnd(child, missing)
  return ends
    ? `Consent for ${child.name} to stay overnight lasts only to ${longDay(addDays(ends, -1))}.`
    : `Nobody has agreed that ${child.name} may stay overnight on ${longDay(missing)}.`
}

function conditionsOf(
  child: ChildFacts,
  agreed: readonly Consent[],
  base: Pick<Finding, 'source' | 'children'>,
): Finding[] {
  const conditions = [...new Set(agreed.flatMap((consent) => consent.conditions || []))].toSorted()
  return conditions.length === 0
    ? []
    : [
        {
          ...base,
          rule: '10',
          key: `10:condition:${child.id}`,
          level: 'know',
          says: `${child.name} may stay overnight on this condition: ${conditions.join('; ')}`,
          evidence: 'Delegated authority: overnight stays',
          overriddenBy: [],
        },
      ]
}
