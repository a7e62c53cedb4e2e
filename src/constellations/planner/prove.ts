import { branch } from './branch.ts'
import { open, put } from './layout.ts'
import { partOf } from './part.ts'
import type { Settled } from './price.ts'
import { below, isOver, offer, type Run, tell } from './run.ts'
import { better, fill } from './search.ts'
import { keep } from './shake.ts'

/**
 * Branches until nothing better is left, or the work is done: on what is left of the problem once all that no better
 * plan can hold is gone.
 */
export function prove(run: Run): void {
  const { core, layout, chance, settled } = run
  const items = Array.from({ length: core.items }, (_, i) => i)
  const hubs = [...settled.hubs.keys()].filter((hub) => settled.hubs[hub] !== -1)
  const least = core.kLeast
  const part = partOf(core, {
    items,
    hubs,
    least,
    most: Math.min(core.kMost, hubs.length),
    price: core.price,
    out: (item) => core.out[item] as number,
    bounding: true,
    off: settled.off,
  })
  const root: Settled = {
    off: new Uint8Array(part.core.item.length),
    hubs: Int8Array.from(hubs, (hub) => settled.hubs[hub] as number),
    arc: new Int32Array(core.items).fill(-1),
  }
  // The same hubs come again and again: they are filled once.
  const tried = new Set<string>()
  const tree = branch(part.core, root, run.multipliers, {
    nodes: Infinity,
    steps: 25,
    below: () => below(run),
    found: (relaxed, multipliers, whole) => {
      const chosen = Array.from(relaxed.hubs.subarray(0, relaxed.count), (hub) => hubs[hub] as number)
      if (whole && relaxed.bound < below(run) + 0.5) {
        open(layout, chosen)
        for (let n = 0, arc = 0; n < relaxed.count; n++)
          for (; arc < (relaxed.ends[n] as number); arc++)
            put(layout, part.core.item[relaxed.arcs[arc] as number] as number, n)
        offer(run, keep(layout))
        better(layout, chance)
        offer(run, keep(layout))
        return
      }
      const key = chosen.sort((one, other) => one - other).join()
      if (tried.has(key)) return
      tried.add(key)
      if (fill(layout, chosen, multipliers, chance)) offer(run, keep(layout))
    },
    stop: ({ bound, nodes }) => {
      run.bound = Math.max(run.bound, Math.min(bound, below(run) + 1))
      if (nodes % 20 === 0) tell(run, `Proving that nothing is better`)
      return isOver(run)
    },
  })
  run.bound = Math.max(run.bound, Math.min(tree.bound, below(run) + 1))
}
