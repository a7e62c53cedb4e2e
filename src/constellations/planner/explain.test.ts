import { describe, expect, test } from 'vitest'
import { planProblem } from '../../../tests/given/plan-problem.ts'
import { boundOf } from './check-bound.ts'
import { costOf } from './cost.ts'
import { explain } from './explain.ts'
import { explainHome } from './explain-home.ts'
import { figuresOf } from './figures.ts'
import type { Answer, Home, Plan, Problem } from './problem.ts'

const [A, B, C, D, E, F] = [0, 1, 2, 3, 4, 5]
/** A, B, C at 0, 1, 2 and D, E, F at 10, 11, 12 kilometres: B with A and C, E with D and F. */
const two: Plan = {
  constellations: [
    { hub: B, satellites: [A, C] },
    { hub: E, satellites: [D, F] },
  ],
  leftOut: [],
}
const cOut: Plan = {
  constellations: [
    { hub: B, satellites: [A] },
    { hub: E, satellites: [D, F] },
  ],
  leftOut: [C],
}
const out = { leaveOut: 5 }
const three = { hub: { least: 2, most: 3 } }
const tight = { B: three, E: three }
const because = (
  home: number,
  plan: Plan,
  changes: Partial<Problem>,
  homes: Record<string, Partial<Home>> = {},
) => explain(planProblem(changes, homes), plan).whyLeftOut(home)

describe('why a home is left out', () => {
  test('each near constellation with what it is short of', () => {
    const full = {
      constellations: [
        { hub: B, satellites: [A, D] },
        { hub: E, satellites: [F] },
      ],
      leftOut: [C],
    }
    expect(because(C, full, { apart: [{ a: C, b: F }] }, { ...tight, C: out })).toBe(
      'B, 1.0 km away, is full with 3 homes; E, 9.0 km away, has F, kept apart from C',
    )
  })

  test('too many children, a ban, no way', () => {
    expect(
      because(
        C,
        cOut,
        { children: { least: 0, most: 3 }, bans: [{ home: C, hub: B }] },
        { C: { ...out, children: 2 } },
      ),
    ).toBe(
      'B, 1.0 km away, would have 4 children, and 3 is the most and is never to have C; E, 9.0 km away, would have 5 children, and 3 is the most',
    )
    const units = Array.from({ length: 36 }, (_, at) => (at % 6 === C && at !== 14 ? -1 : 1))
    expect(because(C, cOut, { journeys: { kind: 'matrix', units } }, { C: out })).toBe(
      'B cannot be reached; E cannot be reached',
    )
  })

  test('a hub it is kept apart from itself', () => {
    expect(because(C, cOut, { apart: [{ a: B, b: C }], bans: [{ home: C, hub: E }] }, { C: out })).toBe(
      'B, 1.0 km away, is kept apart from C; E, 9.0 km away, is never to have C',
    )
  })

  test('one that could be had, at what it would cost', () => {
    expect(because(C, cOut, {}, { C: { leaveOut: 1 } })).toBe(
      'to have it with B, 1.0 km away, would cost 1.0 km, and leaving it out costs 1.0 km',
    )
    expect(because(C, cOut, { bans: [{ home: C, hub: B }] }, { C: out })).toBe(
      'B, 1.0 km away, is never to have C; to have it with E, 9.0 km away, would cost 9.0 km, and leaving it out costs 5.0 km',
    )
  })

  test('with those it goes together with', () => {
    const plan = { constellations: [{ hub: B, satellites: [A] }], leftOut: [C, D, E, F] }
    const out4 = { C: out, D: out, E: out, F: out }
    expect(because(C, plan, { together: [[C, D, E]] }, out4)).toBe(
      'goes together with D and E; B, 1.0 km away, has room for 2 homes more, and C, D and E go together',
    )
  })
})

