import type { Core } from './core.ts'
import type { Column } from './pool.ts'
import type { Settled } from './price.ts'
import type { Relaxed } from './relax.ts'

/**
 * Every constellation that a better plan may hold: those whose cost less the multipliers of their homes does not lift
 * the bound above `below`. Null when there are more than `most` of them. Holds where nothing was left away.
 */
export function everyColumn(
  core: Core,
  settled: Settled,
  multipliers: Float64Array,
  relaxed: Relaxed,
  below: number,
  most: number,
): Column[] | null {
  const { start, item, cost, weight, kids } = core
  const counted = core.kidsMost >= 0
  const chosen = new Uint8Array(core.hubs)
  for (let n = 0; n < relaxed.count; n++) chosen[relaxed.hubs[n] as number] = 1
  const found: Column[] = []
  for (let hub = 0; hub < core.hubs; hub++) {
    if (settled.hubs[hub] === -1 || relaxed.values[hub] === Infinity) continue
    const instead = chosen[hub] === 1 ? (relaxed.values[hub] as number) : relaxed.threshold
    const limit = below - relaxed.bound + instead + 1e-6
    if (!ofHub(hub, limit)) return null
  }
  return found

  function ofHub(hub: number, limit: number): boolean {
    const first = start[hub] as number
    const own = item[first] as number
    const arcs: number[] = []
    for (let arc = first + 1; arc < (start[hub + 1] as number); arc++) {
      const taker = settled.arc[item[arc] as number] as number
      if (settled.off[arc] === 0 && (taker === -1 || taker === arc)) arcs.push(arc)
    }
    const reduced = (arc: number) => (cost[arc] as number) - (multipliers[item[arc] as number] as number)
    const worth = (arc: number) => reduced(arc) / Math.max(1, weight[item[arc] as number] as number)
    // The best for their load first, so that what is left can be bounded by the next one's worth.
    arcs.sort((one, other) => worth(one) - worth(other) || one - other)
    const taken = [own]
    const go = (n: number, value: number, load: number, children: number, sum: number): boolean => {
      core.meter.done += 8
      if (bounded(n, load) + value > limit) return true
      if (n === arcs.length) {
        if (load < (core.least[hub] as number) || (counted && children < core.kidsLeast)) return true
        if (found.length >= most) return false
        found.push({ hub, items: Int32Array.from(taken).sort(), cost: sum })
        return true
      }
      const arc = arcs[n] as number
      const i = item[arc] as number
      const more = load + (weight[i] as number)
      const grown = children + (kids[i] as number)
      if (more <= (core.most[hub] as number) && (!counted || grown <= core.kidsMost)) {
        taken.push(i)
        if (!go(n + 1, value + reduced(arc), more, grown, sum + (cost[arc] as number))) return false
        taken.pop()
      }
      return go(n + 1, value, load, children, sum)
    }
    /** What the arcs from here on could lower the value by at best. */
    const bounded = (n: number, load: number): number => {
      let room = (core.most[hub] as number) - load
      let best = 0
      for (let at = n; at < arcs.length && room > 0; at++) {
        const arc = arcs[at] as number
        const rc = reduced(arc)
        if (rc >= 0) break
        const w = weight[item[arc] as number] as number
        best += w <= room ? rc : (rc * room) / w
        room -= w
      }
      return best
    }
    const base = core.price + reduced(first)
    return go(0, base, weight[own] as number, kids[own] as number, core.price + (cost[first] as number))
  }
}
