import { describe, expect, test } from 'vitest'
import { planChild, planFacts, planHousehold } from '../../../tests/given/plan-facts.ts'
import { clashesOf } from '../../constellations/planner/clashes.ts'
import type { PlanHome, PlanLink, PlanSettings } from './facts.ts'
import { problemOf, usualSettings } from './problem.ts'

const usual = usualSettings(1)
const home = planHousehold

function planned(
  homes: readonly PlanHome[],
  { links = [], ...settings }: Partial<PlanSettings> & { links?: readonly PlanLink[] } = {},
) {
  return problemOf(planFacts(homes, links), { ...usual, ...settings })
}
const sibling = (group: string) => [planChild(`${group} one`, { siblingGroup: group })]
const kin = (household: string, group: string, changes: Partial<PlanHome> = {}) =>
  home(household, { children: sibling(group), ...changes })

describe('who is planned', () => {
  test.each<[string, Partial<PlanHome>, string | undefined]>([
    ['wants it', {}, undefined],
    ['is unsure', { wantsMockingbird: 'unsure' }, undefined],
    ['does not want it', { wantsMockingbird: 'no' }, 'does not want Mockingbird'],
    ['is not approved', { approved: false }, 'is not approved on 28 November 2026'],
    ['needs no approval', { approved: false, needsApproval: false }, undefined],
    ['is in a constellation', { inConstellation: true }, 'is in a constellation already'],
    ['has no place', { place: null }, 'has no known place'],
    [
      'two at once',
      { wantsMockingbird: 'no', inConstellation: true },
      'does not want Mockingbird and is in a constellation already',
    ],
  ])('a home that %s', (_name, changes, because) => {
    const { homes, aside } = planned([home('H1', changes), home('H2')])
    expect(homes).toEqual(because === undefined ? ['H1', 'H2'] : ['H2'])
    expect(aside).toEqual(because === undefined ? [] : [{ household: 'H1', because }])
  })

  test('a matrix needs no places', () => {
    const journeys = [{ from: 'H1', to: 'H2', metres: 5 }]
    expect(planned([home('H1', { place: null }), home('H2')], { journeys }).homes).toEqual(['H1', 'H2'])
  })

  test('in the order of their keys, whichever way they come', () => {
    const homes = [home('H1'), home('H2'), home('H3')]
    expect(planned(homes.toReversed())).toEqual(planned(homes))
  })

  test('those who are unsure, or have not said, are left out more cheaply; some may not be', () => {
    const homes = [
      home('H1'),
      home('H2', { wantsMockingbird: 'unsure' }),
      home('H3', { wantsMockingbird: null }),
      home('H4'),
    ]
    const { problem } = planned(homes, { mustBeIn: ['H4'] })
    expect(problem.homes.map(({ leaveOut }) => leaveOut)).toEqual([30_000, 15_000, 15_000, null])
  })

  test('children who are not looked after do not count towards 6 to 18, and do towards the mix', () => {
    const children = [planChild('C1'), planChild('C2', { lookedAfter: false })]
    const { problem } = planned([home('H1', { children })])
    expect(problem.homes[0]?.children).toBe(1)
    expect(problem.mixes.find(({ name }) => name === 'a child of 5 to 10')?.counts).toEqual([2])
  })
})

test('the problem says what the settings say, in metres', () => {
  const barriers = [
    {
      name: 'the harbour',
      line: [
        { lat: 50, lon: -1 },
        { lat: 51, lon: -1 },
      ],
      extraKm: 2.5,
    },
  ]
  const { problem } = planned([home('H1'), home('H2', { canBeHub: false })], {
    ...usualSettings({ least: 1, most: 3 }),
    barriers,
  })
  expect(problem).toMatchObject({
    scale: 1000,
    constellations: { least: 1, most: 3, price: 20_000 },
    children: { least: 6, most: 18 },
    journeys: { kind: 'globe', lat: [50.8, 50.8], detour: 1.3, barriers: [{ extra: 2500 }] },
  })
  expect(problem.homes.map(({ hub }) => hub)).toEqual([{ least: 7, most: 11 }, null])
  expect(usual.constellations.priceKm).toBe(0)
})