describe('why a wish is not met', () => {
  const unmet = (
    a: number,
    b: number,
    plan: Plan,
    changes: Partial<Problem> = {},
    homes: Record<string, Partial<Home>> = {},
  ) =>
    explain(planProblem({ ...changes, wishes: [{ kind: 'friendship', a, b, price: 3 }] }, homes), plan)
      .unmet()
      .map((one) => one.because)

  test('it is met', () => {
    expect(unmet(A, C, two)).toEqual([])
  })

  test('a home is left out, or both are', () => {
    expect(unmet(A, C, cOut)).toEqual(['C is left out'])
    const plan = {
      constellations: [
        { hub: B, satellites: [A] },
        { hub: E, satellites: [F] },
      ],
      leftOut: [C, D],
    }
    expect(unmet(C, D, plan)).toEqual(['C and D are left out'])
  })

  test('it would cost more elsewhere than it counts', () => {
    expect(unmet(C, D, two)).toEqual([
      'having them in one constellation would cost 8.0 km elsewhere, and counts 3.0 km',
    ])
  })

  test('neither can be where the other is', () => {
    const why = unmet(B, E, two)
    expect(why).toEqual(['E cannot have B: it is a hub, as is B; B cannot have E: it is a hub, as is E'])
  })
})

describe('what else was near a home', () => {
  test('other hubs and possible hubs, nearest first, with what kept it out', () => {
    const problem = planProblem({ apart: [{ a: C, b: F }] }, { D: { hub: null }, F: { hub: null } })
    expect(explain(problem, two).others(C, 9)).toEqual([
      { hub: A, constellation: null, way: 2, because: ['was not chosen as a hub: it is with B'] },
      { hub: E, constellation: 1, way: 9, because: ['has F, kept apart from C'] },
    ])
    expect(explain(problem, two).others(C, 1)).toHaveLength(1)
  })

  test('nothing keeps it out: there it would only cost more', () => {
    expect(
      explain(planProblem(), two)
        .others(C, 9)
        .find(({ hub }) => hub === E)?.because,
    ).toEqual([])
  })

  test('what it would leave behind keeps it', () => {
    const { others } = explain(
      planProblem({ children: { least: 3, most: 6 } }, { B: { hub: { least: 3, most: 4 } } }),
      two,
    )
    expect(others(C, 9).find(({ hub }) => hub === E)?.because).toEqual([
      'would leave B with 2 homes, and 3 is the least',
      'would leave B with 2 children, and 3 is the least',
    ])
  })

  test('a hub, one tied to a hub, one locked elsewhere', () => {
    const because = (home: number, changes: Partial<Problem>) =>
      explain(planProblem(changes), two)
        .others(home, 9)
        .find(({ hub }) => hub === E)?.because
    expect(because(B, {})).toEqual(['is a hub, as is B'])
    expect(because(A, { together: [[A, B]] })).toEqual(['is a hub, as is B, which goes together with A'])
    expect(because(A, { locks: [{ home: A, hub: B }] })).toEqual([
      'is a hub, as is B, which goes together with A',
    ])
  })

  test('a possible hub that is left out', () => {
    expect(explain(planProblem({}, { C: out }), cOut).others(B, 1)).toMatchObject([
      { hub: A, because: ['was not chosen as a hub: it is with B'] },
    ])
    expect(
      explain(planProblem({}, { C: out }), cOut)
        .others(D, 9)
        .find(({ hub }) => hub === C)?.because,
    ).toEqual(['is left out'])
  })
})

