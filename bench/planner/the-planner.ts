import { runGrounds } from '../../src/cli/plan-run.ts'
import { runPlanner } from '../../src/plans/run-planner.ts'
import type { Solved, Solver } from './job.ts'

/** As the command `plan` does it: a fresh worker for each problem, as many at once as there are processors. */
export const thePlanner: Solver = async (grounds, { seed, effort, seconds }, told) => {
  const solved: Solved[] = []
  const outcomes = await runGrounds(grounds, { seed, work: effort, seconds }, async (problem, asked) => {
    const answer = await runPlanner(problem, {
      ...asked,
      tell: ({ best, bound }) => {
        if (grounds.length === 1 && best) told((best.cost.total - Math.max(0, bound)) / best.cost.total)
      },
    })
    if ('plan' in answer) solved.push({ problem, answer, bounds: true })
    return answer
  })
  const broken = outcomes.find((one) => one.broken !== null)
  if (broken) throw new Error(broken.broken ?? '')
  return solved
}
