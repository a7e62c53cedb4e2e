import { climb } from './ascend.ts'
import { fixer } from './fix.ts'
import { greedyHubs } from './greedy.ts'
import { poolRelaxed } from './pool.ts'
import { relaxation } from './relax.ts'
import { below, isOver, offer, type Run, tell } from './run.ts'
import { fill } from './search.ts'
import { keep, shake } from './shake.ts'

const STEPS = 600
/** A plan is tried from the multipliers every so many steps, and then so many hubs are moved. */
const EVERY = { steps: 20, homes: 60, most: 150 }
const SHAKES = { plain: 20, other: 4 }

/**
 * Climbs to the best bound from the multipliers so far, trying for a plan on the way; what no better plan can hold is
 * settled for good.
 */
export function boundAtRoot(run: Run): void {
  const { core, settled } = run
  const relax = relaxation(core)
  const fix = fixer(core)
  const every = Math.min(EVERY.most, Math.max(EVERY.steps, Math.round(core.items / EVERY.homes)))
  const first = run.certified === Number.NEGATIVE_INFINITY
  const multipliers = first ? firstMultipliers(run) : run.multipliers.slice()
  const climbed = climb(core, relax, multipliers, settled, {
    steps: STEPS,
    length: first ? 1 : 0.5,
    shortest: 1e-3,
    patience: 20,
    enough: Infinity,
    target: () => run.best?.cost ?? Infinity,
    seen: (relaxed, at, step) => {
      // Bounds hold with what is settled: nothing that is better than the best plan was settled away.
      if (relaxed.bound > run.certified && relaxed.bound <= (run.best?.cost ?? Infinity)) {
        run.certified = relaxed.bound
        run.multipliers.set(at)
        run.bound = Math.max(run.bound, relaxed.bound)
      }
      if (relaxed.bound > below(run) + 1e-6) run.bound = Math.max(run.bound, relaxed.bound)
      if (run.best && relaxed.bound > run.certified - (run.best.cost - run.certified) * 2)
        poolRelaxed(run.pool, core, relaxed)
      if (step % every === 0) {
        tryFrom(run, at)
        fix(relaxed, at, settled, below(run))
        tell(run, 'Finding how good a plan can be')
      }
      return run.bound > below(run) + 1e-6 || isOver(run)
    },
  })
  if (climbed.bound === Infinity) run.bound = Infinity
}

/** At first a place is worth what the third nearest hub costs. */
function firstMultipliers({ core }: Run): Float64Array {
  return Float64Array.from({ length: core.items }, (_, i) => {
    const from = core.itemStart[i] as number
    const last = (core.itemStart[i + 1] as number) - 1
    if (last < from) return Math.min(core.out[i] as number, 0)
    return Math.min(
      core.cost[core.byItem[Math.min(last, from + 3)] as number] as number,
      core.out[i] as number,
    )
  })
}

function tryFrom(run: Run, multipliers: Float64Array): void {
  const { core, layout, chance } = run
  const hubs = greedyHubs(core, multipliers, run.settled)
  if (hubs.length < core.kLeast || !fill(layout, hubs, multipliers, chance)) return
  const kept = keep(layout)
  offer(run, kept)
  if (run.best && kept.cost > run.best.cost * 1.05) return
  offer(run, shake(layout, core.plain ? SHAKES.plain : SHAKES.other, chance))
}
