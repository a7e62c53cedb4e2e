import { describe, expect, test } from 'vitest'
import { planHome, planProblem } from '../../../tests/given/plan-problem.ts'
import { breaksOf } from './breaks.ts'
import type { Home, Plan, Problem } from './problem.ts'

const home = (id: string, changes: Partial<Home> = {}): Home =>
  planHome(id, { hub: { least: 2, most: 3 }, leaveOut: 100, ...changes })

/** Six homes on a line, two constellations of two or three. */
const six = planProblem({
  name: 'six',
  homes: ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => home(id)),
  children: { least: 2, most: 3 },
})
const good: Plan = {
  constellations: [
    { hub: 1, satellites: [0, 2] },
    { hub: 4, satellites: [3, 5] },
  ],
  leftOut: [],
}
const with5Out: Plan = {
  constellations: [
    { hub: 1, satellites: [0, 2] },
    { hub: 4, satellites: [3] },
  ],
  leftOut: [5],
}
const homesWith = (at: number, changes: Partial<Home>) =>
  six.homes.map((one, place) => (place === at ? { ...one, ...changes } : one))
const matrix = six.homes.flatMap((_, hub) => six.homes.map((__, to) => (hub === 4 && to === 3 ? -1 : 1)))

test('a plan that keeps the rules breaks none, with a home left out that may be', () => {
  const kept = {
    ...six,
    together: [[0, 1]],
    apart: [{ a: 0, b: 3 }],
    hubs: [1],
    locks: [{ home: 0, hub: 1 }],
    bans: [{ home: 0, hub: 4 }],
  }
  expect(breaksOf(kept, good)).toEqual([])
  expect(breaksOf(kept, with5Out)).toEqual([])
})

describe('each rule that is broken is named, with its homes and its constellation', () => {
  test.each<[string, Partial<Problem>, Plan, object]>([
    [
      'too few constellations',
      { constellations: { least: 3, most: 4, price: 0 } },
      good,
      { kind: 'number', homes: [1, 4], constellation: null },
    ],
    [
      'too many constellations',
      { constellations: { least: 1, most: 1, price: 0 } },
      good,
      { kind: 'number', homes: [1, 4], constellation: null },
    ],
    ['a home twice', {}, { ...good, leftOut: [0] }, { kind: 'placed', homes: [0], constellation: null }],
    ['a home nowhere', {}, { ...with5Out, leftOut: [] }, { kind: 'placed', homes: [5], constellation: null }],
    [
      'a home nobody knows',
      {},
      { ...good, leftOut: [9] },
      { kind: 'placed', homes: [9], constellation: null },
    ],
    [
      'left out though it may not be',
      { homes: homesWith(5, { leaveOut: null }) },
      with5Out,
      { kind: 'left-out', homes: [5], constellation: null },
    ],
    [
      'a hub that cannot be one',
      { homes: homesWith(4, { hub: null }) },
      good,
      { kind: 'not-hub', homes: [4], constellation: 1 },
    ],
    [
      'too large',
      { homes: homesWith(4, { hub: { least: 0, most: 2 } }) },
      good,
      { kind: 'size', homes: [4, 3, 5], constellation: 1 },
    ],
    [
      'too small',
      { homes: homesWith(4, { hub: { least: 3, most: 9 } }) },
      with5Out,
      { kind: 'size', homes: [4, 3], constellation: 1 },
    ],
    [
      'too many children',
      { homes: homesWith(3, { children: 3 }) },
      good,
      { kind: 'children', homes: [4, 3, 5], constellation: 1 },
    ],
    [
      'too few children',
      { homes: homesWith(3, { children: 0 }) },
      with5Out,
      { kind: 'children', homes: [4, 3], constellation: 1 },
    ],
    [
      'no way there',
      { journeys: { kind: 'matrix', units: matrix } },
      good,
      { kind: 'no-way', homes: [3, 4], constellation: 1 },
    ],
    ['not together', { together: [[0, 3]] }, good, { kind: 'together', homes: [0, 3], constellation: null }],
    [
      'one left out of those who go together',
      { together: [[3, 5]] },
      with5Out,
      { kind: 'together', homes: [3, 5], constellation: null },
    ],
    ['not apart', { apart: [{ a: 0, b: 2 }] }, good, { kind: 'apart', homes: [0, 2], constellation: 0 }],
    [
      'a settled hub that is none',
      { hubs: [3] },
      good,
      { kind: 'settled-hub', homes: [3], constellation: 1 },
    ],
    ['a lock', { locks: [{ home: 0, hub: 4 }] }, good, { kind: 'lock', homes: [0, 4], constellation: 0 }],
    [
      'a lock of a home left out',
      { locks: [{ home: 5, hub: 4 }] },
      with5Out,
      { kind: 'lock', homes: [5, 4], constellation: null },
    ],
    ['a ban', { bans: [{ home: 0, hub: 1 }] }, good, { kind: 'ban', homes: [0, 1], constellation: 0 }],
  ])('%s', (_name, changes, plan, expected) => {
    expect(breaksOf({ ...six, ...changes }, plan)).toEqual([expected])
  })
})

test('two left out do not break a rule that keeps them apart', () => {
  const plan = {
    constellations: [
      { hub: 1, satellites: [0] },
      { hub: 4, satellites: [3] },
    ],
    leftOut: [2, 5],
  }
  expect(breaksOf({ ...six, apart: [{ a: 2, b: 5 }], together: [[2, 5]] }, plan)).toEqual([])
})
