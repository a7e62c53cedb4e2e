import { describe, expect, test } from 'vitest'
import { pack } from '../../../tests/given/stay-facts.ts'
import type { Finding } from '../facts.ts'
import { type Candidate, rank, sharedWith } from './rank.ts'

const finding = (rule: Finding['rule'], level: Finding['level']): Finding => ({
  rule,
  key: rule,
  level,
  says: '',
  evidence: '',
  source: '',
  overriddenBy: [],
  children: [],
})
const STOP = finding('8', 'stop')
const YES_BY_VOICE = finding('10', 'yes')
const YES_NOT_BY_VOICE = finding('11', 'yes')
const KNOW = finding('14', 'know')

const home = (name: string, more: Partial<Candidate> = {}): Candidate => ({
  household: `id of ${name}`,
  name,
  tier: 'own',
  hub: false,
  knows: [],
  siblings: [],
  shares: [],
  miles: 5,
  childNights: 3,
  findings: [],
  ...more,
})

const offered = (...homes: Candidate[]) => rank(homes, pack).offered.map(({ name }) => name)
const POLISH = { child: 'Kit', kind: 'language', what: 'Polish' } as const

describe('the order', () => {
  // Each pair in which only this one thing speaks for the first; the other has everything that counts for less.
  const best = {
    knows: ['Kit'],
    siblings: ['Kit'],
    shares: [POLISH],
    miles: 1,
    childNights: 0,
  } satisfies Partial<Candidate>
  const { knows, siblings, shares, miles, childNights } = best
  test.each<[string, Partial<Candidate>, Partial<Candidate>]>([
    [
      'a yes that can be given by voice before one that cannot, whatever the constellation',
      { tier: 'service', findings: [YES_BY_VOICE, YES_BY_VOICE] },
      { ...best, findings: [YES_NOT_BY_VOICE] },
    ],
    [
      'the own constellation before a neighbouring one',
      { findings: [YES_BY_VOICE] },
      { ...best, tier: 'near' },
    ],
    [
      'a neighbouring constellation before the service',
      { tier: 'near', findings: [YES_BY_VOICE] },
      { ...best, tier: 'service' },
    ],
    ['fewer yeses', { findings: [YES_BY_VOICE] }, { ...best, findings: [YES_BY_VOICE, YES_BY_VOICE] }],
    ['a home that knows the child', { knows }, { ...best, knows: [] }],
    ['one that knows both before one that knows one', { knows: ['Kit', 'Ada'] }, best],
    ['brothers and sisters together', { siblings }, { shares, miles, childNights }],
    ['language and culture', { shares }, { miles, childNights }],
    ['the nearer', { miles: 4.4 }, { childNights, miles: 4.6 }],
    ['a distance that is known', { miles: 30 }, { childNights, miles: null }],
    ['who hosted less', { childNights: 2 }, { childNights: 3 }],
    ['of two as near to the mile, who hosted less', { miles: 5.4, childNights: 2 }, { miles: 4.6 }],
  ])('%s', (_says, first, second) => {
    const a = home('Zephyr', first)
    const b = home('Alder', second)
    expect(offered(a, b)).toEqual(['Zephyr', 'Alder'])
    expect(offered(b, a)).toEqual(['Zephyr', 'Alder'])
  })

  test('of two alike the first by name, then by id, in whatever order they come', () => {
    const [a, b] = [home('Alder'), home('Birch')]
    expect(offered(b, a)).toEqual(['Alder', 'Birch'])
    expect(offered(a, b)).toEqual(['Alder', 'Birch'])
    const [one, two] = [home('Alder', { household: '1' }), home('Alder', { household: '2' })]
    const ids = (...homes: Candidate[]) => rank(homes, pack).offered.map(({ household }) => household)
    expect(ids(two, one)).toEqual(['1', '2'])
    expect(ids(one, two)).toEqual(['1', '2'])
  })

  test('what is good to know changes nothing', () => {
    expect(offered(home('Birch'), home('Alder', { findings: [KNOW] }))).toEqual(['Alder', 'Birch'])
  })

  test('a home that something stops is listed apart, however well it fits', () => {
    const { offered, cannot } = rank(
      [
        home('Alder', { ...best, findings: [KNOW, STOP] }),
        home('Birch'),
        home('Cedar', { findings: [STOP] }),
      ],
      pack,
    )
    expect(offered.map(({ name }) => name)).toEqual(['Birch'])
    expect(cannot.map(({ name }) => name)).toEqual(['Alder', 'Cedar'])
  })

  test('yeses are counted, those that nobody can give by voice besides', () => {
    const findings = [YES_BY_VOICE, YES_NOT_BY_VOICE, KNOW]
    expect(rank([home('Alder', { findings })], pack).offered[0]).toMatchObject({ yeses: 2, notByVoice: 1 })
  })
})

