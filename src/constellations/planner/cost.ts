import { journeyOf } from './journeys.ts'
import type { Cost, Plan, Problem } from './problem.ts'

/** What a plan costs, part by part, whether or not it keeps the rules. A way that does not exist counts nothing here. */
export function costOf(problem: Problem, plan: Plan): Cost {
  const journey = journeyOf(problem.journeys, problem.homes.length)
  const where = constellationOf(problem, plan)
  let journeys = 0
  for (const { hub, satellites } of plan.constellations)
    for (const home of satellites) journeys += Math.max(0, journey(hub, home))
  const hubs = plan.constellations.length * problem.constellations.price
  let leftOut = 0
  for (const home of plan.leftOut) leftOut += problem.homes[home]?.leaveOut ?? 0
  let wishes = 0
  for (const { a, b, price } of problem.wishes) if (where[a] === -1 || where[a] !== where[b]) wishes += price
  const mix = mixCost(problem, plan)
  return { journeys, hubs, leftOut, wishes, mix, total: journeys + hubs + leftOut + wishes + mix }
}

/** For each home the place of its constellation in the plan; -1 when it is left out. */
export function constellationOf(problem: Problem, plan: Plan): Int32Array {
  const where = new Int32Array(problem.homes.length).fill(-1)
  plan.constellations.forEach(({ hub, satellites }, at) => {
    where[hub] = at
    for (const home of satellites) where[home] = at
  })
  return where
}

function mixCost(problem: Problem, plan: Plan): number {
  let total = 0
  for (const { counts, least, most, price } of problem.mixes)
    for (const { hub, satellites } of plan.constellations) {
      const count = [hub, ...satellites].reduce((sum, home) => sum + (counts[home] ?? 0), 0)
      total += price * (Math.max(0, least - count) + (most === null ? 0 : Math.max(0, count - most)))
    }
  return total
}
