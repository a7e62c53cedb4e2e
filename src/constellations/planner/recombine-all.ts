import type { Highs } from 'highs'
import { recombine } from './recombine.ts'
import { isOver, isProven, type Run, tell } from './run.ts'
import { restore } from './shake.ts'
import { neighbours } from './window.ts'

/** About so many homes are put together anew at once: a program of that size is solved in a second or two. */
const HOMES = 500
/** How far HiGHS may branch in each. */
const NODES = 20

/** Puts the best plan together anew from all constellations met: at once, or neighbourhood by neighbourhood. */
export function recombineAll(run: Run, highs: Highs): void {
  const { core, layout } = run
  // Where every home counts the same there are too many ways to part them, and neighbourhoods alone do as well.
  if (!run.best || !core.plain || core.even) return
  restore(layout, run.best)
  const all = Array.from({ length: layout.slots }, (_, slot) => slot)
  if (core.items <= HOMES * 1.7) {
    recombine(run, highs, all, NODES)
    return
  }
  const wanted = Math.max(4, Math.round((HOMES * layout.slots) / core.items))
  const done = new Set<number>()
  for (const slot of all) {
    if (isOver(run) || isProven(run)) break
    if (done.has(slot)) continue
    const near = neighbours(layout, slot, wanted)
    // The inner half of a neighbourhood is dealt with; its edge is the middle of another.
    for (const one of near.slice(0, wanted >> 1)) done.add(one)
    recombine(run, highs, near, NODES)
    tell(run, 'Putting the best parts of many plans together')
  }
}
