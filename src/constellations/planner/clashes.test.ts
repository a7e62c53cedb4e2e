import { describe, expect, test } from 'vitest'
import { planProblem } from '../../../tests/given/plan-problem.ts'
import { clashesOf } from './clashes.ts'
import type { Home, Problem } from './problem.ts'

const [A, B, C, D, E, F] = [0, 1, 2, 3, 4, 5]
const clashes = (changes: Partial<Problem>, homes: Record<string, Partial<Home>> = {}) =>
  clashesOf(planProblem(changes, homes))
const noHub = { hub: null }
const out = { leaveOut: 5 }
const exactly = (n: number) => ({ constellations: { least: n, most: n, price: 0 } })
/** There is no way to hub `hub` for `home`, and one everywhere else. */
const without = (...holes: [hub: number, home: number][]): Partial<Problem> => ({
  journeys: {
    kind: 'matrix',
    units: Array.from({ length: 36 }, (_, at) =>
      holes.some(([hub, home]) => at === hub * 6 + home) ? -1 : 1,
    ),
  },
})

test('a problem that has a plan has no clash, with every kind of rule in it', () => {
  expect(
    clashes({
      together: [[A, B]],
      apart: [{ a: A, b: D }],
      hubs: [B],
      locks: [{ home: C, hub: B }],
      bans: [{ home: A, hub: E }],
    }),
  ).toEqual([])
})

describe('numbers', () => {
  test.each<[string, Partial<Problem>, Record<string, Partial<Home>>, string]>([
    ['no homes', { homes: [] }, {}, 'There are no homes to plan with.'],
    [
      'no number',
      { constellations: { least: 3, most: 2, price: 0 } },
      {},
      'From 3 to 2 constellations is no number: write at least 1, and the least first.',
    ],
    [
      'none at all',
      exactly(0),
      {},
      'From 0 to 0 constellations is no number: write at least 1, and the least first.',
    ],
    [
      'too few hubs',
      {},
      { B: noHub, C: noHub, D: noHub, E: noHub, F: noHub },
      '2 constellations are wanted, and only 1 home can be a hub: A.',
    ],
    [
      'no hub',
      exactly(1),
      { A: noHub, B: noHub, C: noHub, D: noHub, E: noHub, F: noHub },
      '1 constellation is wanted, and no home can be a hub.',
    ],
    [
      'hubs that go together',
      { together: [[A, B]] },
      { C: noHub, D: noHub, E: noHub, F: noHub },
      '2 constellations are wanted, and of the 2 homes that can be a hub only 1 can be one at once, since these go together: A and B.',
    ],
    [
      'more settled hubs than constellations',
      { hubs: [A, B, D] },
      {},
      'At most 2 constellations may be made, and 3 hubs are settled or locked to: A, B and D.',
    ],
    [
      'too few homes',
      { ...exactly(4), children: null },
      {},
      '4 constellations need at least 8 homes, hubs included, and there are 6 homes in all.',
    ],
    [
      'too many homes',
      exactly(1),
      {},
      '1 constellation can hold at most 4 homes, and 6 homes may not be left out: allow more constellations, or let some be left out.',
    ],
    [
      'the least of settled hubs counts first',
      { hubs: [A] },
      { A: { hub: { least: 5, most: 6 } } },
      '2 constellations need at least 7 homes, hubs included, and there are 6 homes in all.',
    ],
    [
      'too few children',
      { children: { least: 4, most: 6 } },
      {},
      '2 constellations need at least 8 children, and there are 6 children in all.',
    ],
    [
      'too many children',
      { children: { least: 0, most: 2 } },
      {},
      '2 constellations may have at most 4 children, and 6 children live in homes that may not be left out.',
    ],
    [
      'no number of children',
      { children: { least: 4, most: 2 } },
      {},
      'From 4 to 2 children is no number: write the least first.',
    ],
  ])('%s', (_name, changes, homes, sentence) => {
    expect(clashes(changes, homes)).toEqual([sentence])
  })

  test('homes that may be left out are not too many', () => {
    expect(clashes(exactly(1), { A: out, B: out })).toEqual([])
  })

  test('places where homes count unequally', () => {
    expect(clashes(exactly(1), { A: { load: 3 } })).toContain(
      '1 constellation can hold at most 4 places, and 8 places may not be left out: allow more constellations, or let some be left out.',
    )
  })
})

