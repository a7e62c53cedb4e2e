import type { Core } from './core.ts'
import { knapsack } from './knapsack.ts'
import { type Ratios, ratios } from './ratios.ts'

/** What is settled while the solver branches: arcs that are off, hubs that are in (1) or out (-1), items whose hub is settled. */
export interface Settled {
  readonly off: Uint8Array
  readonly hubs: Int8Array
  /** The one arc an item must take; -1: none is settled. */
  readonly arc: Int32Array
}

export interface Pricing {
  /** The cheapest set for a hub: its cost less the multipliers of its items (its price included); Infinity: no set. */
  value: number
  /** How many arcs the set has, and which: the first `count` of `chosen`. */
  count: number
  readonly chosen: Int32Array
}

export interface Pricer {
  readonly price: (hub: number, multipliers: Float64Array, settled: Settled) => Pricing
  /** A value the hub's cheapest set is not below, at a glance; null where `price` itself is as quick. */
  readonly glance: ((hub: number, multipliers: Float64Array, settled: Settled) => number) | null
  /**
   * After `price` of a hub: no set of it with an arc it did not choose is cheaper than this. Exact when homes count one,
   * else a bound that may count the home twice.
   */
  readonly withArc: (arc: number, multipliers: Float64Array) => number
}

/**
 * The exact cheapest constellation of one hub at given multipliers: a choice of the best few when every home counts one
 * and children are not counted, else a dynamic program over load and children. `asListed`: the least has to be met from the arcs there are, which a bound may not ask where some
 * were left away.
 */
export function pricer(core: Core, asListed = !core.sparse): Pricer {
  const { start, item, cost, weight, kids, kidsMost, kidsLeast, least, most } = core
  const counted = kidsMost >= 0
  const units = !counted && core.even
  let widest = 0
  for (let hub = 0; hub < core.hubs; hub++)
    widest = Math.max(widest, (start[hub + 1] as number) - (start[hub] as number))
  const pricing: Pricing = { value: 0, count: 0, chosen: new Int32Array(widest + 1) }
  const chosen = pricing.chosen
  const reduced = new Float64Array(widest + 1)
  const arcs = new Int32Array(widest + 1)
  const program = knapsack(core, widest)
  const byRatio = counted || units ? null : ratios(core, widest)

  // What `withArc` needs of the hub priced last.
  let base = 0
  let roomLeft = 0
  let sumOfTaken = 0
  let full = false
  let worst = 0
  let profile: (load: number, kids: number) => number = () => 0

  const withArc = (arc: number, multipliers: Float64Array): number => {
    const i = item[arc] as number
    const rc = (cost[arc] as number) - (multipliers[i] as number)
    if (units) {
      if (roomLeft < 1) return Infinity
      return base + sumOfTaken + rc - (full || worst > 0 ? worst : 0)
    }
    return base + rc + profile(weight[i] as number, counted ? (kids[i] as number) : 0)
  }

  let missing = 0
  let kidsRoom = 0
  let kidsMissing = 0
  let taken = 0
  let free = 0

  /** Lays the hub's own item and those settled to be here into `chosen`, and what may be added into `arcs`. */
  const gather = (hub: number, multipliers: Float64Array, settled: Settled): boolean => {
    const from = start[hub] as number
    const to = start[hub + 1] as number
    if (from === to || settled.off[from] === 1) return false
    core.meter.done += to - from
    base = core.price
    let load = 0
    let children = 0
    taken = 0
    for (let arc = from; arc < to; arc++) {
      const i = item[arc] as number
      if (arc !== from && settled.arc[i] !== arc) continue
      base += (cost[arc] as number) - (multipliers[i] as number)
      load += weight[i] as number
      children += kids[i] as number
      chosen[taken++] = arc
    }
    roomLeft = (most[hub] as number) - load
    kidsRoom = counted ? kidsMost - children : 0
    missing = asListed ? (least[hub] as number) - load : 0
    kidsMissing = counted && asListed ? kidsLeast - children : 0
    if (roomLeft < 0 || kidsRoom < 0) return false
    if (units) return true
    free = 0
    const allNegative = missing <= 0 && kidsMissing <= 0
    for (let arc = from + 1; arc < to; arc++) {
      const i = item[arc] as number
      if (settled.off[arc] === 1 || settled.arc[i] !== -1) continue
      if ((weight[i] as number) > roomLeft || (counted && (kids[i] as number) > kidsRoom)) continue
      const rc = (cost[arc] as number) - (multipliers[i] as number)
      if (allNegative && rc >= 0) continue
      arcs[free] = arc
      reduced[free++] = rc
    }
    return true
  }

  const price = (hub: number, multipliers: Float64Array, settled: Settled): Pricing => {
    pricing.count = 0
    pricing.value = Infinity
    if (!gather(hub, multipliers, settled)) return pricing
    if (units) {
      const added = cheapest((start[hub] as number) + 1, start[hub + 1] as number, taken)
      if (added === Infinity) return pricing
      pricing.value = base + added
      sumOfTaken = added
      full = pricing.count - taken === roomLeft
      worst = pricing.count > taken ? (reduced[pricing.count - taken - 1] as number) : 0
      return pricing
    }
    const quick = byRatio !== null && missing <= 0
    const added =
      quick && byRatio
        ? byRatio.solve(arcs, reduced, free, roomLeft, chosen, taken)
        : program.solve(arcs, reduced, free, roomLeft, kidsRoom, missing, kidsMissing, chosen, taken)
    profile =
      quick && byRatio
        ? (load) => (load > roomLeft ? Infinity : byRatio.within(arcs, reduced, free, roomLeft - load))
        : (load, children) => program.least(load, children, roomLeft, kidsRoom, missing, kidsMissing)
    if (added.value === Infinity) return pricing
    pricing.value = base + added.value
    pricing.count = added.count
    return pricing

    /** The best between `missing` and `roomLeft` of the arcs, by insertion into a short sorted list. */
    function cheapest(first: number, end: number, at: number): number {
      let found = 0
      for (let arc = first; arc < end; arc++) {
        const i = item[arc] as number
        if (settled.off[arc] === 1 || settled.arc[i] !== -1) continue
        const rc = (cost[arc] as number) - (multipliers[i] as number)
        // Once there are enough, one that costs is only of use in place of one that costs more.
        if (found >= missing && rc >= 0 && (missing <= 0 || rc >= (reduced[missing - 1] as number))) continue
        if (found === roomLeft) {
          if (roomLeft === 0 || rc >= (reduced[found - 1] as number)) continue
          found--
        }
        let place = found++
        while (place > 0 && (reduced[place - 1] as number) > rc) {
          reduced[place] = reduced[place - 1] as number
          arcs[place] = arcs[place - 1] as number
          place--
        }
        reduced[place] = rc
        arcs[place] = arc
      }
      if (found < missing) return Infinity
      let total = 0
      let kept = 0
      for (; kept < found; kept++) {
        const rc = reduced[kept] as number
        if (kept >= missing && rc >= 0) break
        total += rc
        chosen[at++] = arcs[kept] as number
      }
      pricing.count = at
      return total
    }
  }
  const glance = (hub: number, multipliers: Float64Array, settled: Settled): number => {
    if (!gather(hub, multipliers, settled)) return Infinity
    return base + (byRatio as Ratios).bound(arcs, reduced, free, roomLeft)
  }
  return {
    price,
    withArc,
    glance: byRatio && (!asListed || core.least.every((one) => one <= 0)) ? glance : null,
  }
}
