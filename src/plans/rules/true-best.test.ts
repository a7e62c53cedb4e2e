import { expect, test } from 'vitest'
import { planProblem } from '../../../tests/given/plan-problem.ts'
import { costOf } from '../../constellations/planner/cost.ts'
import { trueBest } from './true-best.ts'

const problem = planProblem({ apart: [{ a: 0, b: 3 }] })
const told = (one: number[], other: number[]) => {
  const plan = {
    constellations: [
      { hub: 1, satellites: one },
      { hub: 4, satellites: other },
    ],
    leftOut: [],
  }
  return { plan, cost: costOf(problem, plan) }
}

test('a plan that a run tells of is kept where it keeps the rules and costs what is said', () => {
  const best = told([0, 2], [3, 5])
  expect(trueBest(problem, best)).toBe(best)
  expect(trueBest(problem, null)).toBeNull()
  expect(trueBest(problem, told([0, 3], [2, 5]))).toBeNull()
  expect(trueBest(problem, { ...best, cost: { ...best.cost, total: best.cost.total - 1 } })).toBeNull()
})
