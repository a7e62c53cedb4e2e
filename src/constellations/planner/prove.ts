import { branch } from './branch.ts'
import { open, put } from './layout.ts'
import type { Relaxed } from './relax.ts'
import { below, isOver, offer, type Run, tell } from './run.ts'
import { better, fill } from './search.ts'
import { keep } from './shake.ts'

/** Branches until nothing better is left, or the work is done. */
export function prove(run: Run): void {
  const { core, layout, chance } = run
  const tree = branch(core, run.settled, run.multipliers, {
    nodes: Infinity,
    steps: 25,
    below: () => below(run),
    found: (relaxed, multipliers, whole) => {
      if (whole && relaxed.bound < below(run) + 0.5) {
        lay(run, relaxed)
        offer(run, keep(layout))
        better(layout, chance)
        offer(run, keep(layout))
      } else if (fill(layout, relaxed.hubs.slice(0, relaxed.count), multipliers, chance))
        offer(run, keep(layout))
    },
    stop: ({ bound, nodes }) => {
      run.bound = Math.max(run.bound, Math.min(bound, below(run) + 1))
      if (nodes % 20 === 0) tell(run, 'Proving that nothing is better')
      return isOver(run)
    },
  })
  run.bound = Math.max(run.bound, Math.min(tree.bound, below(run) + 1))
}

/** Lays out exactly what the relaxation chose. */
function lay({ core, layout }: Run, relaxed: Relaxed): void {
  open(layout, relaxed.hubs.slice(0, relaxed.count))
  for (let n = 0, arc = 0; n < relaxed.count; n++)
    for (; arc < (relaxed.ends[n] as number); arc++)
      put(layout, core.item[relaxed.arcs[arc] as number] as number, n)
}
