import { ageOn } from '../../values/london.ts'
import { list } from '../../values/words.ts'
import type { ChildFacts, Finding, Weighed } from '../facts.ts'
import { othersThere } from './presence.ts'

const SMOKE_AGE = 5
const ANY_PET = ['animal', 'pet', 'fur', 'dander']

/**
 * Invariant 27: pets, smoke and who else is there, against what each child needs (words of the placements
 * standard: pets, cared for alongside). The supervising social worker may say yes.
 */
export function needFindings(weighed: Weighed): Finding[] {
  const { host, children, pack } = weighed
  const finding = (child: ChildFacts, what: string, level: 'yes' | 'know', says: string): Finding => ({
    rule: '27',
    key: `27:${what}:${child.id}`,
    level,
    says,
    evidence: level === 'yes' ? 'The child’s needs on record' : 'The home’s details',
    source: pack.rules['27'].title,
    overriddenBy: level === 'yes' ? pack.rules['27'].overriddenBy : [],
    children: [child.id],
  })
  return children.flatMap((child) => [
    ...pets(weighed, child, finding),
    ...smoke(weighed, child, finding),
    ...company(weighed, child, finding),
    ...(child.pets === 'must' && host.pets.length === 0
      ? [finding(child, 'no-pets', 'know', `${child.name} likes a pet around; ${host.name} has none.`)]
      : []),
  ])
}

type Make = (child: ChildFacts, what: string, level: 'yes' | 'know', says: string) => Finding

function pets({ host }: Weighed, child: ChildFacts, finding: Make): Finding[] {
  if (host.pets.length === 0) return []
  const named = list(host.pets)
  const animals = new Set([...ANY_PET, ...host.pets.flatMap(stems)])
  const allergic = child.allergies.find(({ what }) => stems(what).some((word) => animals.has(word)))
  if (allergic)
    return [
      finding(
        child,
        'pets',
        'yes',
        `${child.name} is allergic to ${allergic.what}; ${host.name} has pets (${named}).`,
      ),
    ]
  if (child.pets === 'no')
    return [
      finding(child, 'pets', 'yes', `${child.name} should not be with pets; ${host.name} has ${named}.`),
    ]
  if (child.pets === 'unknown') return [finding(child, 'pets', 'know', `${host.name} has pets (${named}).`)]
  return []
}

/** The words of a text, small and without a plural's s. */
const stems = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .map((word) => word.replace(/s$/, ''))
    .filter((word) => word !== '')

function smoke({ host, days }: Weighed, child: ChildFacts, finding: Make): Finding[] {
  if (!host.smoker) return []
  const young = ageOn(child.dob, days[0] ?? '') < SMOKE_AGE
  return [finding(child, 'smoke', young ? 'yes' : 'know', `Someone smokes at ${host.name}.`)]
}

function company(weighed: Weighed, child: ChildFacts, finding: Make): Finding[] {
  const { children, days } = weighed
  const first = days[0] ?? ''
  const age = ageOn(child.dob, first)
  const others = [
    ...othersThere(weighed).map(({ dob }) => dob),
    ...children.filter(({ id }) => id !== child.id).map(({ dob }) => dob),
  ].map((dob) => ageOn(dob, first))
  const against = {
    solo:
      others.length > 0 &&
      `${child.name} is best cared for without other children, and others will be there.`,
    only_older:
      others.some((other) => other <= age) &&
      `${child.name} is best with older children only, and a younger one or one of the same age will be there.`,
    only_younger:
      others.some((other) => other >= age) &&
      `${child.name} is best with younger children only, and an older one or one of the same age will be there.`,
    no_preference: false as const,
    with_others: false as const,
  }[child.caredForAlongside]
  return against ? [finding(child, 'company', 'yes', against)] : []
}
