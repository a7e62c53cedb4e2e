import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestByForce, boundByForce } from '../../../tests/planner/brute-force.ts'
import { problems } from '../../../tests/planner/random.ts'
import { checkAnswer } from './check.ts'
import { boundOf } from './check-bound.ts'
import { costOf } from './cost.ts'
import type { Answer, Plan, Problem } from './problem.ts'

/** Eight homes on a line of 10 km, a hub at each end, and one of every rule. */
const PROBLEM: Problem = {
  name: 'a line',
  scale: 1,
  homes: [0, 1, 2, 3, 7, 8, 9, 10].map((_, place) => ({
    id: 'ABCDEFGH'[place] ?? '',
    load: 1,
    children: 1,
    hub: [0, 1, 7].includes(place) ? { least: 2, most: 4 } : null,
    leaveOut: place === 3 ? 4 : place === 5 ? 6 : null,
  })),
  journeys: { kind: 'plane', x: [0, 1, 2, 3, 7, 8, 9, 10], y: Array(8).fill(0), round: 'nearest', unit: 1 },
  constellations: { least: 1, most: 3, price: 2 },
  children: { least: 2, most: 4 },
  together: [[1, 2]],
  apart: [{ a: 2, b: 3 }],
  wishes: [{ a: 3, b: 4, kind: 'siblings', price: 2 }],
  mixes: [{ name: 'a baby', counts: [0, 0, 1, 0, 1, 1, 0, 0], least: 1, most: 1, price: 5 }],
  hubs: [0],
  locks: [{ home: 4, hub: 7 }],
  bans: [{ home: 6, hub: 0 }],
}

function answerOf(problem: Problem, plan: Plan, multipliers: readonly number[]): Answer {
  const cost = costOf(problem, plan)
  const certificate = { multipliers, bound: Math.ceil(boundByForce(problem, multipliers) - 1e-6) }
  return { plan, cost, certificate, bound: cost.total, proven: true, ended: 'proven' }
}

const right = (): Answer => {
  const best = bestByForce(PROBLEM)
  if (!best) throw new Error('there is a plan')
  return answerOf(PROBLEM, best.plan, [0, 2, 2, 3, 3, 2, 1, 0])
}

const together = (hub: number, ...satellites: number[]) => ({ hub, satellites })

/** The answer with another plan, whose sums are right. */
const planned = (constellations: Plan['constellations'], leftOut: number[] = []): Answer => {
  const plan = { constellations, leftOut }
  const cost = costOf(PROBLEM, plan)
  return { ...right(), plan, cost, bound: right().bound, proven: cost.total === right().bound }
}

describe('a right answer', () => {
  test('is accepted', () => {
    expect(right().plan.constellations).toEqual([together(0, 1, 2), together(7, 4, 6)])
    expect(right().cost).toEqual({ journeys: 7, hubs: 4, leftOut: 10, wishes: 2, mix: 0, total: 23 })
    expect(checkAnswer(PROBLEM, right())).toEqual([])
  })

  test('need not be the best', () => {
    expect(checkAnswer(PROBLEM, planned([together(0, 1, 2), together(7, 3, 4, 6)], [5]))).toEqual([])
  })
})