describe('what a person settled', () => {
  test.each<[string, Partial<Problem>, Record<string, Partial<Home>>, string]>([
    [
      'a settled hub that cannot be one',
      { hubs: [A] },
      { A: noHub },
      'A is settled as a hub, and it cannot be one.',
    ],
    [
      'a lock on a home that cannot be a hub',
      { locks: [{ home: A, hub: B }] },
      { B: noHub },
      'A is locked to B, and B cannot be a hub.',
    ],
    [
      'a lock and a ban',
      { locks: [{ home: A, hub: B }], bans: [{ home: A, hub: B }] },
      {},
      'A is locked to B, and also never with B: take one back.',
    ],
    [
      'a lock with one kept apart',
      { locks: [{ home: A, hub: B }], apart: [{ a: B, b: A }] },
      {},
      'A is locked to B, and the two are kept apart.',
    ],
    [
      'two locks of one home',
      {
        locks: [
          { home: A, hub: B },
          { home: A, hub: C },
        ],
      },
      {},
      'B and C are each to be the hub of a constellation, and yet belong in one: A is locked to B; A is locked to C.',
    ],
    [
      'a lock of a hub that is locked to another',
      {
        locks: [
          { home: A, hub: B },
          { home: B, hub: C },
        ],
      },
      {},
      'B and C are each to be the hub of a constellation, and yet belong in one: A is locked to B; B is locked to C.',
    ],
    [
      'a lock against together',
      {
        together: [[A, D]],
        locks: [
          { home: A, hub: B },
          { home: D, hub: E },
        ],
      },
      {},
      'B and E are each to be the hub of a constellation, and yet belong in one: A and D go together; A is locked to B; D is locked to E.',
    ],
    [
      'two settled hubs joined by together',
      { hubs: [A, D], together: [[A, D]] },
      {},
      'A and D are each to be the hub of a constellation, and yet belong in one: A and D go together.',
    ],
    [
      'two locked to one hub and kept apart',
      {
        locks: [
          { home: A, hub: B },
          { home: C, hub: B },
        ],
        apart: [{ a: A, b: C }],
      },
      {},
      'A and C are kept apart, and yet belong together: A is locked to B; C is locked to B.',
    ],
    [
      'more locked to a hub than it has room for',
      { locks: [A, C, D, E].map((home) => ({ home, hub: B })) },
      {},
      'A is locked to B; C is locked to B; D is locked to B; E is locked to B: together they need room for 5 homes, and the largest constellation has room for 4.',
    ],
    [
      'a lock with no way',
      { locks: [{ home: A, hub: B }], ...without([B, A]) },
      {},
      'A and B (A is locked to B) may not be left out together, and no hub can have them: there is no way from A to B.',
    ],
  ])('%s', (_name, changes, homes, sentence) => {
    expect(clashes(changes, homes)).toContain(sentence)
  })

  test('a home locked to itself is a settled hub, and no clash', () => {
    expect(clashes({ locks: [{ home: A, hub: A }] })).toEqual([])
  })
})

describe('homes that belong together', () => {
  test.each<[string, Partial<Problem>, Record<string, Partial<Home>>, string]>([
    [
      'kept apart too',
      { together: [[A, B]], apart: [{ a: A, b: B }] },
      {},
      'A and B are kept apart, and yet belong together: A and B go together.',
    ],
    [
      'kept apart by a chain',
      {
        together: [
          [A, B],
          [B, C],
        ],
        apart: [{ a: A, b: C }],
      },
      {},
      'A and C are kept apart, and yet belong together: A and B go together; B and C go together.',
    ],
    [
      'too many',
      { together: [[A, B, C, D, E]] },
      {},
      'A, B, C, D and E go together: together they need room for 5 homes, and the largest constellation has room for 4.',
    ],
    [
      'too many children',
      { together: [[A, B]] },
      { A: { children: 4 }, B: { children: 3 }, C: { children: 0 }, D: { children: 2 } },
      'A and B go together: together they have 7 children, and a constellation may have at most 6.',
    ],
    [
      'room only without a hub from elsewhere',
      { together: [[A, B, C, D]] },
      { A: noHub, B: noHub, C: noHub, D: noHub },
      'A, B, C and D (A, B, C and D go together) may not be left out together, and no hub can have them: E has room for 4, itself included; F has room for 4, itself included.',
    ],
  ])('%s', (_name, changes, homes, sentence) => {
    expect(clashes(changes, homes)).toContain(sentence)
  })

  test('no clash where all of them may be left out: then they are', () => {
    const changes = { together: [[A, B]], apart: [{ a: A, b: B }], ...exactly(1) }
    expect(clashes(changes, { A: out, B: out })).toEqual([])
    expect(clashes(changes, { A: out })).not.toEqual([])
  })
})

describe('a home that must be in and finds no hub', () => {
  const hubs = { A: noHub, B: noHub, C: noHub, F: noHub }

  test('no way, a ban, kept apart: each hub with what stands between', () => {
    expect(
      clashes(
        { ...without([D, A]), bans: [{ home: A, hub: E }], apart: [{ a: F, b: A }] },
        { A: noHub, B: noHub, C: noHub },
      ),
    ).toEqual([
      'A may not be left out, and no hub can have it: there is no way from A to D; A is never with E; A is kept apart from F.',
    ])
  })

  test('a demand above every capacity', () => {
    expect(clashes({}, { A: { load: 7 } })).toContain(
      'The demand of A, 7, is above every capacity: the largest is 4.',
    )
  })

  test('too many children beside any hub’s own', () => {
    expect(
      clashes(
        { children: { least: 0, most: 6 } },
        { ...hubs, A: { ...noHub, children: 6 }, B: { ...noHub, children: 0 }, C: { ...noHub, children: 0 } },
      ),
    ).toContain(
      'A may not be left out, and no hub can have it: with D there would be 7 children; with E there would be 7 children.',
    )
  })

  test('only settled hubs count where all are settled', () => {
    expect(
      clashes({
        hubs: [D, E],
        bans: [
          { home: A, hub: D },
          { home: A, hub: E },
        ],
      }),
    ).toEqual(['A may not be left out, and no hub can have it: A is never with D; A is never with E.'])
  })

  test('of many hubs the first three are named', () => {
    const bans = [B, C, D, E].map((hub) => ({ home: A, hub }))
    expect(clashes({ bans }, { A: noHub, F: noHub })).toEqual([
      'A may not be left out, and no hub can have it: A is never with B; A is never with C; A is never with D, and so on for 1 more.',
    ])
  })

  test('no clash for one that may be left out, or that can be a hub itself', () => {
    const bans = [D, E].map((hub) => ({ home: A, hub }))
    expect(clashes({ bans }, { ...hubs, A: { ...noHub, ...out } })).toEqual([])
    expect(clashes({ bans }, { ...hubs, A: {} })).toEqual([])
  })
})
