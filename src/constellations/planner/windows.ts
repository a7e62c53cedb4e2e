import { worth } from './layout.ts'
import { isOver, isProven, offer, type Run, tell } from './run.ts'
import { better } from './search.ts'
import { keep, restore } from './shake.ts'
import { neighbours, resolve } from './window.ts'

export interface Look {
  /** How many constellations are looked at together. */
  readonly slots: number
  /** How far each such look may branch. */
  readonly nodes: number
}

const LOOKS: readonly (readonly Look[])[] = [
  [
    { slots: 3, nodes: 40 },
    { slots: 5, nodes: 60 },
  ],
  [{ slots: 6, nodes: 60 }],
  [{ slots: 8, nodes: 80 }],
]

/** Solves each neighbourhood of the best plan again by itself, until all have been looked at since they last changed. */
export function windows(run: Run, round: number): void {
  if (!run.best || !run.core.plain) return
  restore(run.layout, run.best)
  for (const look of LOOKS[round % LOOKS.length] ?? []) improve(run, look, 4)
}

/** The same for the layout as it stands, at most so many times round. */
export function improve(run: Run, { slots, nodes }: Look, most: number): void {
  const { layout, chance, settled, multipliers } = run
  const looked = new Int32Array(layout.slots)
  for (let again = true, rounds = 0; again && rounds < most; rounds++) {
    again = false
    for (let slot = 0; slot < layout.slots; slot++) {
      if (isOver(run) || isProven(run)) return
      const near = neighbours(layout, slot, slots)
      if (near.every((one) => (layout.changed[one] as number) <= (looked[slot] as number))) continue
      if (resolve(layout, near, multipliers, settled.off, nodes, chance)) {
        again = true
        offer(run, keep(layout))
      }
      looked[slot] = layout.clock
      if (slot % 16 === 0) tell(run, 'Looking for a better plan')
    }
    if (again) better(layout, chance)
    if (worth(layout).broken === 0) offer(run, keep(layout))
  }
}
