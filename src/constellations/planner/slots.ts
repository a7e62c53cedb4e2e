import { type Layout, take } from './layout.ts'

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

/** The item is the home of the hub where it is. */
export function isOwn({ core, at, hubAt }: Layout, item: number): boolean {
  const slot = at[item] as number
  return slot >= 0 && core.own[hubAt[slot] as number] === item
}

/** The items at these slots. */
export function itemsAt(layout: Layout, slots: readonly number[]): number[] {
  return slots.flatMap((slot) => [...(layout.members[slot] as Int32Array).subarray(0, layout.size[slot])])
}

/** Empties these slots and puts other hubs at them, which may be among those they had. */
export function replaceHubs(layout: Layout, slots: readonly number[], hubs: readonly number[]): void {
  for (const item of itemsAt(layout, slots)) take(layout, item)
  for (const slot of slots) layout.slotOf[layout.hubAt[slot] as number] = -1
  slots.forEach((slot, n) => {
    const hub = hubs[n] as number
    layout.hubAt[slot] = hub
    layout.slotOf[hub] = slot
    layout.changed[slot] = ++layout.clock
  })
}
