import type { Core } from './core.ts'
import type { Layout } from './layout.ts'
import type { Relaxed } from './relax.ts'

/** A constellation that was met on the way: its hub, its items (sorted) and what it costs. */
export interface Column {
  readonly hub: number
  readonly items: Int32Array
  readonly cost: number
}

/** The constellations met so far, each once: good plans are often made of parts of several. */
export interface Pool {
  readonly columns: Column[]
  readonly known: Set<string>
}

/** No more are kept: above it the pool is full, and later ones are let go. */
const MOST = 60_000

export const emptyPool = (): Pool => ({ columns: [], known: new Set() })

/** The sets the relaxation chose. */
export function poolRelaxed(pool: Pool, core: Core, relaxed: Relaxed): void {
  for (let n = 0, arc = 0; n < relaxed.count; n++) {
    const items: number[] = []
    let cost = core.price
    for (; arc < (relaxed.ends[n] as number); arc++) {
      items.push(core.item[relaxed.arcs[arc] as number] as number)
      cost += core.cost[relaxed.arcs[arc] as number] as number
    }
    add(pool, relaxed.hubs[n] as number, items, cost)
  }
}

/** The constellations of a layout. */
export function poolLayout(pool: Pool, layout: Layout): void {
  for (let slot = 0; slot < layout.slots; slot++) {
    const hub = layout.hubAt[slot] as number
    const items = [...(layout.members[slot] as Int32Array).subarray(0, layout.size[slot])]
    const cost = items.reduce((sum, item) => sum + layout.way(hub, item), layout.core.price)
    if (cost !== Infinity) add(pool, hub, items, cost)
  }
}

function add(pool: Pool, hub: number, items: number[], cost: number): void {
  if (pool.columns.length >= MOST) return
  const sorted = Int32Array.from(items).sort()
  const key = `${hub}:${sorted.join()}`
  if (pool.known.has(key)) return
  pool.known.add(key)
  pool.columns.push({ hub, items: sorted, cost })
}
