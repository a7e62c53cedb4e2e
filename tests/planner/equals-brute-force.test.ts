import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkAnswer } from '../../src/constellations/planner/check.ts'
import type { Effort, Problem } from '../../src/constellations/planner/problem.ts'
import { solve } from '../../src/constellations/planner/solve.ts'
import { bestByForce } from './brute-force.ts'
import { dearAndApart, problems } from './random.ts'

/*
 * The planner against a reference that tries everything. The same problems each time, so that a change is what fails;
 * `INSTANCES=5000 SEED=2` tries more and others, `HOMES=12` larger ones.
 */

const INSTANCES = Number(process.env.INSTANCES ?? 200)
const HOMES = Number(process.env.HOMES ?? 9)
const SEED = Number(process.env.SEED ?? 1)

const effort = (): Effort => ({ seed: 1, work: 1, stop: () => null, tell: () => undefined })

async function holds(problem: Problem): Promise<void> {
  const best = bestByForce(problem)
  const found = await solve(problem, effort())
  expect(await solve(problem, effort())).toEqual(found)
  if ('clashes' in found) {
    expect({ best, said: found.clashes.length > 0 }).toEqual({ best: null, said: true })
    return
  }
  expect(checkAnswer(problem, found)).toEqual([])
  const { cost, proven, ended } = found
  expect({ total: cost.total, proven, ended }).toEqual({ total: best?.total, proven: true, ended: 'proven' })
}

test('the planner finds what trying everything finds, and proves it', {
  timeout: 60_000 + 1000 * INSTANCES,
}, async () => {
  await fc.assert(fc.asyncProperty(problems(HOMES), holds), {
    numRuns: INSTANCES,
    seed: SEED,
    endOnFailure: true,
  })
})

test('where hubs are dear and homes kept apart it proves no more than is so', {
  timeout: 60_000 + 1000 * INSTANCES,
}, async () => {
  await fc.assert(fc.asyncProperty(dearAndApart(9), holds), {
    numRuns: INSTANCES,
    seed: SEED,
    endOnFailure: true,
  })
})
