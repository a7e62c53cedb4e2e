import { type Layout, open, put, take, worth } from './layout.ts'
import { moveHub, toClose, toOpen } from './move-hub.ts'
import { better } from './search.ts'

/*
 * Moving a hub across the map: one place closes, its homes go to the next nearest, another opens and takes those it is
 * nearer to; then everything round about is bettered, and what is not for the better is put back.
 */

interface Worth {
  readonly cost: number
  readonly broken: number
}

export interface Kept extends Worth {
  readonly hubs: Int32Array
  readonly at: Int32Array
}

export function keep(layout: Layout): Kept {
  return { ...worth(layout), hubs: layout.hubAt.slice(0, layout.slots), at: layout.at.slice() }
}

export function restore(layout: Layout, kept: Kept): void {
  open(layout, kept.hubs)
  for (let item = 0; item < kept.at.length; item++) put(layout, item, kept.at[item] as number)
}

/** Tries `times` moves of a hub; the best layout it came to is left in place and given. */
export function shake(layout: Layout, times: number, chance: () => number): Kept {
  let best = keep(layout)
  if (layout.slots === 0) return best
  for (let n = 0; n < times; n++) {
    const slot = toClose(layout, chance)
    if (slot < 0) return best
    const hub = toOpen(layout, slot, chance)
    if (hub < 0) continue
    const before = layout.clock
    moveHub(layout, slot, hub)
    better(layout, chance, before)
    const now = worth(layout)
    if (isBetter(layout, now, best)) best = keep(layout)
    else putBackFrom(layout, best)
  }
  return best
}

/** A plan that keeps every rule is never given up for one that does not. */
function isBetter(layout: Layout, now: Worth, best: Worth): boolean {
  if (now.broken > 0 && best.broken === 0) return false
  const weighed = (worth: Worth) => worth.cost + worth.broken * layout.penalty * 4
  return weighed(now) < weighed(best) - 1e-6
}

/** Puts back what differs only: most of a big plan is as it was. */
function putBackFrom(layout: Layout, kept: Kept): void {
  for (let slot = 0; slot < layout.slots; slot++) layout.slotOf[layout.hubAt[slot] as number] = -1
  for (let slot = 0; slot < layout.slots; slot++) {
    if (layout.hubAt[slot] !== kept.hubs[slot]) layout.changed[slot] = ++layout.clock
    layout.hubAt[slot] = kept.hubs[slot] as number
    layout.slotOf[kept.hubs[slot] as number] = slot
  }
  for (let item = 0; item < kept.at.length; item++)
    if (layout.at[item] !== kept.at[item]) {
      take(layout, item)
      put(layout, item, kept.at[item] as number)
    }
}