describe('apart', () => {
  const homes = [home('H1'), home('H2'), home('H3', { wantsMockingbird: 'no' })]

  test('must not meet and keep apart, each pair once, whichever way it is written', () => {
    const links: PlanLink[] = [
      { kind: 'must_not_meet', a: 'H2', b: 'H1' },
      { kind: 'keep_apart', a: 'H1', b: 'H2' },
      { kind: 'keep_apart', a: 'H1', b: 'H3' },
    ]
    expect(planned(homes, { links }).problem.apart).toEqual([{ a: 0, b: 1 }])
  })

  test('two children of one home who must not meet are told, and nothing is asked', () => {
    const { problem, notices } = planned(homes, { links: [{ kind: 'must_not_meet', a: 'H1', b: 'H1' }] })
    expect(problem.apart).toEqual([])
    expect(notices).toEqual(['Two children of H1 must not meet, and live there both: no plan can part them.'])
  })
})

describe('friendships and ties', () => {
  const homes = [home('H1'), home('H2'), home('H3', { wantsMockingbird: 'no' })]

  test('each at its price, once', () => {
    const links: PlanLink[] = [
      { kind: 'friendship', a: 'H2', b: 'H1' },
      { kind: 'friendship', a: 'H1', b: 'H2' },
      { kind: 'tie', a: 'H1', b: 'H2' },
    ]
    expect(planned(homes, { links }).problem.wishes).toEqual([
      { kind: 'friendship', a: 0, b: 1, price: 3000 },
      { kind: 'tie', a: 0, b: 1, price: 5000 },
    ])
  })

  test('with a home that is not planned, or one kept apart, it is an unmet wish with its reason', () => {
    const links: PlanLink[] = [
      { kind: 'friendship', a: 'H3', b: 'H1' },
      { kind: 'tie', a: 'H2', b: 'H1' },
      { kind: 'keep_apart', a: 'H2', b: 'H1' },
    ]
    const { problem, unmet } = planned(homes, { links })
    expect(problem.wishes).toEqual([])
    expect(unmet).toEqual([
      { wish: 'The friendship of H1 and H3 kept', because: 'H3 does not want Mockingbird' },
      { wish: 'The tie of H1 and H2 kept', because: 'H1 and H2 are kept apart' },
    ])
  })
})

