import type { Layout } from './layout.ts'
import { moveHub, toClose, toOpen } from './move-hub.ts'
import { isOwn } from './slots.ts'

/**
 * Where sizes cannot be mended by moving homes there is a hub too many in one place and one too few in another: a hub
 * moves. False: there is nothing to mend.
 */
export function mendHubs(layout: Layout, chance: () => number): boolean {
  const { core, hubAt, load } = layout
  const slots = Array.from({ length: layout.slots }, (_, slot) => slot)
  const full = slots.filter((slot) => (load[slot] as number) > (core.most[hubAt[slot] as number] as number))
  const empty = slots.filter((slot) => (load[slot] as number) < (core.least[hubAt[slot] as number] as number))
  if (full.length + empty.length === 0) return false
  for (const slot of full) {
    const hub = hubWithin(layout, slot)
    const closing = empty.pop() ?? toClose(layout, chance)
    if (hub >= 0 && closing >= 0 && closing !== slot) moveHub(layout, closing, hub)
  }
  for (const slot of empty) {
    if (core.settled[hubAt[slot] as number] === 1) continue
    const hub = toOpen(layout, slot, chance)
    if (hub >= 0) moveHub(layout, slot, hub)
  }
  return true
}

/** A closed hub among the homes of a slot: the one farthest from the hub it has. */
function hubWithin(layout: Layout, slot: number): number {
  const { core } = layout
  const now = layout.hubAt[slot] as number
  let best = -1
  let farthest = -1
  for (let n = 0; n < (layout.size[slot] as number); n++) {
    const item = (layout.members[slot] as Int32Array)[n] as number
    if (isOwn(layout, item)) continue
    for (const hub of core.hubsOf[item] as readonly number[])
      if (layout.way(now, item) > farthest && core.start[hub] !== core.start[hub + 1]) {
        farthest = layout.way(now, item)
        best = hub
      }
  }
  return best
}
