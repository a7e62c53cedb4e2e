import { greedyHubs } from './greedy.ts'
import { isOver, isProven, offer, type Run, tell } from './run.ts'
import { fill } from './search.ts'
import { keep, shake } from './shake.ts'
import { improve } from './windows.ts'

/** How many plans are begun anew, and how far each multiplier may be off. */
const TIMES = 8
const OFF = 0.08
const SHAKES = 30

/** Begins anew from multipliers a little off the best ones: other hubs, other parts for the best plan. */
export function explore(run: Run): void {
  const { core, layout, chance, multipliers, settled } = run
  if (!core.plain) return
  for (let n = 0; n < TIMES; n++) {
    if (isOver(run) || isProven(run)) return
    tell(run, 'Looking for a better plan elsewhere')
    const off = multipliers.map((one) => one * (1 + OFF * (chance() - 0.5)))
    const hubs = greedyHubs(core, off, settled)
    if (hubs.length < core.kLeast || !fill(layout, hubs, off, chance)) continue
    offer(run, shake(layout, SHAKES, chance))
    improve(run, { slots: 3, nodes: 40 }, 2)
    if (core.items < 1000) improve(run, { slots: 5, nodes: 40 }, 1)
    offer(run, keep(layout))
  }
}