describe('a plan spoilt by hand is refused', () => {
  const best = [together(0, 1, 2), together(7, 4, 6)]
  test.each<[string, Answer, RegExp]>([
    ['a home forgotten', planned(best, [3]), /Home F is in the plan 0 times/],
    [
      'a home twice',
      planned([together(0, 1, 2), together(7, 4, 6, 1)], [3, 5]),
      /Home B is in the plan 2 times/,
    ],
    ['a home that there is not', planned(best, [3, 5, 8]), /place 8, where there is none/],
    [
      'a hub that cannot be one',
      planned([together(0, 1, 2), together(4, 6, 7)], [3, 5]),
      /E is a hub and cannot/,
    ],
    [
      'a hub full to bursting',
      planned([together(0, 1, 2), together(7, 3, 4, 5, 6)]),
      /H is 5 large, and may be 2 to 4/,
    ],
    ['a hub by itself', planned([together(0), together(1, 2), together(7, 4, 6)], [3, 5]), /A is 1 large/],
    [
      'too many children',
      planned([together(0, 1, 2), together(7, 3, 4, 5, 6)]),
      /H has 5 children, and may have 2 to 4/,
    ],
    [
      'homes that go together parted',
      planned([together(0, 1), together(7, 2, 4, 6)], [3, 5]),
      /B, C go together/,
    ],
    [
      'homes that stay apart together',
      planned([together(0, 1, 2, 3), together(7, 4, 6)], [5]),
      /C and D are in one/,
    ],
    ['a lock broken', planned([together(0, 1, 2, 4), together(7, 6)], [3, 5]), /E is locked to H/],
    ['a ban broken', planned([together(0, 1, 2, 6), together(7, 4)], [3, 5]), /G is with A, which is barred/],
    [
      'a settled hub that is none',
      planned([together(1, 0, 2), together(7, 4, 6)], [3, 5]),
      /A is settled as a hub/,
    ],
    [
      'a home left out that may not be',
      planned([together(0, 1, 2), together(7, 4)], [3, 5, 6]),
      /G is left out and/,
    ],
    ['a constellation too many', planned([...best, together(3), together(5)]), /There are 4 constellations/],
  ])('%s', (_, answer, said) => {
    expect(checkAnswer(PROBLEM, answer).join('\n')).toMatch(said)
  })

  test('a way that is none', () => {
    const units = Array.from({ length: 64 }, (_, at) => (at === 7 * 8 + 6 ? -1 : 1))
    const problem: Problem = { ...PROBLEM, journeys: { kind: 'matrix', units } }
    const answer = answerOf(problem, planned(best, [3, 5]).plan, Array(8).fill(0))
    expect(checkAnswer(problem, answer)).toEqual(['There is no way between G and its hub H.'])
  })
})

describe('a sum spoilt by hand is refused', () => {
  const { cost, certificate } = right()
  test.each<[string, Partial<Answer>, RegExp]>([
    [
      'journeys too short',
      { cost: { ...cost, journeys: cost.journeys - 1 } },
      /cost \(journeys\) is said to be 6 and is 7/,
    ],
    ['a hub for nothing', { cost: { ...cost, hubs: 2 } }, /cost \(hubs\)/],
    ['leaving out for nothing', { cost: { ...cost, leftOut: 0 } }, /cost \(leftOut\)/],
    ['a wish not paid', { cost: { ...cost, wishes: 0 } }, /cost \(wishes\)/],
    ['a mix paid twice', { cost: { ...cost, mix: 5 } }, /cost \(mix\)/],
    [
      'a total that is not the sum',
      { cost: { ...cost, total: 22 } },
      /cost \(total\) is said to be 22 and is 23/,
    ],
    ['a bound above the cost', { bound: 24 }, /The bound is 24, and the plan costs 23/],
    [
      'a bound below its certificate',
      { bound: certificate.bound - 1, proven: false },
      /less than the certificate/,
    ],
    ['proven with a gap', { bound: 22 }, /It is said to be proven, with a bound of 22/],
    ['not proven without one', { proven: false }, /It is not said to be proven/],
    [
      'a certificate that says too much',
      { certificate: { ...certificate, bound: certificate.bound + 1 } },
      /The certificate says \d+ at least, and its multipliers give \d+/,
    ],
    [
      'other multipliers',
      {
        certificate: {
          ...certificate,
          multipliers: certificate.multipliers.map((one, at) => (at === 1 ? one - 3 : one)),
        },
      },
      /its multipliers give/,
    ],
    [
      'a multiplier too few',
      { certificate: { ...certificate, multipliers: [1, 2] } },
      /one multiplier, a number, for each/,
    ],
    [
      'a multiplier that is no number',
      { certificate: { ...certificate, multipliers: certificate.multipliers.map(() => Number.NaN) } },
      /one multiplier, a number, for each/,
    ],
    [
      'a certificate above the cost',
      { certificate: { ...certificate, bound: 30 } },
      /says 30 at least, and the plan costs/,
    ],
    ['a bound that is no number', { bound: Number.NaN }, /The bound is NaN/],
  ])('%s', (_, spoilt, said) => {
    expect(checkAnswer(PROBLEM, { ...right(), ...spoilt }).join('\n')).toMatch(said)
  })
})

