import { chanceOf, shuffled } from '../../src/constellations/planner/chance.ts'
import { coreOf } from '../../src/constellations/planner/core.ts'
import { costOf } from '../../src/constellations/planner/cost.ts'
import { layoutOf } from '../../src/constellations/planner/layout.ts'
import type { Problem } from '../../src/constellations/planner/problem.ts'
import { planOf } from '../../src/constellations/planner/run.ts'
import { fill } from '../../src/constellations/planner/search.ts'
import { type Kept, keep, shake } from '../../src/constellations/planner/shake.ts'
import { waysOf } from '../../src/constellations/planner/ways.ts'
import type { Solved, Solver } from './job.ts'

/*
 * The planner's own local search with nothing to lead it: hubs drawn by chance, filled, bettered and shaken until it
 * is no longer of use, then other hubs, until the clock ends it. It proves nothing.
 */

const SHAKES = 20
/** Hubs are drawn anew after so many moves in vain for each constellation. */
const VAIN = 40

export const searchAlone: Solver = async (grounds, { seed, seconds }) =>
  grounds.map(({ problem }) => search(problem, seed, performance.now() + seconds * 1000))

function search(problem: Problem, seed: number, until: number): Solved {
  const core = coreOf(problem)
  const layout = layoutOf(core, waysOf(core))
  const chance = chanceOf(seed)
  let best: Kept | null = null
  const offer = (kept: Kept) => {
    if (kept.broken === 0 && kept.cost < (best?.cost ?? Infinity)) best = kept
  }
  while (performance.now() < until) {
    const hubs = shuffled(core.hubs, chance).subarray(0, core.kMost)
    if (!fill(layout, hubs, null, chance)) continue
    let here = keep(layout)
    offer(here)
    for (let vain = 0; vain < VAIN * layout.slots && performance.now() < until; ) {
      const next = shake(layout, SHAKES, chance)
      vain = next.cost < here.cost ? 0 : vain + SHAKES
      here = next
      offer(here)
    }
  }
  const kept = best as Kept | null
  if (!kept) throw new Error('The search found no plan.')
  const plan = planOf(core, kept)
  const certificate = { multipliers: problem.homes.map(() => 0), bound: 0 }
  const answer = { plan, cost: costOf(problem, plan), certificate, bound: 0, proven: false } as const
  return { problem, answer: { ...answer, ended: 'clock' }, bounds: false }
}
