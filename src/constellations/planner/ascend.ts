import type { Core } from './core.ts'
import type { Settled } from './price.ts'
import type { Relaxed } from './relax.ts'

export interface Climb {
  /** The best bound found and the multipliers it was found at. */
  bound: number
  readonly best: Float64Array
  /** How often, lately, each hub was chosen, between 0 and 1. */
  readonly leaning: Float64Array
  /** The same for each arc. */
  readonly share: Float64Array
}

export interface ClimbBy {
  readonly steps: number
  /** How far a step goes at first: 1 is all the way to where the target would be met. */
  readonly length: number
  /** Ends when a step is shorter than this. */
  readonly shortest: number
  /** Steps without a better bound before steps are made shorter. */
  readonly patience: number
  /** Ends when the bound is above this: nothing better can be below. */
  readonly enough: number
  /** Called at each step with what the relaxation chose; true ends the climb. */
  readonly seen: (relaxed: Relaxed, multipliers: Float64Array, step: number) => boolean
  /** What a plan costs that is known: steps aim at it. Infinity: none is. */
  readonly target: () => number
}

/** How much of the way before a step keeps: 0.6 makes it go along a valley rather than across it. */
const DEFLECTION = 0.6

const LATER = 1.1

function scale(climb: Climb, by: number): void {
  for (let hub = 0; hub < climb.leaning.length; hub++)
    climb.leaning[hub] = (climb.leaning[hub] as number) * by
  for (let arc = 0; arc < climb.share.length; arc++) climb.share[arc] = (climb.share[arc] as number) * by
}

function shared(climb: Climb, total: number): Climb {
  if (total > 0) scale(climb, 1 / total)
  return climb
}

/** Subgradient ascent from `multipliers`, which are left where the climb ended; the best ones are in the answer. */
export function climb(
  core: Core,
  relax: (multipliers: Float64Array, settled: Settled) => Relaxed,
  multipliers: Float64Array,
  settled: Settled,
  by: ClimbBy,
): Climb {
  const { items, out, cap } = core
  const most = out.map((price, i) => Math.min(price, cap[i] as number))
  const unknown = gapOfNoPlan(core)
  const way = new Float64Array(items)
  const answer: Climb = {
    bound: Number.NEGATIVE_INFINITY,
    best: multipliers.slice(),
    leaning: new Float64Array(core.hubs),
    share: new Float64Array(core.item.length),
  }
  // Later choices count more: each step weighs a ninth more than the one before, and the sum is shared out at the end.
  let weight = 1
  let total = 0
  let length = by.length
  let since = 0
  for (let step = 0; step < by.steps; step++) {
    const relaxed = relax(multipliers, settled)
    if (relaxed.bound > answer.bound) {
      const gained = relaxed.bound - answer.bound
      answer.bound = relaxed.bound
      answer.best.set(multipliers)
      if (gained > 1e-6 * Math.abs(answer.bound)) since = 0
    } else since++
    if (relaxed.bound === Infinity) return answer
    weight *= LATER
    total += weight
    for (let n = 0, arc = 0; n < relaxed.count; n++) {
      const hub = relaxed.hubs[n] as number
      answer.leaning[hub] = (answer.leaning[hub] as number) + weight
      for (; arc < (relaxed.ends[n] as number); arc++) {
        const chosen = relaxed.arcs[arc] as number
        answer.share[chosen] = (answer.share[chosen] as number) + weight
      }
    }
    if (weight > 1e100) {
      scale(answer, 1e-100)
      weight *= 1e-100
      total *= 1e-100
    }
    if (by.seen(relaxed, multipliers, step) || answer.bound > by.enough) return shared(answer, total)
    if (since >= by.patience) {
      since = 0
      length *= 0.6
      if (length < 1e-4) return shared(answer, total)
      multipliers.set(answer.best)
      way.fill(0)
      continue
    }
    let norm = 0
    for (let i = 0; i < items; i++) {
      const slope = 1 - (relaxed.times[i] as number)
      const next = slope + DEFLECTION * (way[i] as number)
      // A multiplier that is at its most and would grow does not move.
      const stuck = next > 0 && (multipliers[i] as number) >= (most[i] as number)
      way[i] = stuck ? 0 : next
      norm += (way[i] as number) ** 2
    }
    if (norm === 0) return shared(answer, total)
    const aim = by.target()
    const target = aim === Infinity ? relaxed.bound + unknown : Math.max(aim, relaxed.bound + 1)
    const size = (length * (target - relaxed.bound)) / norm
    for (let i = 0; i < items; i++)
      multipliers[i] = Math.min(
        most[i] as number,
        // No place is worth less than nobody having one: without an end, sums would lose their last figures.
        Math.max(-10 * unknown, (multipliers[i] as number) + size * (way[i] as number)),
      )
  }
  return shared(answer, total)
}

/** How far above the bound to aim while no plan is known: a tenth of what journeys to a hub not far cost. */
function gapOfNoPlan({ items, itemStart, byItem, cost, price, kLeast }: Core): number {
  let total = price * kLeast
  for (let i = 0; i < items; i++) {
    const [from, end] = [itemStart[i] as number, itemStart[i + 1] as number]
    if (from < end) total += cost[byItem[Math.min(end - 1, from + 3)] as number] as number
  }
  return 1 + total / 10
}
