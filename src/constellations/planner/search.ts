import { mendSizes } from './chain.ts'
import { shuffled } from './chance.ts'
import { BROKEN, costAt, excess, type Layout, mixAt, open, put, take, worth } from './layout.ts'
import { mendHubs } from './mend-hubs.ts'
import { changeHub, eachNear, isOwn } from './slots.ts'

/*
 * From a list of hubs to a plan: each home to the hub it would miss most, then shifts, swaps and better hubs until
 * nothing is for the better. Sizes may be broken on the way at a penalty that grows until none is.
 */

/** How many of the nearest open hubs a home looks at. */
const LOOKS = 8
const ROUNDS = 12

/** Fills the layout from these hubs. True: a plan that keeps every rule. */
export function fill(
  layout: Layout,
  hubs: ArrayLike<number>,
  prices: Float64Array | null,
  chance: () => number,
): boolean {
  open(layout, hubs)
  const { core } = layout
  for (let slot = 0; slot < layout.slots; slot++) {
    const own = core.own[layout.hubAt[slot] as number] as number
    if (layout.at[own] !== -1) return false
    put(layout, own, slot)
  }
  layout.penalty = usualPenalty(layout)
  byRegret(layout, prices)
  return settle(layout, chance)
}

/** Betters a layout until it keeps every rule; gives up when no penalty helps. */
function settle(layout: Layout, chance: () => number): boolean {
  const usual = usualPenalty(layout)
  for (let round = 0; round < ROUNDS; round++) {
    better(layout, chance)
    if (worth(layout).broken === 0) return true
    if (round === 0 && layout.core.even && layout.core.kidsMost < 0 && layout.core.plain) {
      // From where sizes are kept, at a penalty that keeps them.
      layout.penalty = usual * 1000
      const before = layout.clock
      for (let time = 0; time < 8; time++) {
        mendSizes(layout)
        if (!mendHubs(layout, chance)) break
      }
      better(layout, chance, before)
      if (worth(layout).broken === 0) return true
    }
    layout.penalty = usual * 2 ** (round + 1)
    layout.looked.fill(0)
  }
  return false
}

/** About what a unit of load costs to carry. */
function usualPenalty(layout: Layout): number {
  const { core } = layout
  let cost = 0
  let load = 0
  for (let i = 0; i < core.items; i++) {
    const from = core.itemStart[i] as number
    const end = core.itemStart[i + 1] as number
    if (from < end) cost += core.cost[core.byItem[Math.min(end - 1, from + 2)] as number] as number
    load += core.weight[i] as number
  }
  return Math.max(1, cost / Math.max(1, load))
}

function byRegret(layout: Layout, prices: Float64Array | null): void {
  const { core } = layout
  const waiting: number[] = []
  const regret = new Float64Array(core.items)
  for (let i = 0; i < core.items; i++) {
    if (layout.at[i] !== -1) continue
    const [first, second] = twoNearest(layout, i)
    const priced = prices ? (prices[i] as number) : 0
    regret[i] = (second - first + 0.1 * priced) * (core.weight[i] as number)
    waiting.push(i)
  }
  waiting.sort((one, other) => (regret[other] as number) - (regret[one] as number) || one - other)
  for (const i of waiting) {
    let best = -1
    let least = costAt(layout, i, -1)
    eachNear(layout, i, LOOKS * 2, (slot) => {
      const load = (layout.load[slot] as number) + (core.weight[i] as number)
      const kids = (layout.kids[slot] as number) + (core.kids[i] as number)
      const hub = layout.hubAt[slot] as number
      let over = Math.max(0, load - (core.most[hub] as number))
      if (core.kidsMost >= 0) over += Math.max(0, kids - core.kidsMost)
      const cost = costAt(layout, i, slot) + over * layout.penalty * 4
      if (cost < least) {
        least = cost
        best = slot
      }
    })
    put(layout, i, best)
  }
}

function twoNearest(layout: Layout, item: number): [number, number] {
  const found: number[] = []
  eachNear(layout, item, 2, (slot) => found.push(layout.way(layout.hubAt[slot] as number, item)))
  const first = found[0] ?? 0
  return [first, found[1] ?? first * 2]
}

/** Shifts, swaps and better hubs until a round finds none: everywhere, or about the slots that changed since. */
export function better(layout: Layout, chance: () => number, since = 0): void {
  let began = since
  for (let round = 0; round < 200; round++) {
    const before = layout.clock
    let moved = false
    for (const item of began === 0 ? shuffled(layout.core.items, chance) : around(layout, began)) {
      if (isOwn(layout, item) || !stirred(layout, item)) continue
      if (shiftOrSwap(layout, item)) moved = true
      else layout.looked[item] = layout.clock
    }
    for (let slot = 0; slot < layout.slots; slot++)
      if ((layout.changed[slot] as number) > began && betterHub(layout, slot)) moved = true
    if (!moved) return
    began = before
  }
}

/** The items in and about the slots that changed since. */
function around(layout: Layout, since: number): number[] {
  const { core } = layout
  const seen = new Uint8Array(core.items)
  const found: number[] = []
  const see = (item: number) => {
    if (seen[item] === 1) return
    seen[item] = 1
    found.push(item)
  }
  for (let slot = 0; slot < layout.slots; slot++) {
    if ((layout.changed[slot] as number) <= since) continue
    const members = layout.members[slot] as Int32Array
    for (let n = 0; n < (layout.size[slot] as number); n++) see(members[n] as number)
    const hub = layout.hubAt[slot] as number
    for (let arc = core.start[hub] as number; arc < (core.start[hub + 1] as number); arc++)
      see(core.item[arc] as number)
  }
  return found
}

const ENOUGH = -1e-6

