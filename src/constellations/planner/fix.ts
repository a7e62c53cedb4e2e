import type { Core } from './core.ts'
import { pricer, type Settled } from './price.ts'
import type { Relaxed } from './relax.ts'

/*
 * What cannot be in a plan better than the one known: a hub, or a home at a hub, whose choice would lift the bound
 * above what that plan costs, is settled for good. Never wrong, as the bound never is.
 */

/**
 * Settles hubs and arcs at the multipliers `relaxed` was made with; `below` is the most a better plan costs.
 */
export function fixer(core: Core) {
  const { hubs, start, item } = core
  const { price, withArc } = pricer(core)
  const chosenAt = new Int32Array(core.item.length).fill(-1)
  let turn = 0

  return (relaxed: Relaxed, multipliers: Float64Array, settled: Settled, below: number): void => {
    const slack = below - relaxed.bound + 1e-6
    const chosen = new Uint8Array(hubs)
    for (let n = 0; n < relaxed.count; n++) chosen[relaxed.hubs[n] as number] = 1
    const next = cheapestOutside(core, relaxed, chosen)
    turn++
    for (let n = 0; n < (relaxed.count > 0 ? (relaxed.ends[relaxed.count - 1] as number) : 0); n++)
      chosenAt[relaxed.arcs[n] as number] = turn
    for (let hub = 0; hub < hubs; hub++) {
      if (settled.hubs[hub] === -1) continue
      const value = relaxed.values[hub] as number
      if (value - (chosen[hub] === 1 ? value : relaxed.threshold) > slack) {
        settled.hubs[hub] = -1
        continue
      }
      if (chosen[hub] === 1 && settled.hubs[hub] === 0 && next - value > slack) settled.hubs[hub] = 1
      price(hub, multipliers, settled)
      const instead = chosen[hub] === 1 ? value : relaxed.threshold
      for (let arc = (start[hub] as number) + 1; arc < (start[hub + 1] as number); arc++) {
        if (settled.off[arc] === 1 || settled.arc[item[arc] as number] !== -1) continue
        if (chosenAt[arc] !== turn && withArc(arc, multipliers) - instead > slack) settled.off[arc] = 1
      }
    }
  }
}

/** What the cheapest hub outside would cost; with a range of numbers, nothing may take its place. */
function cheapestOutside(core: Core, relaxed: Relaxed, chosen: Uint8Array): number {
  let next = Infinity
  for (let hub = 0; hub < core.hubs; hub++)
    if (chosen[hub] === 0) next = Math.min(next, relaxed.values[hub] as number)
  return relaxed.count > core.kLeast ? Math.min(0, next) : next
}
