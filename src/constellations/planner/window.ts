import { branch } from './branch.ts'
import { type Layout, layoutOf, put, worth } from './layout.ts'
import { partOf } from './part.ts'
import { fill } from './search.ts'
import { itemsAt, replaceHubs } from './slots.ts'
import { waysOf } from './ways.ts'

/** The slots near one, itself first: those whose hubs its homes are nearest to. */
export function neighbours(layout: Layout, slot: number, wanted: number): number[] {
  const { core } = layout
  const near = new Map<number, number>()
  const queue = [slot]
  const found = new Set(queue)
  while (queue.length > 0 && found.size < wanted) {
    const from = queue.shift() as number
    near.clear()
    const members = layout.members[from] as Int32Array
    for (let n = 0; n < (layout.size[from] as number); n++) {
      const item = members[n] as number
      const here = layout.way(layout.hubAt[from] as number, item)
      let seen = 0
      for (
        let a = core.itemStart[item] as number;
        a < (core.itemStart[item + 1] as number) && seen < 4;
        a++
      ) {
        const arc = core.byItem[a] as number
        const other = layout.slotOf[core.hub[arc] as number] as number
        if (other < 0 || other === from) continue
        seen++
        near.set(other, Math.min(near.get(other) ?? Infinity, (core.cost[arc] as number) - here))
      }
    }
    for (const [other] of [...near].sort((one, two) => one[1] - two[1] || one[0] - two[0])) {
      if (found.size >= wanted) break
      if (found.has(other)) continue
      found.add(other)
      queue.push(other)
    }
  }
  return [...found]
}

/**
 * Solves the homes of some slots again as a small problem of their own, with as many hubs; the layout takes what is
 * better. Gives whether it was.
 */
export function resolve(
  layout: Layout,
  slots: readonly number[],
  multipliers: Float64Array,
  off: Uint8Array,
  nodes: number,
  chance: () => number,
): boolean {
  const { core } = layout
  const items = itemsAt(layout, slots)
  const hubs = items.flatMap((item) => [...(core.hubsOf[item] as readonly number[])])
  let now = 0
  for (const slot of slots) {
    const members = layout.members[slot] as Int32Array
    for (let n = 0; n < (layout.size[slot] as number); n++)
      now += layout.way(layout.hubAt[slot] as number, members[n] as number)
  }
  const part = partOf(core, {
    items,
    hubs,
    least: slots.length,
    most: slots.length,
    price: 0,
    out: () => Infinity,
    bounding: false,
    off,
  })
  const small = layoutOf(part.core, waysOf(part.core))
  let best = now
  let found: { hubs: Int32Array; at: Int32Array } | null = null
  const settled = {
    off: new Uint8Array(part.core.item.length),
    hubs: Int8Array.from(part.core.settled),
    arc: new Int32Array(items.length).fill(-1),
  }
  branch(
    part.core,
    settled,
    Float64Array.from(items, (item) => multipliers[item] as number),
    {
      nodes,
      steps: 20,
      below: () => best - 1,
      stop: () => false,
      close: () => false,
      found: (relaxed, at, whole) => {
        if (whole && relaxed.bound < best - 0.5) {
          const at = new Int32Array(items.length).fill(-1)
          let cost = 0
          for (let n = 0, arc = 0; n < relaxed.count; n++)
            for (; arc < (relaxed.ends[n] as number); arc++) {
              at[part.core.item[relaxed.arcs[arc] as number] as number] = n
              cost += part.core.cost[relaxed.arcs[arc] as number] as number
            }
          if (cost < best) {
            best = cost
            found = { hubs: relaxed.hubs.slice(0, relaxed.count), at }
          }
          return
        }
        if (!fill(small, relaxed.hubs.slice(0, relaxed.count), at, chance)) return
        const { cost } = worth(small)
        if (cost < best - 0.5) {
          best = cost
          found = { hubs: small.hubAt.slice(0, small.slots), at: small.at.slice() }
        }
      },
    },
  )
  const kept = found as { hubs: Int32Array; at: Int32Array } | null
  if (!kept) return false
  replaceHubs(
    layout,
    slots,
    Array.from(kept.hubs, (hub) => part.hubsOf[hub] as number),
  )
  items.forEach((item, n) => {
    put(layout, item, slots[kept.at[n] as number] as number)
  })
  return true
}
