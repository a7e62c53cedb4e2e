import type { Core } from './core.ts'

/** Up to so many hub-and-item pairs are laid out in one table. */
const TABLE = 4_000_000

/** What an item at a hub costs; Infinity where it may not be. Laid out once, or found in the hub's arcs by halving. */
export function waysOf(core: Core): (hub: number, item: number) => number {
  const { hubs, items, start, item, cost } = core
  if (hubs * items <= TABLE) {
    const table = new Float64Array(hubs * items).fill(Infinity)
    for (let hub = 0; hub < hubs; hub++)
      for (let arc = start[hub] as number; arc < (start[hub + 1] as number); arc++)
        table[hub * items + (item[arc] as number)] = cost[arc] as number
    return (hub, i) => table[hub * items + i] as number
  }
  return (hub, i) => {
    const first = start[hub] as number
    const end = start[hub + 1] as number
    if (first === end) return Infinity
    if (item[first] === i) return cost[first] as number
    // After the hub's own, the items of a hub lie in order.
    let low = first + 1
    let high = end
    while (low < high) {
      const middle = (low + high) >> 1
      if ((item[middle] as number) < i) low = middle + 1
      else high = middle
    }
    return low < end && item[low] === i ? (cost[low] as number) : Infinity
  }
}
