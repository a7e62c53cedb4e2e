import type { Highs } from 'highs'
import { branch } from './branch.ts'
import { everyColumn } from './enumerate.ts'
import { open as openHubs, put } from './layout.ts'
import { type Part, partOf } from './part.ts'
import { cheapestPartition } from './partition.ts'
import type { Settled } from './price.ts'
import type { Relaxed } from './relax.ts'
import { below, isOver, offer, type Run, tell } from './run.ts'
import { better, fill } from './search.ts'
import { keep } from './shake.ts'

/**
 * Branches until nothing better is left, or the work is done: on what is left of the problem once all that no better
 * plan can hold is gone.
 */
export function prove(run: Run, highs: Highs, nodes: number): void {
  const { core, layout, chance, settled } = run
  const items = Array.from({ length: core.items }, (_, i) => i)
  const hubs = [...settled.hubs.keys()].filter((hub) => settled.hubs[hub] !== -1)
  const part = partOf(core, {
    items,
    hubs,
    least: core.kLeast,
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
  // A list knows of no pair, wish or mix. It pays where little is open and homes count differently; else there are too
  // many ways to part them.
  const open = run.best ? (run.best.cost - run.bound) / run.best.cost : 1
  const listed = open < LITTLE && core.plain && !core.sparse && !core.even
  // The same hubs come again and again: they are filled once.
  const tried = new Set<string>()
  const tree = branch(part.core, root, run.multipliers, {
    nodes,
    steps: 60,
    below: () => below(run),
    found: (relaxed, multipliers, whole) => {
      const chosen = Array.from(relaxed.hubs.subarray(0, relaxed.count), (hub) => hubs[hub] as number)
      if (whole && relaxed.bound < below(run) + 0.5) {
        openHubs(layout, chosen)
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
    close: (settled, multipliers, relaxed) =>
      listed && closeByColumns(run, highs, part, settled, multipliers, relaxed),
    stop: ({ bound, nodes }) => {
      run.bound = Math.max(run.bound, Math.min(bound, below(run) + 1))
      if (nodes % 20 === 0) tell(run, `Proving that nothing is better`)
      return isOver(run)
    },
  })
  run.bound = Math.max(run.bound, Math.min(tree.bound, below(run) + 1))
}

/** The share of the cost that is little to be open. */
const LITTLE = 0.005

/** So many constellations are soon put together; more are left to branching. */
const FEW = 3000

/** Lists every constellation a better plan could hold here, and puts the best of them together. True: it is done. */
function closeByColumns(
  run: Run,
  highs: Highs,
  { core, hubsOf }: Part,
  settled: Settled,
  multipliers: Float64Array,
  relaxed: Relaxed,
): boolean {
  if (relaxed.bound === Infinity) return true
  const columns = everyColumn(core, settled, multipliers, relaxed, below(run), FEW)
  if (!columns) return false
  const { chosen, done } = cheapestPartition(highs, columns, {
    items: Array.from({ length: core.items }, (_, i) => i),
    out: (item) => core.out[item] as number,
    least: core.kLeast,
    most: core.kMost,
    nodes: 2000,
    seed: run.effort.seed,
    stop: () => isOver(run),
  })
  run.core.meter.done += 20_000 * columns.length
  if (chosen) {
    openHubs(
      run.layout,
      chosen.map(({ hub }) => hubsOf[hub] as number),
    )
    chosen.forEach(({ items }, slot) => {
      for (const item of items) put(run.layout, item, slot)
    })
    offer(run, keep(run.layout))
  }
  return done
}
