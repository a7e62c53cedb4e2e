import { climb } from './ascend.ts'
import type { Core } from './core.ts'
import { fixer } from './fix.ts'
import type { Settled } from './price.ts'
import { type Relaxed, relaxation } from './relax.ts'

/** One thing settled at a branch: a hub in or out, or an arc taken or off. */
type Decision =
  | { readonly hub: number; readonly as: 1 | -1 }
  | { readonly arc: number; readonly taken: boolean }

interface Node {
  readonly bound: number
  readonly multipliers: Float64Array
  readonly decision: Decision | null
  readonly parent: Node | null
  readonly depth: number
}

export interface Tree {
  /** No plan costs less than this, or than the best one known. */
  bound: number
  nodes: number
}

export interface TreeBy {
  readonly nodes: number
  readonly steps: number
  /** The least the cost of a better plan: what is known less one, as costs are whole. */
  readonly below: () => number
  /** A choice of hubs (and maybe of everything) that might be a plan. */
  readonly found: (relaxed: Relaxed, multipliers: Float64Array, whole: boolean) => void
  readonly stop: (tree: Tree) => boolean
  /** Another way to deal with all of a node at once; true: nothing better is left in it. */
  readonly close: (settled: Settled, multipliers: Float64Array, relaxed: Relaxed) => boolean
}

/**
 * Branch and bound with the relaxation at every node: first which hubs, then which home where. `root` has what is
 * settled already and is not changed; `multipliers` are where to start.
 */
export function branch(core: Core, root: Settled, multipliers: Float64Array, by: TreeBy): Tree {
  const relax = relaxation(core)
  const fix = fixer(core)
  const settled: Settled = { off: root.off.slice(), hubs: root.hubs.slice(), arc: root.arc.slice() }
  const tree: Tree = { bound: Number.NEGATIVE_INFINITY, nodes: 0 }
  const heap: Node[] = [
    {
      bound: Number.NEGATIVE_INFINITY,
      multipliers: multipliers.slice(),
      decision: null,
      parent: null,
      depth: 0,
    },
  ]
  let unseen = Infinity
  while (heap.length > 0) {
    const node = pop(heap)
    tree.bound = Math.min(node.bound, unseen)
    if (node.bound > by.below() + 1e-6) continue
    if (tree.nodes >= by.nodes || by.stop(tree)) return tree
    tree.nodes++
    if (!settle(core, root, settled, node)) continue
    const here = node.multipliers.slice()
    const first = relax(here, settled)
    if (first.bound > by.below() + 1e-6) continue
    fix(first, here, settled, by.below())
    const climbed = climb(core, relax, here, settled, {
      steps: node.depth === 0 ? by.steps * 4 : by.steps,
      length: node.depth === 0 ? 0.5 : 0.3,
      shortest: 1e-3,
      patience: node.depth === 0 ? 12 : 5,
      enough: by.below() + 1e-6,
      target: () => by.below() + 1,
      seen: (relaxed, at, step) => {
        const whole = isWhole(core, relaxed)
        if (whole || step === 0) by.found(relaxed, at, whole)
        return whole
      },
    })
    if (climbed.bound > by.below() + 1e-6) continue
    const last = relax(climbed.best, settled)
    if (last.bound === Infinity) continue
    fix(last, climbed.best, settled, by.below())
    if (by.close(settled, climbed.best, last)) continue
    const [one, other] = split(core, settled, climbed.leaning, climbed.share, last)
    if (one === null) {
      // Nothing is open: what the relaxation says is the plan.
      by.found(last, climbed.best, true)
      // With ways left away, what is open may be among them: this far it is bounded, and no further.
      if (core.sparse) unseen = Math.min(unseen, climbed.bound)
      continue
    }
    const bound = Math.max(node.bound, climbed.bound)
    for (const decision of [one, other])
      push(heap, { bound, multipliers: climbed.best, decision, parent: node, depth: node.depth + 1 })
  }
  tree.bound = unseen
  return tree
}

/** Each home is somewhere once, or left out at its full price. */
function isWhole(core: Core, relaxed: Relaxed): boolean {
  for (let i = 0; i < core.items; i++)
    if (relaxed.times[i] !== 1 && !(relaxed.times[i] === 0 && core.out[i] !== Infinity)) return false
  return relaxed.count > 0
}

/** Lays a node's decisions over the root's; false: they clash. */
function settle(core: Core, root: Settled, settled: Settled, node: Node): boolean {
  settled.off.set(root.off)
  settled.hubs.set(root.hubs)
  settled.arc.set(root.arc)
  for (let at: Node | null = node; at !== null; at = at.parent) {
    if (at.decision && !decide(core, settled, at.decision)) return false
  }
  return true
}

