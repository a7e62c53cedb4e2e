import type { Core } from './core.ts'
import { pricer, type Settled } from './price.ts'

/*
 * Hubs that do not stand in each other's way: again and again the hub whose cheapest constellation of homes still free
 * is worth most at the multipliers. Taking homes away only makes a hub dearer, so a value from before is a bound, and
 * few hubs need be priced twice.
 */

/** Settled for good elsewhere: no hub may take it. */
const TAKEN = -2

export function greedyHubs(core: Core, multipliers: Float64Array, settled: Settled): Int32Array {
  const free: Settled = { off: settled.off, hubs: settled.hubs, arc: settled.arc.slice() }
  const chosen: number[] = []
  choose(core, multipliers, free, chosen, true)
  // Homes left over may be too few for a whole constellation anywhere: the rest is evened out later.
  if (core.sparse && chosen.length < core.kLeast) choose(core, multipliers, free, chosen, false)
  return Int32Array.from(chosen)
}

function choose(
  core: Core,
  multipliers: Float64Array,
  free: Settled,
  chosen: number[],
  whole: boolean,
): void {
  const { price } = pricer(core, whole)
  const values = new Float64Array(core.hubs).fill(Infinity)
  const order: number[] = []
  for (let hub = 0; hub < core.hubs; hub++) {
    if (free.hubs[hub] === -1 || free.arc[core.own[hub] as number] === TAKEN) continue
    // A settled hub comes before all others.
    const early = free.hubs[hub] === 1 || core.settled[hub] === 1 ? -1e15 : 0
    values[hub] = price(hub, multipliers, free).value + early
    if (values[hub] !== Infinity) order.push(hub)
  }
  order.sort((one, other) => (values[one] as number) - (values[other] as number) || one - other)
  while (order.length > 0 && chosen.length < core.kMost) {
    const hub = order.shift() as number
    const own = core.own[hub] as number
    if (free.arc[own] === TAKEN) continue
    const early = (values[hub] as number) < -1e14 ? -1e15 : 0
    const pricing = price(hub, multipliers, free)
    const value = pricing.value + early
    const next = order[0]
    if (value === Infinity) continue
    if (next !== undefined && value > (values[next] as number) + 1e-9) {
      values[hub] = value
      insert(order, values, hub)
      continue
    }
    if (chosen.length >= core.kLeast && value >= 0) break
    chosen.push(hub)
    for (let n = 0; n < pricing.count; n++) free.arc[core.item[pricing.chosen[n] as number] as number] = TAKEN
  }
}

function insert(order: number[], values: Float64Array, hub: number): void {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[order[middle] as number] as number) < (values[hub] as number)) low = middle + 1
    else high = middle
  }
  order.splice(low, 0, hub)
}
