import type { Layout } from './layout.ts'

/** The nearest open hubs of an item, nearest first. */
export function eachNear(layout: Layout, item: number, looks: number, see: (slot: number) => void): void {
  const { core, slotOf } = layout
  let seen = 0
  for (
    let n = core.itemStart[item] as number;
    n < (core.itemStart[item + 1] as number) && seen < looks;
    n++
  ) {
    const slot = slotOf[core.hub[core.byItem[n] as number] as number] as number
    if (slot < 0) continue
    seen++
    see(slot)
  }
}

/** Puts another hub at a slot, where its home is already. */
export function changeHub(layout: Layout, slot: number, hub: number): void {
  layout.slotOf[layout.hubAt[slot] as number] = -1
  layout.hubAt[slot] = hub
  layout.slotOf[hub] = slot
  layout.changed[slot] = ++layout.clock
}
