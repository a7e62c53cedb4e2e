import { type Layout, put, take } from './layout.ts'
import { eachNear, isOwn } from './slots.ts'

/*
 * Where every home counts one, a place that is too full and one that is too empty are often far apart, and no single
 * move helps. A chain does: one home from the first to a neighbour, one from there to the next, and so on to the last.
 */

interface Step {
  readonly slot: number
  readonly item: number
  readonly cost: number
}

/** So many places are looked at for one chain. */
const LOOKED_AT = 600
const NEAR = 8

/** Mends every size it can, cheapest chain by cheapest chain. */
export function mendSizes(layout: Layout): void {
  const { core, hubAt, load } = layout
  const most = (slot: number) => core.most[hubAt[slot] as number] as number
  const least = (slot: number) => core.least[hubAt[slot] as number] as number
  for (let slot = 0; slot < layout.slots; slot++) {
    while ((load[slot] as number) > most(slot))
      if (!chain(layout, slot, away, (end) => (load[end] as number) < most(end), true)) break
    while ((load[slot] as number) < least(slot))
      if (!chain(layout, slot, towards, (end) => (load[end] as number) > least(end), false)) break
  }
}

function chain(
  layout: Layout,
  from: number,
  steps: (layout: Layout, slot: number) => Step[],
  ends: (slot: number) => boolean,
  outward: boolean,
): boolean {
  const cost = new Map<number, number>([[from, 0]])
  const before = new Map<number, { slot: number; item: number }>()
  const queue = [from]
  let end = -1
  for (let looked = 0; queue.length > 0 && looked < LOOKED_AT; looked++) {
    const slot = queue.shift() as number
    const here = cost.get(slot) as number
    for (const step of steps(layout, slot)) {
      const there = here + step.cost
      if (there >= (cost.get(step.slot) ?? Infinity) - 1e-6 || onTheWay(before, slot, step.slot)) continue
      cost.set(step.slot, there)
      before.set(step.slot, { slot, item: step.item })
      if (ends(step.slot) && (end < 0 || there < (cost.get(end) as number))) end = step.slot
      if (end < 0 || there < (cost.get(end) as number)) queue.push(step.slot)
    }
  }
  if (end < 0) return false
  const moves: { item: number; to: number }[] = []
  for (let at = end; at !== from; ) {
    const back = before.get(at) as { slot: number; item: number }
    moves.push({ item: back.item, to: outward ? at : back.slot })
    at = back.slot
  }
  for (const { item } of moves) take(layout, item)
  for (const { item, to } of moves) put(layout, item, to)
  return true
}

function onTheWay(before: Map<number, { slot: number }>, from: number, slot: number): boolean {
  for (let at: number | undefined = from; at !== undefined; at = before.get(at)?.slot)
    if (at === slot) return true
  return false
}

/** The cheapest home to each neighbour. */
function away(layout: Layout, slot: number): Step[] {
  const best = new Map<number, Step>()
  const members = layout.members[slot] as Int32Array
  for (let n = 0; n < (layout.size[slot] as number); n++) {
    const item = members[n] as number
    if (isOwn(layout, item)) continue
    const here = layout.way(layout.hubAt[slot] as number, item)
    eachNear(layout, item, NEAR, (to) => {
      if (to === slot) return
      const cost = layout.way(layout.hubAt[to] as number, item) - here
      if (cost < (best.get(to)?.cost ?? Infinity)) best.set(to, { slot: to, item, cost })
    })
  }
  return [...best.values()]
}

/** The cheapest home from each neighbour. */
function towards(layout: Layout, slot: number): Step[] {
  const { core } = layout
  const best = new Map<number, Step>()
  const hub = layout.hubAt[slot] as number
  for (let arc = core.start[hub] as number; arc < (core.start[hub + 1] as number); arc++) {
    const item = core.item[arc] as number
    const from = layout.at[item] as number
    if (from < 0 || from === slot || isOwn(layout, item)) continue
    const cost = (core.cost[arc] as number) - layout.way(layout.hubAt[from] as number, item)
    if (cost < (best.get(from)?.cost ?? Infinity)) best.set(from, { slot: from, item, cost })
  }
  return [...best.values()]
}
