import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkAnswer } from '../../src/constellations/planner/check.ts'
import { costOf } from '../../src/constellations/planner/cost.ts'
import type { Plan, Problem } from '../../src/constellations/planner/problem.ts'
import { bestByForce } from './brute-force.ts'
import { problems } from './random.ts'

/* The reference held against something plainer still: each home's hub is tried freely, and the checker says no. */

test('sets tried one by one find what every assignment finds', () => {
  fc.assert(
    fc.property(problems(4), (problem) => {
      expect(bestByForce(problem)?.total ?? null).toBe(cheapestAssignment(problem))
    }),
    { numRuns: 200 },
  )
})

function cheapestAssignment(problem: Problem): number | null {
  const homes = problem.homes.length
  const totals: number[] = []
  for (let turn = 0; turn < (homes + 1) ** homes; turn++) {
    // Digit by digit: the hub each home is with, or `homes` when it is left out.
    const hubs = problem.homes.map((_, home) => Math.floor(turn / (homes + 1) ** home) % (homes + 1))
    if (hubs.some((hub) => hub < homes && hubs[hub] !== hub)) continue
    const plan: Plan = {
      constellations: hubs.flatMap((own, hub) =>
        own === hub ? [{ hub, satellites: homesWith(hubs, hub).filter((home) => home !== hub) }] : [],
      ),
      leftOut: homesWith(hubs, homes),
    }
    const cost = costOf(problem, plan)
    const certificate = { multipliers: hubs.map(() => 0), bound: Number.NEGATIVE_INFINITY }
    const answer = { plan, cost, certificate, bound: cost.total, proven: true, ended: 'proven' as const }
    if (checkAnswer(problem, answer).length === 0) totals.push(cost.total)
  }
  return totals.length === 0 ? null : Math.min(...totals)
}

const homesWith = (hubs: readonly number[], hub: number) =>
  hubs.flatMap((own, home) => (own === hub ? [home] : []))
