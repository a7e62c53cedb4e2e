import { costAt, type Layout, put, take } from './layout.ts'
import { eachNear, isOwn } from './slots.ts'

/** How many are drawn for the best of them to be tried. */
const DRAWN = { close: 4, open: 6 }

export function toClose(layout: Layout, chance: () => number): number {
  let best = -1
  let least = Infinity
  for (let n = 0; n < DRAWN.close; n++) {
    const slot = Math.floor(chance() * layout.slots)
    if (layout.core.settled[layout.hubAt[slot] as number] === 1) continue
    const members = layout.members[slot] as Int32Array
    let loss = 0
    for (let m = 0; m < (layout.size[slot] as number); m++) {
      const item = members[m] as number
      let next = Infinity
      eachNear(layout, item, 2, (near) => {
        if (near !== slot) next = Math.min(next, costAt(layout, item, near))
      })
      loss += (next === Infinity ? 0 : next) - costAt(layout, item, slot)
    }
    if (loss < least) {
      least = loss
      best = slot
    }
  }
  return best
}

export function toOpen(layout: Layout, closing: number, chance: () => number): number {
  const { core } = layout
  let best = -1
  let most = Number.NEGATIVE_INFINITY
  for (let n = 0; n < DRAWN.open; n++) {
    const hub = Math.floor(chance() * core.hubs)
    if ((layout.slotOf[hub] as number) >= 0 || core.start[hub] === core.start[hub + 1]) continue
    const host = layout.at[core.own[hub] as number] as number
    if (host >= 0 && host !== closing && core.own[layout.hubAt[host] as number] === core.own[hub]) continue
    let gain = 0
    for (let arc = core.start[hub] as number; arc < (core.start[hub + 1] as number); arc++) {
      const item = core.item[arc] as number
      const slot = layout.at[item] as number
      const now = slot < 0 || slot === closing ? 0 : costAt(layout, item, slot)
      gain += Math.max(0, now - (core.cost[arc] as number))
    }
    if (gain > most) {
      most = gain
      best = hub
    }
  }
  return best
}

export function moveHub(layout: Layout, slot: number, hub: number): void {
  const { core } = layout
  const leaving = (layout.members[slot] as Int32Array).slice(0, layout.size[slot])
  for (const item of leaving) take(layout, item)
  layout.slotOf[layout.hubAt[slot] as number] = -1
  layout.hubAt[slot] = hub
  layout.slotOf[hub] = slot
  const own = core.own[hub] as number
  take(layout, own)
  put(layout, own, slot)
  let room = (core.most[hub] as number) - (core.weight[own] as number)
  const gains: { item: number; gain: number }[] = []
  for (let arc = core.start[hub] as number; arc < (core.start[hub + 1] as number); arc++) {
    const item = core.item[arc] as number
    const at = layout.at[item] as number
    if (item === own || isOwn(layout, item)) continue
    const now = at < 0 ? nearestCost(layout, item, slot) : costAt(layout, item, at)
    const gain = now - (core.cost[arc] as number)
    if (gain > 0) gains.push({ item, gain: gain / (core.weight[item] as number) })
  }
  gains.sort((one, other) => other.gain - one.gain || one.item - other.item)
  for (const { item } of gains) {
    if ((core.weight[item] as number) > room) continue
    room -= core.weight[item] as number
    take(layout, item)
    put(layout, item, slot)
  }
  for (const item of leaving) {
    if (layout.at[item] !== -1) continue
    let best = -1
    let least = costAt(layout, item, -1)
    eachNear(layout, item, 6, (near) => {
      const over =
        (layout.load[near] as number) +
        (core.weight[item] as number) -
        (core.most[layout.hubAt[near] as number] as number)
      const cost = costAt(layout, item, near) + Math.max(0, over) * layout.penalty
      if (cost < least) {
        least = cost
        best = near
      }
    })
    put(layout, item, best)
  }
}

function nearestCost(layout: Layout, item: number, but: number): number {
  let least = Infinity
  eachNear(layout, item, 2, (near) => {
    if (near !== but) least = Math.min(least, costAt(layout, item, near))
  })
  return least === Infinity ? costAt(layout, item, -1) : least
}
