import { checkAnswer } from '../../src/constellations/planner/check.ts'
import type { Cost, Plan, Problem } from '../../src/constellations/planner/problem.ts'
import { groundsOf } from './instances.ts'
import type { Done, Found, Job, Solved, Solver } from './job.ts'
import { programAlone } from './program-alone.ts'
import { searchAlone } from './search-alone.ts'
import { thePlanner } from './the-planner.ts'

const SOLVERS: Record<Job['way'], Solver> = {
  planner: thePlanner,
  program: programAlone,
  search: searchAlone,
}

/** Does one job in this process, which does nothing else before or after. */
export async function doJob(job: Job): Promise<Done> {
  const grounds = await groundsOf(job.instance)
  const moments: { at: number; gap: number }[] = []
  const start = performance.now()
  const before = process.cpuUsage()
  const passed = () => (performance.now() - start) / 1000
  const told = (gap: number) => {
    if (gap < (moments.at(-1)?.gap ?? Infinity)) moments.push({ at: passed(), gap })
  }
  let trouble: string | null = null
  let solved: readonly Solved[] = []
  try {
    solved = await SOLVERS[job.way](grounds, job, told)
  } catch (thrown) {
    trouble = thrown instanceof Error ? thrown.message : String(thrown)
  }
  const wall = passed()
  const { user, system } = process.cpuUsage(before)
  const peak = process.resourceUsage().maxRSS / 1024
  const sum = (of: (problem: Problem) => number) =>
    grounds.reduce((total, { problem }) => total + of(problem), 0)
  return {
    homes: sum(({ homes }) => homes.length),
    hubs: sum(({ constellations }) => constellations.most),
    found: trouble === null ? summed(solved) : null,
    trouble,
    wall,
    cpu: (user + system) / 1e6,
    peak,
    moments,
    refused: solved.flatMap(({ problem, answer }) =>
      checkAnswer(problem, answer).map((says) => `${problem.name}: ${says}`),
    ),
  }
}

function summed(solved: readonly Solved[]): Found {
  const sum = (of: (one: Solved) => number) => solved.reduce((total, one) => total + of(one), 0)
  return {
    length: sum(({ problem, answer }) => lengthOf(problem, answer.plan, answer.cost)),
    cost: sum(({ answer }) => answer.cost.total),
    bound: solved.every(({ bounds }) => bounds) ? sum(({ answer }) => answer.bound) : null,
    checked: sum(({ answer }) => answer.certificate.bound),
    proven: solved.every(({ answer }) => answer.proven),
    ended: solved.find(({ answer }) => !answer.proven)?.answer.ended ?? 'proven',
  }
}

/**
 * The journeys before they are rounded to units, as the literature sums them; rounded down where the instance says so.
 * A register's plan is its whole cost in kilometres: wishes and homes left out have a price there.
 */
function lengthOf({ journeys, scale }: Problem, { constellations }: Plan, cost: Cost): number {
  if (journeys.kind !== 'plane') return cost.total / scale
  const { x, y, round } = journeys
  let total = 0
  for (const { hub, satellites } of constellations)
    for (const home of satellites) {
      const [dx, dy] = [(x[hub] ?? 0) - (x[home] ?? 0), (y[hub] ?? 0) - (y[home] ?? 0)]
      const length = Math.sqrt(dx * dx + dy * dy)
      total += round === 'floor' ? Math.floor(length) : (length * journeys.unit) / scale
    }
  return total
}