describe('one home of an answer', () => {
  /** Multipliers that prove the plan: what a home is worth is its way, and what a hub gains. */
  function answer(problem: Problem, plan: Plan, multipliers: number[]): Answer {
    const cost = costOf(problem, plan)
    const bound = boundOf(problem, multipliers)
    const proven = bound === cost.total
    return {
      plan,
      cost,
      certificate: { multipliers, bound },
      bound,
      proven,
      ended: proven ? 'proven' : 'work',
    }
  }
  const hubsAlone = Object.fromEntries(['A', 'C', 'D', 'F'].map((id) => [id, { hub: null }]))

  test('its hub, its way, and what being elsewhere costs at least and at most', () => {
    const problem = planProblem({}, hubsAlone)
    const given = answer(problem, two, [1, 0, 1, 1, 0, 1])
    expect([given.bound, given.cost.total]).toEqual([4, 4])
    const { hub, way, because, others, leavingOut } = explainHome(problem, given, C, 5)
    expect([hub, way, because, leavingOut]).toEqual([B, 1, null, { hub: null, atLeast: null, atMost: null }])
    expect(others).toMatchObject([{ hub: E, way: 9, moving: { hub: E, atLeast: 8, atMost: { units: 8 } } }])
  })

  test('a swap where the other is full', () => {
    const problem = planProblem({}, { ...hubsAlone, ...tight })
    const given = answer(problem, two, [1, 0, 1, 1, 0, 1])
    const [other] = explainHome(problem, given, C, 5).others
    expect(other).toMatchObject({ because: ['is full with 3 homes'], moving: { atMost: { units: 16 } } })
    expect(other?.moving.atLeast).toBeLessThanOrEqual(16)
    expect(other?.moving.atLeast).toBeGreaterThan(0)
  })

  test('leaving it out, and one that is left out', () => {
    const problem = planProblem({}, { ...hubsAlone, C: { hub: null, ...out } })
    const given = answer(problem, two, [1, 0, 1, 1, 0, 1])
    expect(explainHome(problem, given, C, 5).leavingOut).toMatchObject({ atLeast: 4, atMost: { units: 4 } })
    const left = explainHome(problem, { ...given, plan: cOut, cost: costOf(problem, cOut) }, C, 5)
    expect(left).toMatchObject({ hub: null, way: null, leavingOut: null })
    expect(left.because).toContain('to have it with B')
    expect(left.others[0]?.moving.atMost?.units).toBe(-4)
  })
})

describe('figures', () => {
  test('journeys of the satellites, sizes and children, and brothers and sisters', () => {
    const problem = planProblem({
      together: [[A, C]],
      wishes: [
        { kind: 'siblings', a: C, b: D, price: 1 },
        { kind: 'friendship', a: A, b: C, price: 1 },
      ],
    })
    const far = {
      constellations: [
        { hub: B, satellites: [A, C, D] },
        { hub: E, satellites: [F] },
      ],
      leftOut: [],
    }
    expect(figuresOf(problem, far, 1)).toEqual({
      total: 12,
      mean: 3,
      median: 1,
      longest: 9,
      over: 0.25,
      sizes: [4, 2],
      children: [4, 2],
      siblings: { together: 2, of: 2 },
    })
    expect(figuresOf(problem, cOut, 1).siblings).toEqual({ together: 0, of: 2 })
  })

  test('no journeys at all', () => {
    const alone = { constellations: [{ hub: B, satellites: [] }], leftOut: [A, C, D, E, F] }
    expect(figuresOf(planProblem(), alone, 1)).toMatchObject({
      total: 0,
      mean: null,
      median: null,
      longest: null,
      over: 0,
    })
  })

  test('of an even number the median is between the two in the middle', () => {
    const far = { constellations: [{ hub: B, satellites: [A, D] }], leftOut: [C, E, F] }
    expect(figuresOf(planProblem(), far, 1).median).toBe(5)
  })
})

test('a thousand homes are explained in a moment: a page waits for it', { timeout: 60_000 }, () => {
  const all = Array.from({ length: 1000 }, (_, at) => at)
  const isHub = (at: number) => at % 20 === 0
  const large: Problem = {
    ...planProblem({}),
    homes: all.map((at) => ({
      id: `H${at}`,
      load: 1,
      children: 1,
      hub: isHub(at) ? { least: 1, most: 11 } : null,
      leaveOut: 50,
    })),
    journeys: {
      kind: 'plane',
      x: all.map((at) => (at * 37) % 101),
      y: all.map((at) => (at * 53) % 97),
      round: 'nearest',
      unit: 1,
    },
    constellations: { least: 1, most: 50, price: 0 },
    children: null,
    wishes: all.slice(0, 300).map((a) => ({ kind: 'friendship', a, b: 999 - a, price: 3 })),
  }
  const plan: Plan = {
    constellations: all.filter(isHub).map((hub) => ({ hub, satellites: all.slice(hub + 1, hub + 11) })),
    leftOut: all.filter((at) => at % 20 > 10),
  }
  const start = performance.now()
  const { whyLeftOut, unmet } = explain(large, plan)
  expect(unmet().every(({ because }) => because !== '')).toBe(true)
  expect(plan.leftOut.every((home) => whyLeftOut(home) !== '')).toBe(true)
  // A second or so where each plan that is tried is told from its own homes; minutes where each is counted whole.
  expect(performance.now() - start).toBeLessThan(20_000)
})