function decide(core: Core, settled: Settled, decision: Decision): boolean {
  if ('hub' in decision) {
    if (settled.hubs[decision.hub] === -decision.as) return false
    settled.hubs[decision.hub] = decision.as
    return true
  }
  const { arc } = decision
  const item = core.item[arc] as number
  const hub = core.hub[arc] as number
  if (!decision.taken) {
    settled.off[arc] = 1
    return settled.arc[item] !== arc
  }
  if (settled.off[arc] === 1 || settled.hubs[hub] === -1) return false
  if (settled.arc[item] !== -1 && settled.arc[item] !== arc) return false
  settled.hubs[hub] = 1
  settled.arc[item] = arc
  for (let n = core.itemStart[item] as number; n < (core.itemStart[item + 1] as number); n++) {
    const other = core.byItem[n] as number
    if (other === arc) continue
    settled.off[other] = 1
  }
  // A hub whose own home is settled elsewhere is out.
  for (const owned of core.hubsOf[item] as readonly number[])
    if (core.start[owned] !== arc) {
      if (settled.hubs[owned] === 1) return false
      settled.hubs[owned] = -1
    }
  for (const other of core.apart[item] as readonly number[])
    for (let n = core.itemStart[other] as number; n < (core.itemStart[other + 1] as number); n++) {
      const there = core.byItem[n] as number
      if (core.hub[there] !== hub) continue
      if (settled.arc[other] === there || there === core.start[hub]) return false
      settled.off[there] = 1
    }
  return true
}

type Split = readonly [Decision, Decision] | readonly [null, null]

/** The hub that is least decided; when all are, the home whose place is. */
function split(
  core: Core,
  settled: Settled,
  leaning: Float64Array,
  share: Float64Array,
  last: Relaxed,
): Split {
  let hub = -1
  let most = 0.04
  for (let h = 0; h < core.hubs; h++) {
    if (settled.hubs[h] !== 0) continue
    const open = Math.min(leaning[h] as number, 1 - (leaning[h] as number))
    if (open > most) {
      most = open
      hub = h
    }
  }
  if (hub >= 0) {
    const likely = (leaning[hub] as number) >= 0.5 ? 1 : -1
    return [
      { hub, as: likely },
      { hub, as: -likely as 1 | -1 },
    ]
  }
  const arc = openArc(core, settled, share, last)
  if (arc >= 0)
    return [
      { arc, taken: true },
      { arc, taken: false },
    ]
  for (let h = 0; h < core.hubs; h++)
    if (settled.hubs[h] === 0 && last.values[h] !== Infinity)
      return [
        { hub: h, as: 1 },
        { hub: h, as: -1 },
      ]
  return [null, null]
}

/** The likeliest arc of the home whose place is least decided. */
function openArc(core: Core, settled: Settled, share: Float64Array, last: Relaxed): number {
  let best = -1
  let most = -1
  for (let i = 0; i < core.items; i++) {
    if (settled.arc[i] !== -1) continue
    let likely = -1
    let top = -1
    let open = 0
    for (let n = core.itemStart[i] as number; n < (core.itemStart[i + 1] as number); n++) {
      const arc = core.byItem[n] as number
      if (settled.off[arc] === 1 || settled.hubs[core.hub[arc] as number] === -1) continue
      open++
      if ((share[arc] as number) > top) {
        top = share[arc] as number
        likely = arc
      }
    }
    if (open === 0) continue
    const doubt = 1 - top + (last.times[i] === 1 ? 0 : 1)
    if (doubt > most) {
      most = doubt
      best = likely
    }
  }
  return best
}

function push(heap: Node[], node: Node): void {
  let at = heap.push(node) - 1
  while (at > 0) {
    const up = (at - 1) >> 1
    if (before(heap[up] as Node, node)) break
    heap[at] = heap[up] as Node
    at = up
  }
  heap[at] = node
}

function pop(heap: Node[]): Node {
  const top = heap[0] as Node
  const last = heap.pop() as Node
  if (heap.length === 0) return top
  let at = 0
  for (;;) {
    let down = 2 * at + 1
    if (down >= heap.length) break
    if (down + 1 < heap.length && before(heap[down + 1] as Node, heap[down] as Node)) down++
    if (before(last, heap[down] as Node)) break
    heap[at] = heap[down] as Node
    at = down
  }
  heap[at] = last
  return top
}

/** The lowest bound first, then the deeper one. */
function before(one: Node, other: Node): boolean {
  return one.bound < other.bound || (one.bound === other.bound && one.depth >= other.depth)
}