describe('the reasons', () => {
  const reasons = (more: Partial<Candidate>) => rank([home('Alder', more)], pack).offered[0]?.reasons

  test('say where the home stands, what it needs, how far it is and what it has done', () => {
    expect(reasons({})).toEqual([
      'In your constellation',
      'Nobody else has to say yes',
      '5 miles away',
      'Hosted 3 child-nights in the last four weeks',
    ])
    expect(reasons({ tier: 'service', findings: [YES_BY_VOICE], miles: null, childNights: 0 })).toEqual([
      'Another approved home of the service',
      'Needs 1 yes',
      'We do not know how far away it is',
      'Hosted nobody in the last four weeks',
    ])
    expect(reasons({ findings: [YES_BY_VOICE, YES_BY_VOICE], childNights: 1 })).toEqual(
      expect.arrayContaining(['Needs 2 yeses', 'Hosted 1 child-night in the last four weeks']),
    )
  })

  test('say which hub home it is', () => {
    expect(reasons({ hub: true })?.[0]).toBe('In your constellation: your hub home')
    expect(reasons({ hub: true, tier: 'near' })?.[0]).toBe('In a neighbouring constellation: the hub home')
  })

  test('say what speaks for it, by the child', () => {
    const culture = { child: 'Ada', kind: 'culture', what: 'Roman Catholic' } as const
    const all = { knows: ['Kit'], siblings: ['Kit', 'Ada'], shares: [POLISH, culture] }
    expect(reasons(all)?.slice(2, -2)).toEqual([
      'Kit has stayed there before',
      'A brother or sister of Kit is there',
      'A brother or sister of Ada is there',
      'They speak Polish, as Kit does',
      'Roman Catholic, as on Ada’s card',
    ])
    expect(reasons({ knows: ['Kit', 'Ada'] })).toContain('Kit and Ada have stayed there before')
  })
})

describe('what a home and a care card share', () => {
  const nothing = { name: 'Kit', language: null, culture: null, faith: null }
  const shared = (languages: string[], cultures: string[], card: object) =>
    sharedWith({ languages, cultures }, { ...nothing, ...card }).map(({ kind, what }) => `${kind} ${what}`)

  test('a language in the card’s own words, however it is written', () => {
    expect(shared(['Polish', 'Welsh'], [], { language: 'polish at home, English at school' })).toEqual([
      'language Polish',
    ])
    expect(shared(['British Sign Language'], [], { language: 'British  sign-language' })).toEqual([
      'language British Sign Language',
    ])
  })

  test('a culture or a faith', () => {
    expect(shared([], ['Polish', 'Roman Catholic'], { culture: 'Polish', faith: 'Roman Catholic' })).toEqual([
      'culture Polish',
      'culture Roman Catholic',
    ])
  })

  test('only whole words, and a language is no culture', () => {
    expect(shared(['Man'], ['Roman'], { language: 'German', culture: 'Romanian' })).toEqual([])
    expect(shared(['Polish'], [], { culture: 'Polish' })).toEqual([])
    expect(shared([], ['Polish'], { language: 'Polish' })).toEqual([])
  })

  test('nothing where nothing is written', () => {
    expect(shared(['Polish'], ['Polish'], {})).toEqual([])
    expect(shared(['', '-'], [' '], { language: '', culture: '', faith: 'None' })).toEqual([])
    expect(sharedWith({ languages: ['Polish'], cultures: [] }, { ...nothing, language: 'Polish' })).toEqual([
      { child: 'Kit', kind: 'language', what: 'Polish' },
    ])
  })
})

describe('advice that a child must not be with somebody who is there', () => {
  const advice = { ...finding('8', 'yes'), children: ['kit'] }
  const cannot = (one: Candidate) => rank([one], pack).cannot.length === 1

  test.each(['near', 'service'] as const)('counts among those that cannot where the home is %s', (tier) => {
    expect(cannot(home('Fernley', { tier, findings: [advice] }))).toBe(true)
  })

  test('is a yes to ask for in the own constellation', () => {
    expect(cannot(home('Fernley', { findings: [advice] }))).toBe(false)
  })

  test('says nothing of the home where it is about a named adult, or about two of those asked for', () => {
    const adult = { ...advice, level: 'know' } as const
    const two = { ...advice, children: ['kit', 'ash'] }
    expect(cannot(home('Fernley', { tier: 'near', findings: [adult, two] }))).toBe(false)
  })
})
