import type { Core } from './core.ts'

/*
 * A plan while it is looked over: places (slots) with a hub each, and the items that are there. It may break sizes on
 * the way; every unit too many or too few costs `penalty`, so that one sum says whether a change is for the better.
 */
export interface Layout {
  readonly core: Core
  readonly way: (hub: number, item: number) => number
  /** The hub at each slot, the first `slots`. */
  readonly hubAt: Int32Array
  slots: number
  /** The slot of each hub; -1: closed. */
  readonly slotOf: Int32Array
  /** The slot of each item; -1: left out. */
  readonly at: Int32Array
  readonly load: Int32Array
  readonly kids: Int32Array
  readonly members: Int32Array[]
  readonly size: Int32Array
  readonly place: Int32Array
  /** What one unit too many or too few costs. */
  penalty: number
  /** Counts changes; `changed` says at which count each slot last was, `looked` at which each item last was looked over in vain. */
  clock: number
  readonly changed: Int32Array
  readonly looked: Int32Array
}

/** An item that must be placed and is not, and a pair that must be apart and is not, cost so many penalties. */
export const BROKEN = 50

export function layoutOf(core: Core, way: (hub: number, item: number) => number): Layout {
  const slots = Math.min(core.kMost, core.hubs)
  return {
    core,
    way,
    hubAt: new Int32Array(slots),
    slots: 0,
    slotOf: new Int32Array(core.hubs).fill(-1),
    at: new Int32Array(core.items).fill(-1),
    load: new Int32Array(slots),
    kids: new Int32Array(slots),
    members: Array.from({ length: slots }, () => new Int32Array(16)),
    size: new Int32Array(slots),
    place: new Int32Array(core.items),
    penalty: 1,
    clock: 1,
    changed: new Int32Array(slots),
    looked: new Int32Array(core.items),
  }
}

/** Opens these hubs and no others, with nothing in them. */
export function open(layout: Layout, hubs: ArrayLike<number>): void {
  layout.slotOf.fill(-1)
  layout.at.fill(-1)
  layout.slots = hubs.length
  layout.looked.fill(0)
  layout.clock++
  for (let slot = 0; slot < hubs.length; slot++) {
    layout.hubAt[slot] = hubs[slot] as number
    layout.slotOf[hubs[slot] as number] = slot
    layout.changed[slot] = layout.clock
    layout.load[slot] = 0
    layout.kids[slot] = 0
    layout.size[slot] = 0
  }
}

export function put(layout: Layout, item: number, slot: number): void {
  layout.at[item] = slot
  if (slot < 0) return
  layout.changed[slot] = ++layout.clock
  const size = layout.size[slot] as number
  if (size === (layout.members[slot] as Int32Array).length) {
    const more = new Int32Array(size * 2)
    more.set(layout.members[slot] as Int32Array)
    layout.members[slot] = more
  }
  ;(layout.members[slot] as Int32Array)[size] = item
  layout.place[item] = size
  layout.size[slot] = size + 1
  layout.load[slot] = (layout.load[slot] as number) + (layout.core.weight[item] as number)
  layout.kids[slot] = (layout.kids[slot] as number) + (layout.core.kids[item] as number)
}

export function take(layout: Layout, item: number): void {
  const slot = layout.at[item] as number
  layout.at[item] = -1
  if (slot < 0) return
  layout.changed[slot] = ++layout.clock
  const members = layout.members[slot] as Int32Array
  const size = (layout.size[slot] as number) - 1
  const last = members[size] as number
  layout.size[slot] = size
  members[layout.place[item] as number] = last
  layout.place[last] = layout.place[item] as number
  layout.load[slot] = (layout.load[slot] as number) - (layout.core.weight[item] as number)
  layout.kids[slot] = (layout.kids[slot] as number) - (layout.core.kids[item] as number)
}

/** How far a slot's load and children are outside what its hub allows, in units. */
export function excess(layout: Layout, slot: number, load: number, kids: number): number {
  const { core } = layout
  const hub = layout.hubAt[slot] as number
  let over = Math.max(0, load - (core.most[hub] as number), (core.least[hub] as number) - load)
  if (core.kidsMost >= 0) over += Math.max(0, kids - core.kidsMost, core.kidsLeast - kids)
  return over
}

/** What an item costs where it is put, wishes and pairs included; what the slot's size costs is not in it. */
export function costAt(layout: Layout, item: number, slot: number): number {
  const { core } = layout
  let cost: number
  if (slot >= 0) cost = layout.way(layout.hubAt[slot] as number, item)
  else {
    const out = core.out[item] as number
    cost = out === Infinity ? (BROKEN + 4 * (core.weight[item] as number)) * layout.penalty : out
  }
  return core.plain ? cost : cost + sideCost(layout, item, slot)
}

function sideCost(layout: Layout, item: number, slot: number): number {
  const { core } = layout
  let cost = 0
  if (slot >= 0)
    for (const other of core.apart[item] as readonly number[])
      if (layout.at[other] === slot) cost += BROKEN * layout.penalty
  for (const wish of core.wishesOf[item] as readonly { other: number; price: number }[])
    if (slot < 0 || layout.at[wish.other] !== slot) cost += wish.price
  return cost
}

/** What is off in the mix of a slot, with an item more or less. */
export function mixAt(layout: Layout, slot: number, more: number, less: number): number {
  const { core } = layout
  if (slot < 0) return 0
  let cost = 0
  for (const { counts, least, most, price } of core.mixes) {
    let count = (more >= 0 ? (counts[more] as number) : 0) - (less >= 0 ? (counts[less] as number) : 0)
    const members = layout.members[slot] as Int32Array
    for (let n = 0; n < (layout.size[slot] as number); n++) count += counts[members[n] as number] as number
    cost += price * (Math.max(0, least - count) + Math.max(0, count - most))
  }
  return cost
}

/** What the whole layout costs, and how many units of size, homes and pairs are broken. */
export function worth(layout: Layout): { cost: number; broken: number } {
  const { core } = layout
  let cost = core.price * layout.slots
  let broken = Math.max(0, core.kLeast - layout.slots)
  for (let i = 0; i < core.items; i++) {
    const slot = layout.at[i] as number
    if (slot < 0 && core.out[i] === Infinity) broken++
    else cost += slot < 0 ? (core.out[i] as number) : layout.way(layout.hubAt[slot] as number, i)
    if (slot >= 0)
      for (const other of core.apart[i] as readonly number[]) if (layout.at[other] === slot) broken++
  }
  for (const { a, b, price } of core.wishes)
    if (layout.at[a] === -1 || layout.at[a] !== layout.at[b]) cost += price
  for (let slot = 0; slot < layout.slots; slot++) {
    broken += excess(layout, slot, layout.load[slot] as number, layout.kids[slot] as number)
    cost += mixAt(layout, slot, -1, -1)
    if (layout.at[core.own[layout.hubAt[slot] as number] as number] !== slot) broken++
  }
  return { cost, broken: cost === Infinity ? broken + 1 : broken }
}
