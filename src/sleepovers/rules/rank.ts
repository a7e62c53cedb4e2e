import type { RulePack } from '../../platform/rule-pack.ts'
import { count, list } from '../../values/words.ts'
import type { Finding } from '../facts.ts'
import { mayBeAccepted } from '../rules.ts'
import { tellsWhereSomebodyIs } from './meeting.ts'

/** How near a home stands to the one that asks: its own constellation, a neighbouring one, or the service. */
export type Tier = 'own' | 'near' | 'service'

/** A home that was weighed for an emergency, with what speaks for it. */
export type Candidate = {
  household: string
  name: string
  tier: Tier
  hub: boolean
  /** First names of the children asked for who have stayed there before. */
  knows: string[]
  /** First names of those with a brother or sister there. */
  siblings: string[]
  shares: Shared[]
  /** As the crow flies; null where the place of one of the two homes is not known. */
  miles: number | null
  /** Child-nights hosted in the last four weeks. */
  childNights: number
  findings: readonly Finding[]
}

/** What a home and a child's care card have in common. */
export type Shared = { child: string; kind: 'language' | 'culture'; what: string }

/** A candidate with why it stands where it does. */
export type Ranked<C extends Candidate = Candidate> = C & {
  reasons: string[]
  /** How many yeses it would need, and how many of them nobody can give by voice (level O alone). */
  yeses: number
  notByVoice: number
}

const TIERS: Record<Tier, { order: number; says: string }> = {
  own: { order: 0, says: 'In your constellation' },
  near: { order: 1, says: 'In a neighbouring constellation' },
  service: { order: 2, says: 'Another approved home of the service' },
}

/**
 * Orders homes for an emergency. Those that need a yes which nobody can give by voice come last; then the own
 * constellation, neighbouring ones, the service; within each: fewest yeses needed, knows the children, brothers or
 * sisters there, language and culture, distance in whole miles (an unknown one last), then who hosted least in the
 * last four weeks. Homes that something stops are listed apart, in the same order; so are those beyond the own
 * constellation whose mere offer would tell where somebody is.
 */
export function rank<C extends Candidate>(
  candidates: readonly C[],
  pack: RulePack,
): { offered: Ranked<C>[]; cannot: Ranked<C>[] } {
  const all = candidates.map((candidate) => ranked(candidate, pack)).toSorted(better)
  const cannot = ({ tier, findings }: Candidate) =>
    findings.some(({ level }) => level === 'stop') || (tier !== 'own' && findings.some(tellsWhereSomebodyIs))
  return { offered: all.filter((one) => !cannot(one)), cannot: all.filter(cannot) }
}

function ranked<C extends Candidate>(candidate: C, pack: RulePack): Ranked<C> {
  const needed = candidate.findings.filter(({ level }) => level === 'yes')
  const notByVoice = needed.filter((finding) => !mayBeAccepted(finding, pack)).length
  return { ...candidate, yeses: needed.length, notByVoice, reasons: reasonsOf(candidate, needed.length) }
}

const better = (a: Ranked, b: Ranked): number =>
  Number(a.notByVoice > 0) - Number(b.notByVoice > 0) ||
  TIERS[a.tier].order - TIERS[b.tier].order ||
  a.yeses - b.yeses ||
  b.knows.length - a.knows.length ||
  b.siblings.length - a.siblings.length ||
  b.shares.length - a.shares.length ||
  milesOf(a) - milesOf(b) ||
  a.childNights - b.childNights ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
  (a.household < b.household ? -1 : 1)

const FARTHEST = 99_999
const milesOf = ({ miles }: Candidate): number => (miles === null ? FARTHEST : Math.round(miles))

function reasonsOf(candidate: Candidate, yeses: number): string[] {
  const { tier, hub, knows, siblings, shares, miles, childNights } = candidate
  return [
    hub ? `${TIERS[tier].says}: ${tier === 'own' ? 'your' : 'the'} hub home` : TIERS[tier].says,
    yeses === 0 ? 'Nobody else has to say yes' : `Needs ${count(yeses, 'yes', 'yeses')}`,
    ...(knows.length > 0
      ? [`${list(knows)} ${knows.length === 1 ? 'has' : 'have'} stayed there before`]
      : []),
    ...siblings.map((name) => `A brother or sister of ${name} is there`),
    ...shares.map(({ kind, what, child }) =>
      kind === 'language' ? `They speak ${what}, as ${child} does` : `${what}, as on ${child}’s card`,
    ),
    miles === null ? 'We do not know how far away it is' : `${miles} miles away`,
    childNights === 0
      ? 'Hosted nobody in the last four weeks'
      : `Hosted ${count(childNights, 'child-night')} in the last four weeks`,
  ]
}

type CardWords = { name: string; language: string | null; culture: string | null; faith: string | null }

/**
 * What a home has in common with a child's care card: a language, a culture or a faith of the home that stands in the
 * card's own words as a whole word, however it is written.
 */
export function sharedWith(
  home: { languages: readonly string[]; cultures: readonly string[] },
  { name, language, culture, faith }: CardWords,
): Shared[] {
  const said = (words: readonly string[], card: (string | null)[], kind: Shared['kind']) =>
    words.filter((what) => standsIn(what, card)).map((what): Shared => ({ child: name, kind, what }))
  return [
    ...said(home.languages, [language], 'language'),
    ...said(home.cultures, [culture, faith], 'culture'),
  ]
}

/** Letters of any alphabet make a word; anything else parts words. */
const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')} `

const standsIn = (what: string, card: readonly (string | null)[]): boolean => {
  const wanted = wordsOf(what)
  return wanted.trim() !== '' && card.some((words) => words !== null && wordsOf(words).includes(wanted))
}