describe('brothers and sisters in different homes', () => {
  test('are always together where the settings say so', () => {
    const { problem, notices } = planned([kin('H1', 'G'), kin('H2', 'G'), home('H3')])
    expect([problem.together, problem.wishes, notices]).toEqual([[[0, 1]], [], []])
  })

  test('are a wish at a price where the settings say so', () => {
    const { problem } = planned([kin('H1', 'G'), kin('H2', 'G')], { siblings: { km: 8 } })
    expect([problem.together, problem.wishes]).toEqual([[], [{ kind: 'siblings', a: 0, b: 1, price: 8000 }]])
  })

  test('in one home they ask for nothing', () => {
    expect(planned([kin('H1', 'G'), home('H2')]).problem).toMatchObject({ together: [], wishes: [] })
  })

  test('where their homes are kept apart it is a notice and an unmet wish, never an impossible plan', () => {
    const homes = [kin('H1', 'G'), kin('H2', 'G'), kin('H3', 'G')]
    const { problem, notices, unmet } = planned(homes, {
      links: [{ kind: 'must_not_meet', a: 'H1', b: 'H2' }],
    })
    expect(problem.together).toEqual([])
    expect(problem.wishes).toEqual([
      { kind: 'siblings', a: 0, b: 2, price: 10_000 },
      { kind: 'siblings', a: 1, b: 2, price: 10_000 },
    ])
    expect(notices).toEqual([
      'The brothers and sisters in H1, H2 and H3 cannot be sure of one constellation: children of H1 and H2 must not meet. It is a wish instead, at 10 km for each two of the homes.',
    ])
    expect(unmet).toEqual([
      {
        wish: 'The brothers and sisters in H1 and H2 in one constellation',
        because: 'children of H1 and H2 must not meet',
      },
    ])
  })

  test.each<[string, Partial<PlanSettings>, Partial<PlanHome>, string]>([
    [
      'too many children',
      { children: { least: 0, most: 1 } },
      {},
      '2 children live there, and a constellation has at most 1',
    ],
    [
      'too many homes',
      { satellites: { least: 0, most: 0 } },
      {},
      'no possible hub can have all 2 homes that would then belong together',
    ],
    ['two settled hubs', { settledHubs: ['H1', 'H2'] }, {}, 'H1 and H2 are to be hubs, each of its own'],
    [
      'locks to two hubs',
      {
        locks: [
          { household: 'H1', hub: 'H3' },
          { household: 'H2', hub: 'H4' },
        ],
      },
      {},
      'H3 and H4 are to be hubs, each of its own',
    ],
    [
      'a ban from the only possible hub',
      { bans: [{ household: 'H1', hub: 'H3' }] },
      { canBeHub: false },
      'no possible hub can have all 2 homes that would then belong together',
    ],
  ])('%s makes it a wish', (_name, settings, changes, why) => {
    const last = changes.canBeHub === false ? { canBeHub: false } : {}
    const homes = [kin('H1', 'G', changes), kin('H2', 'G', changes), home('H3'), home('H4', last)]
    const { problem, notices } = planned(homes, settings)
    expect(problem.together).toEqual([])
    expect(problem.wishes).toMatchObject([{ kind: 'siblings', a: 0, b: 1 }])
    expect(notices[0]).toContain(`${why}.`)
  })

  test('what just fits is together: so many homes with a hub from elsewhere, so many children', () => {
    const no = { canBeHub: false }
    const homes = [kin('H1', 'G', no), kin('H2', 'G', no), home('H3')]
    const together = (most: number, children: number) =>
      planned(homes, { satellites: { least: 0, most }, children: { least: 0, most: children } }).problem
        .together
    expect(together(2, 3)).toEqual([[0, 1]])
    expect(together(1, 3)).toEqual([])
    expect(together(2, 2)).toEqual([])
  })

  test('where the only possible hub is kept apart from one of them it is a wish', () => {
    const no = { canBeHub: false }
    const homes = [kin('H1', 'G', no), kin('H2', 'G', no), home('H3')]
    const links: PlanLink[] = [{ kind: 'keep_apart', a: 'H3', b: 'H2' }]
    expect(planned(homes, { links }).problem.together).toEqual([])
  })

  test('families that share a home belong together, and are weighed together', () => {
    const both = [...sibling('G'), ...sibling('K')]
    const homes = [kin('H1', 'G'), home('H2', { children: both }), kin('H3', 'K')]
    expect(planned(homes).problem.together).toEqual([
      [0, 1],
      [1, 2],
    ])
    const apart: PlanLink[] = [{ kind: 'keep_apart', a: 'H1', b: 'H3' }]
    const { problem } = planned(homes, { links: apart })
    expect([problem.together, problem.wishes]).toEqual([
      [[0, 1]],
      [{ kind: 'siblings', a: 1, b: 2, price: 10_000 }],
    ])
  })

  test('where the other home is not planned it is an unmet wish with its reason', () => {
    const homes = [kin('H1', 'G'), kin('H2', 'G', { wantsMockingbird: 'no' })]
    const { problem, unmet } = planned(homes)
    expect([problem.together, problem.wishes]).toEqual([[], []])
    expect(unmet).toEqual([
      {
        wish: 'The brothers and sisters in H1 and H2 in one constellation',
        because: 'H2 does not want Mockingbird',
      },
    ])
  })
})

describe('a mix of ages and needs', () => {
  test('a child belongs to the band of their age on the day', () => {
    const ages = ['2021-11-29', '2021-11-28', '2015-11-29', '2015-11-28']
    const homes = ages.map((bornOn, at) => home(`H${at}`, { children: [planChild('C', { bornOn })] }))
    const { mixes } = planned(homes).problem
    expect(mixes.map(({ name, counts, least, most, price }) => [name, counts, least, most, price])).toEqual([
      ['a child under 5', [1, 0, 0, 0], 1, null, 2000],
      ['a child of 5 to 10', [0, 1, 1, 0], 1, null, 2000],
      ['a child of 11 or over', [0, 0, 0, 1], 1, null, 2000],
      ['children best cared for alone', [0, 0, 0, 0], 0, 3, 2000],
    ])
  })

  test('children cared for alone are counted; at no price nothing is', () => {
    const homes = [home('H1', { children: [planChild('C', { solo: true })] })]
    expect(planned(homes).problem.mixes[3]?.counts).toEqual([1])
    expect(planned(homes, { mixKm: 0 }).problem.mixes).toEqual([])
  })
})

