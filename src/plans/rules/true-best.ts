import { breaksOf } from '../../constellations/planner/breaks.ts'
import { costOf } from '../../constellations/planner/cost.ts'
import type { Problem, Progress } from '../../constellations/planner/problem.ts'

type Best = Progress['best']

/**
 * The plan that a run tells of, where it keeps every rule and costs what is said; null where it does not, or there is none. A
 * run that breaks off leaves it as a draft, which no certificate was ever checked for.
 */
export function trueBest(problem: Problem, best: Best): Best {
  if (!best || breaksOf(problem, best.plan).length > 0) return null
  return costOf(problem, best.plan).total === best.cost.total ? best : null
}
