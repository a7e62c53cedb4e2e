import { addDays, type Day, holds } from '../../values/london.ts'
import { longDay } from '../../values/words.ts'
import type { ChildFacts, Consent, Finding, Weighed } from '../facts.ts'
import type { Kind } from '../words.ts'
import { isFostered } from './limit.ts'

/** What is agreed to: a night away, or a day at another home. */
const WORDS = {
  night: {
    refused: (name: string) => `Overnight stays have been refused for ${name}.`,
    each: (name: string) => `${name}’s social worker is asked each time before ${name} stays overnight.`,
    may: 'stay overnight',
    item: 'Delegated authority: overnight stays',
  },
  day: {
    refused: (name: string) => `Day care at another home has been refused for ${name}.`,
    each: (name: string) => `${name}’s social worker is asked each time before ${name} goes to another home.`,
    may: 'go to another home by day',
    item: 'Delegated authority: day care',
  },
} as const
type Words = (typeof WORDS)[keyof typeof WORDS]

const wordsFor = (kind: Kind): Words => WORDS[kind === 'day_care' ? 'day' : 'night']

/**
 * Invariants 10 and 25. Overnight stays are one item of delegated authority, day care another: each child needs an
 * agreement for every day of the stay. Without one the child's social worker or the duty team may say yes, by voice. A refusal
 * is a refusal. On a day a child is not looked after only whoever has parental responsibility can agree.
 */
export function consentFindings({ asked, children, days, pack }: Weighed): Finding[] {
  const words = wordsFor(asked.kind)
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
          says: words.refused(child.name),
          evidence: `${words.item}, refused`,
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
      words,
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
          ? words.each(child.name)
          : withdrawn
            ? `Consent for ${child.name} to ${words.may} was withdrawn from ${longDay(withdrawn)}.`
            : whyNot(child, missing, words),
        evidence: words.item,
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

function whyNot(child: ChildFacts, missing: Day, { may }: Words): string {
  const ends = lastEnd(child, missing)
  return ends
    ? `Consent for ${child.name} to ${may} lasts only to ${longDay(addDays(ends, -1))}.`
    : `Nobody has agreed that ${child.name} may ${may} on ${longDay(missing)}.`
}

function conditionsOf(
  child: ChildFacts,
  agreed: readonly Consent[],
  base: Pick<Finding, 'source' | 'children'>,
  words: Words,
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
          says: `${child.name} may ${words.may} on this condition: ${conditions.join('; ')}`,
          evidence: words.item,
          overriddenBy: [],
        },
      ]
}
