import type { Core } from './core.ts'
import { costOf } from './cost.ts'
import type { Layout } from './layout.ts'
import { type Pool, poolLayout } from './pool.ts'
import type { Settled } from './price.ts'
import type { Effort, Plan } from './problem.ts'
import type { Kept } from './shake.ts'

/** How one run stands: the best plan, the bounds, what is settled for good, and how much work is left. */
export interface Run {
  readonly core: Core
  readonly effort: Effort
  readonly chance: () => number
  readonly layout: Layout
  /** Settled at the root: never undone. */
  readonly settled: Settled
  /** Constellations met on the way. */
  readonly pool: Pool
  best: Kept | null
  /** What the multipliers prove. */
  certified: number
  readonly multipliers: Float64Array
  /** What the solver proved, at least as good. */
  bound: number
  /** In the meter's arcs. */
  readonly allowed: number
  ended: 'clock' | 'person' | null
}

/** A better plan costs at most this: costs are whole. */
export const below = (run: Run) => (run.best ? run.best.cost - 1 : Infinity)

/** Nothing better is left to be found. */
export const isProven = (run: Run) => run.best !== null && run.bound > below(run) + 1e-6

/** Whether to end: by a person, by the clock, or as the work allowed is done. Asked between steps. */
export function isOver(run: Run): boolean {
  run.ended ??= run.effort.stop()
  return run.ended !== null || run.core.meter.done >= run.allowed
}

/** Keeps the layout as the best plan if it is one. */
export function offer(run: Run, kept: Kept): boolean {
  if (kept.broken === 0) poolLayout(run.pool, run.layout)
  if (kept.broken > 0 || (run.best && kept.cost >= run.best.cost)) return false
  run.best = kept
  return true
}

export function tell(run: Run, doing: string): void {
  const plan = run.best ? planOf(run.core, run.best) : null
  run.effort.tell({
    doing,
    best: plan ? { plan, cost: costOf(run.core.problem, plan) } : null,
    bound: run.bound,
    done: Math.min(run.core.meter.done, run.allowed),
    allowed: run.allowed,
  })
}

/** The plan by homes: in order of the hubs, and of the homes in each. */
export function planOf(core: Core, kept: { readonly hubs: Int32Array; readonly at: Int32Array }): Plan {
  const constellations = [...kept.hubs].map((hub) => ({
    hub: core.hubHome[hub] as number,
    satellites: [] as number[],
  }))
  const leftOut: number[] = []
  kept.at.forEach((slot, item) => {
    for (const home of core.members[item] as readonly number[]) {
      const there = constellations[slot]
      if (!there) leftOut.push(home)
      else if (there.hub !== home) there.satellites.push(home)
    }
  })
  for (const { satellites } of constellations) satellites.sort((one, other) => one - other)
  constellations.sort((one, other) => one.hub - other.hub)
  return { constellations, leftOut: leftOut.sort((one, other) => one - other) }
}
