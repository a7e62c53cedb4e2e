import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breaksOf } from '../../src/constellations/planner/breaks.ts'
import { boundOf } from '../../src/constellations/planner/check-bound.ts'
import { clustersOf } from '../../src/constellations/planner/clusters.ts'
import { costOf } from '../../src/constellations/planner/cost.ts'
import { movingOf } from '../../src/constellations/planner/moving.ts'
import type { Answer, Problem } from '../../src/constellations/planner/problem.ts'
import { bestByForce } from './brute-force.ts'
import { problems } from './random.ts'

/* What a move costs, held against every plan there is with the home where it would go. */

/** The best plan with multipliers that somebody drew: any give a bound. */
function answerOf(problem: Problem, drawn: readonly number[]): Answer | null {
  const best = bestByForce(problem)
  if (!best) return null
  const multipliers = problem.homes.map((_, home) => drawn[home] ?? 0)
  const bound = boundOf(problem, multipliers)
  const cost = costOf(problem, best.plan)
  return { plan: best.plan, cost, certificate: { multipliers, bound }, bound, proven: false, ended: 'work' }
}

/** The problem with the home's whole cluster with that hub, or left out. */
function forced(problem: Problem, home: number, hub: number | null): Problem {
  const its = clustersOf(problem).find(({ homes }) => homes.includes(home))?.homes ?? []
  if (hub !== null) return { ...problem, locks: [...problem.locks, { home, hub }] }
  const homes = problem.homes.map((one, at) => (its.includes(at) ? { ...one, hub: null } : one))
  const bans = its.flatMap((one) => problem.homes.map((_, at) => ({ home: one, hub: at })))
  return { ...problem, homes, bans: [...problem.bans, ...bans] }
}

test('at least and at most hold what the best plan with the home there costs more', () => {
  let [below, found] = [0, 0]
  fc.assert(
    fc.property(
      problems(6),
      fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 6, maxLength: 6 }),
      fc.nat(5),
      fc.integer({ min: -1, max: 5 }),
      (problem, drawn, one, other) => {
        const n = problem.homes.length
        const [home, hub] = [one % n, other < 0 ? null : other % n]
        const answer = answerOf(problem, drawn)
        fc.pre(answer !== null && hub !== home)
        if (!answer) return
        const { atLeast, atMost } = movingOf(problem, answer, home, hub)
        const best = bestByForce(forced(problem, home, hub))
        if (atLeast === null) expect(best).toBeNull()
        else if (best) expect(atLeast).toBeLessThanOrEqual(best.total - answer.cost.total + 1e-6)
        if (atLeast) below++
        if (!atMost) return
        found++
        expect(breaksOf(problem, atMost.plan)).toEqual([])
        expect(costOf(problem, atMost.plan).total - answer.cost.total).toBe(atMost.units)
        const at = atMost.plan.constellations.find((its) => [its.hub, ...its.satellites].includes(home))
        expect(at?.hub ?? null).toBe(hub)
        expect(atMost.units).toBeGreaterThanOrEqual((best?.total ?? Number.NaN) - answer.cost.total - 1e-6)
      },
    ),
    { numRuns: 800 },
  )
  // The test says something: bounds above nothing, and moves that were found.
  expect(below).toBeGreaterThan(20)
  expect(found).toBeGreaterThan(20)
})