describe('what a person settled', () => {
  const homes = [home('H1'), home('H2'), home('H3'), home('H4', { inConstellation: true })]

  test('by place, and its homes may not be left out', () => {
    const { problem, wrong } = planned(homes, {
      settledHubs: ['H2'],
      locks: [{ household: 'H1', hub: 'H2' }],
      bans: [
        { household: 'H3', hub: 'H2' },
        { household: 'H4', hub: 'H2' },
      ],
    })
    expect(problem).toMatchObject({ hubs: [1], locks: [{ home: 0, hub: 1 }], bans: [{ home: 2, hub: 1 }] })
    expect(problem.homes.map(({ leaveOut }) => leaveOut)).toEqual([null, null, 30_000])
    expect(wrong).toEqual([])
  })

  test.each<[string, Partial<PlanSettings>, string]>([
    [
      'a lock of a home that is not planned',
      { locks: [{ household: 'H4', hub: 'H1' }] },
      'H4 is locked to H1, and it is not planned: H4 is in a constellation already.',
    ],
    [
      'a hub nobody knows',
      { settledHubs: ['H9'] },
      'H9 is settled as a hub, and there is no such home: correct it, or take it out.',
    ],
    [
      'a home that must be in and is not planned',
      { mustBeIn: ['H4'] },
      'H4 must be in, and it is not planned: H4 is in a constellation already.',
    ],
    [
      'a word about a home nobody knows',
      { hubs: [{ household: 'H9', may: true, reason: 'asked' }] },
      'H9 is named among the possible hubs, and there is no such home: take it out.',
    ],
    [
      'a barrier without a line',
      { barriers: [{ name: 'the harbour', line: [], extraKm: null }] },
      'The barrier “the harbour” has fewer than two points: draw a line, or take it out.',
    ],
  ])('%s is said', (_name, settings, sentence) => {
    expect(planned(homes, settings).wrong).toEqual([sentence])
  })
})

describe('a matrix', () => {
  const homes = [home('H1'), home('H2'), home('H3', { canBeHub: false })]
  const journeys = [
    { from: 'H2', to: 'H1', metres: 210 },
    { from: 'H1', to: 'H2', metres: 120 },
    { from: 'H3', to: 'H1', metres: 310 },
    { from: 'H2', to: 'H3', metres: -1 },
    { from: 'H9', to: 'H1', metres: 1 },
  ]

  test('a journey to a hub, or the way back where that alone is given; none to a home that cannot be a hub', () => {
    const { problem, holes } = planned(homes, { journeys })
    expect(problem.journeys).toEqual({ kind: 'matrix', units: [0, 210, 310, 120, 0, -1, -1, -1, 0] })
    expect(holes).toEqual([])
  })

  test('a hole is said with its pair', () => {
    expect(planned(homes, { journeys: journeys.slice(0, 3) }).holes).toEqual([
      'The matrix has no journey from H3 to H2: add a line for it, or write “no way” as its length.',
    ])
  })

  test('of many holes twenty are said', () => {
    const many = Array.from({ length: 6 }, (_, at) => home(`H${at}`))
    const { holes } = planned(many, { journeys: [] })
    expect([holes.length, holes.at(-1)]).toEqual([21, 'And 10 more journeys are missing in it.'])
  })
})

test('what clashes is still for the planner to say: a lock on a home that cannot be a hub', () => {
  const homes = [home('H1'), home('H2', { spareBeds: 1 })]
  const { problem, wrong } = planned(homes, { locks: [{ household: 'H1', hub: 'H2' }] })
  expect(wrong).toEqual([])
  expect(clashesOf(problem)).toContain('H1 is locked to H2, and H2 cannot be a hub.')
})