/** Whether anything changed where an item is or could go since it was looked over in vain. */
function stirred(layout: Layout, item: number): boolean {
  const looked = layout.looked[item] as number
  if (looked === 0) return true
  const slot = layout.at[item] as number
  if (slot < 0 || (layout.changed[slot] as number) > looked) return true
  let stirred = false
  eachNear(layout, item, LOOKS, (near) => {
    if ((layout.changed[near] as number) > looked) stirred = true
  })
  return stirred
}

/** The best shift of an item to a near hub, or swap with an item there. */
function shiftOrSwap(layout: Layout, item: number): boolean {
  const { core } = layout
  core.meter.done += LOOKS * 16
  const from = layout.at[item] as number
  const [w, c] = [core.weight[item] as number, core.kids[item] as number]
  const here = costAt(layout, item, from)
  const fromLoad = from >= 0 ? (layout.load[from] as number) : 0
  const fromKids = from >= 0 ? (layout.kids[from] as number) : 0
  const fromExcess = from >= 0 ? excess(layout, from, fromLoad, fromKids) : 0
  const leaving = from >= 0 ? excess(layout, from, fromLoad - w, fromKids - c) - fromExcess : 0
  const mixLeaving = core.mixes.length > 0 ? mixAt(layout, from, -1, item) - mixAt(layout, from, -1, -1) : 0
  let least = ENOUGH
  let bestSlot = -2
  let bestOther = -1
  if (from >= 0) {
    const delta = costAt(layout, item, -1) - here + leaving * layout.penalty + mixLeaving
    if (delta < least) {
      least = delta
      bestSlot = -1
    }
  }
  eachNear(layout, item, LOOKS, (to) => {
    if (to === from) return
    const toLoad = layout.load[to] as number
    const toKids = layout.kids[to] as number
    const toExcess = excess(layout, to, toLoad, toKids)
    const there = costAt(layout, item, to)
    const arriving = excess(layout, to, toLoad + w, toKids + c) - toExcess
    const mixTo = core.mixes.length > 0 ? mixAt(layout, to, -1, -1) : 0
    const mixArriving = core.mixes.length > 0 ? mixAt(layout, to, item, -1) - mixTo : 0
    const delta = there - here + (leaving + arriving) * layout.penalty + mixLeaving + mixArriving
    if (delta < least) {
      least = delta
      bestSlot = to
      bestOther = -1
    }
    const members = layout.members[to] as Int32Array
    const ownThere = core.own[layout.hubAt[to] as number] as number
    for (let n = 0; n < (layout.size[to] as number); n++) {
      const other = members[n] as number
      if (other === ownThere) continue
      const back = costAt(layout, other, from)
      const gain = there - here + back - costAt(layout, other, to)
      // Sizes only make it dearer than the excess now, so most swaps are out at a glance.
      const now = toExcess + fromExcess
      if (gain - now * layout.penalty >= least && core.mixes.length === 0 && core.plain) continue
      const [ow, oc] = [core.weight[other] as number, core.kids[other] as number]
      let off = excess(layout, to, toLoad + w - ow, toKids + c - oc) - toExcess
      if (from >= 0) off += excess(layout, from, fromLoad - w + ow, fromKids - c + oc) - fromExcess
      let swap = gain + off * layout.penalty
      if (!core.plain) swap += swapSide(layout, item, other, from, to, mixTo)
      if (swap < least) {
        least = swap
        bestSlot = to
        bestOther = other
      }
    }
  })
  if (bestSlot === -2) return false
  take(layout, item)
  if (bestOther >= 0) {
    take(layout, bestOther)
    put(layout, bestOther, from)
  }
  put(layout, item, bestSlot)
  return true
}

/** What two single moves miss when they are one swap: the two were not to meet, or wished to. */
function swapSide(
  layout: Layout,
  item: number,
  other: number,
  from: number,
  to: number,
  mixTo: number,
): number {
  const { core } = layout
  let off = 0
  // A home that is left out is with nobody, so its side of the pair was not counted.
  const twice = from >= 0 ? 2 : 1
  for (const { other: wished, price } of core.wishesOf[item] as readonly { other: number; price: number }[])
    if (wished === other) off += twice * price
  for (const enemy of core.apart[item] as readonly number[])
    if (enemy === other) off -= twice * BROKEN * layout.penalty
  if (core.mixes.length > 0) {
    off += mixAt(layout, to, item, other) - mixTo
    if (from >= 0) off += mixAt(layout, from, other, item) - mixAt(layout, from, -1, -1)
  }
  return off
}

/** The hub that suits the homes at a slot best, of those that live there. */
function betterHub(layout: Layout, slot: number): boolean {
  const { core, way } = layout
  const now = layout.hubAt[slot] as number
  if (core.settled[now] === 1) return false
  const members = layout.members[slot] as Int32Array
  const size = layout.size[slot] as number
  let least =
    excess(layout, slot, layout.load[slot] as number, layout.kids[slot] as number) * layout.penalty + ENOUGH
  for (let n = 0; n < size; n++) least += way(now, members[n] as number)
  let best = -1
  for (let n = 0; n < size; n++)
    for (const hub of core.hubsOf[members[n] as number] as readonly number[]) {
      if ((layout.slotOf[hub] as number) >= 0) continue
      layout.hubAt[slot] = hub
      let cost =
        excess(layout, slot, layout.load[slot] as number, layout.kids[slot] as number) * layout.penalty
      for (let m = 0; m < size && cost < least; m++) cost += way(hub, members[m] as number)
      layout.hubAt[slot] = now
      if (cost < least) {
        least = cost
        best = hub
      }
    }
  if (best < 0) return false
  changeHub(layout, slot, best)
  return true
}