describe('the bound of a hub that needs more than what gains it something', () => {
  /** The hub and three homes of load 2, 3 and 1; only the last has a journey, of 2. */
  const problem: Problem = {
    ...PROBLEM,
    homes: [1, 2, 3, 1].map((load, place) => ({
      id: `${place}`,
      load,
      children: 0,
      hub: place === 0 ? { least: 4, most: 5 } : null,
      leaveOut: null,
    })),
    journeys: { kind: 'matrix', units: Array.from({ length: 16 }, (_, at) => (at === 3 ? 2 : 0)) },
    constellations: { least: 1, most: 1, price: 0 },
    children: null,
    ...{ together: [], apart: [], wishes: [], mixes: [], hubs: [], locks: [], bans: [] },
  }
  const bound = (more: Partial<Problem> = {}) => boundOf({ ...problem, ...more }, [0, 10, 1, 0])

  test('takes a home that costs something beside the best, not the next best by itself', () => {
    expect(bound()).toBe(11 - 10 + 2)
  })

  test('is beyond every plan with more settled hubs than constellations, or none that can be', () => {
    expect(bound({ hubs: [0] })).toBe(3)
    expect(bound({ hubs: [0], constellations: { least: 0, most: 0, price: 0 } })).toBe(
      Number.POSITIVE_INFINITY,
    )
    expect(bound({ hubs: [1] })).toBe(Number.POSITIVE_INFINITY)
  })

  test('is beyond every plan where a home is locked to two hubs', () => {
    const [one, other] = [
      { home: 1, hub: 0 },
      { home: 1, hub: 2 },
    ]
    expect(bound({ locks: [one] })).toBe(3)
    expect(bound({ locks: [one, other] })).toBe(Number.POSITIVE_INFINITY)
  })

  test('is not rounded up where a cost is no whole number, and not known for loads in parts', () => {
    expect(bound({ constellations: { least: 1, most: 1, price: 0.5 } })).toBe(3.5)
    expect(bound({ homes: problem.homes.map((home) => ({ ...home, load: 1.5 })) })).toBeNaN()
  })
})

/** Worths about as large as the problem's journeys: where items are taken for their gain, and for the least alike. */
const worths = ({ homes, scale }: Problem) =>
  fc.array(
    fc.oneof(
      fc.integer({ min: -2 * scale, max: 12 * scale }),
      fc.double({ min: -2 * scale, max: 12 * scale, noNaN: true }),
    ),
    { minLength: homes.length, maxLength: homes.length },
  )
const withMultipliers = problems(8).chain((problem) =>
  worths(problem).map((multipliers) => ({ problem, multipliers })),
)

describe('whatever the problem', () => {
  test('the bound is what trying every set gives, and no more than the best plan costs', () => {
    fc.assert(
      fc.property(withMultipliers, ({ problem, multipliers }) => {
        const [bound, slow] = [boundOf(problem, multipliers), boundByForce(problem, multipliers)]
        if (slow === Number.POSITIVE_INFINITY) expect(bound).toBe(slow)
        else expect(bound).toBe(Math.ceil(slow - 1e-6))
        expect(bound).toBeLessThanOrEqual(bestByForce(problem)?.total ?? Number.POSITIVE_INFINITY)
      }),
      { numRuns: 600 },
    )
  })

  test('the best plan is accepted, and its cost is what brute force says', () => {
    fc.assert(
      fc.property(withMultipliers, ({ problem, multipliers }) => {
        const best = bestByForce(problem)
        fc.pre(best !== null)
        const answer = answerOf(problem, best.plan, multipliers)
        expect(answer.cost.total).toBe(best.total)
        expect(checkAnswer(problem, answer)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
