import type { Core } from './core.ts'

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
  /**
   * After `price` of a hub: no set of it with an arc it did not choose is cheaper than this. Exact when homes count one,
   * else a bound that may count the home twice.
   */
  readonly withArc: (arc: number, multipliers: Float64Array) => number
}

/**
 * The exact cheapest constellation of one hub at given multipliers: a choice of the best few when every home counts one
 * and children are not counted, else a dynamic program over load and children.
 */
export function pricer(core: Core): Pricer {
  const { start, item, cost, weight, kids, kidsMost, kidsLeast, least, most } = core
  const counted = kidsMost >= 0
  const units = !counted && weight.every((one) => one === 1)
  let widest = 0
  for (let hub = 0; hub < core.hubs; hub++)
    widest = Math.max(widest, (start[hub + 1] as number) - (start[hub] as number))
  const pricing: Pricing = { value: 0, count: 0, chosen: new Int32Array(widest + 1) }
  const chosen = pricing.chosen
  const reduced = new Float64Array(widest + 1)
  const arcs = new Int32Array(widest + 1)
  const program = knapsack(core, widest)

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

  const price = (hub: number, multipliers: Float64Array, settled: Settled): Pricing => {
    const from = start[hub] as number
    const to = start[hub + 1] as number
    pricing.count = 0
    pricing.value = Infinity
    if (from === to || settled.off[from] === 1) return pricing
    core.meter.done += to - from
    let value = core.price
    let load = 0
    let children = 0
    let count = 0
    // The hub's own item first, then those that are settled to be here.
    for (let arc = from; arc < to; arc++) {
      const i = item[arc] as number
      if (arc !== from && settled.arc[i] !== arc) continue
      value += (cost[arc] as number) - (multipliers[i] as number)
      load += weight[i] as number
      children += kids[i] as number
      chosen[count++] = arc
    }
    const room = (most[hub] as number) - load
    const kidsRoom = counted ? kidsMost - children : 0
    if (room < 0 || kidsRoom < 0) return pricing
    base = value
    roomLeft = room
    const missing = (least[hub] as number) - load
    const kidsMissing = counted ? kidsLeast - children : 0
    if (units) {
      const added = cheapest(from + 1, to, missing, room, count)
      if (added === Infinity) return pricing
      pricing.value = value + added
      sumOfTaken = added
      full = pricing.count - count === room
      worst = pricing.count > count ? (reduced[pricing.count - count - 1] as number) : 0
      return pricing
    }
    let free = 0
    const allNegative = missing <= 0 && kidsMissing <= 0
    for (let arc = from + 1; arc < to; arc++) {
      const i = item[arc] as number
      if (settled.off[arc] === 1 || settled.arc[i] !== -1) continue
      if ((weight[i] as number) > room || (counted && (kids[i] as number) > kidsRoom)) continue
      const rc = (cost[arc] as number) - (multipliers[i] as number)
      if (allNegative && rc >= 0) continue
      arcs[free] = arc
      reduced[free++] = rc
    }
    profile = (load, children) => program.least(load, children, room, kidsRoom, missing, kidsMissing)
    const added = program.solve(arcs, reduced, free, room, kidsRoom, missing, kidsMissing, chosen, count)
    if (added.value === Infinity) return pricing
    pricing.value = value + added.value
    pricing.count = added.count
    return pricing

    /** The best between `missing` and `room` of the arcs, by insertion into a short sorted list. */
    function cheapest(first: number, end: number, missing: number, room: number, at: number): number {
      let found = 0
      for (let arc = first; arc < end; arc++) {
        const i = item[arc] as number
        if (settled.off[arc] === 1 || settled.arc[i] !== -1) continue
        const rc = (cost[arc] as number) - (multipliers[i] as number)
        // Once there are enough, one that costs is only of use in place of one that costs more.
        if (found >= missing && rc >= 0 && (missing <= 0 || rc >= (reduced[missing - 1] as number))) continue
        if (found === room) {
          if (room === 0 || rc >= (reduced[found - 1] as number)) continue
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
      let taken = 0
      for (; taken < found; taken++) {
        const rc = reduced[taken] as number
        if (taken >= missing && rc >= 0) break
        total += rc
        chosen[at++] = arcs[taken] as number
      }
      pricing.count = at
      return total
    }
  }
  return { price, withArc }
}

interface Added {
  value: number
  count: number
}

/** The dynamic program: cheapest reduced cost for each load and number of children reached exactly. */
function knapsack(core: Core, widest: number) {
  const { item, weight, kids } = core
  const counted = core.kidsMost >= 0
  const tall = core.most.reduce((a, b) => Math.max(a, b), 0) + 1
  const wide = (counted ? core.kidsMost : 0) + 1
  const best = new Float64Array(tall * wide)
  let took = new Uint8Array(Math.min(1 << 20, (widest + 1) * tall * wide))
  const added: Added = { value: 0, count: 0 }

  /** The cheapest of what is left when so much of the room is taken: between what is still missing and what is left. */
  const least = (
    load: number,
    children: number,
    room: number,
    kidsRoom: number,
    missing: number,
    kidsMissing: number,
  ): number => {
    let value = Infinity
    for (let l = Math.max(0, missing - load); l <= room - load; l++)
      for (let c = Math.max(0, kidsMissing - children); c <= kidsRoom - children; c++)
        value = Math.min(value, best[l * (kidsRoom + 1) + c] as number)
    return value
  }

  const solve = (
    arcs: Int32Array,
    reduced: Float64Array,
    free: number,
    room: number,
    kidsRoom: number,
    missing: number,
    kidsMissing: number,
    chosen: Int32Array,
    at: number,
  ): Added => {
    const rows = room + 1
    const columns = kidsRoom + 1
    const states = rows * columns
    core.meter.done += free * states
    if (took.length < free * states) took = new Uint8Array(free * states * 2)
    took.fill(0, 0, free * states)
    best.fill(Infinity, 0, states)
    best[0] = 0
    let reachedLoad = 0
    for (let n = 0; n < free; n++) {
      const i = item[arcs[n] as number] as number
      const w = weight[i] as number
      const c = counted ? (kids[i] as number) : 0
      const rc = reduced[n] as number
      const base = n * states
      reachedLoad = Math.min(room, reachedLoad + w)
      if (columns === 1) {
        for (let load = reachedLoad; load >= w; load--) {
          const value = (best[load - w] as number) + rc
          if (value < (best[load] as number)) {
            best[load] = value
            took[base + load] = 1
          }
        }
      } else {
        const step = w * columns + c
        for (let load = reachedLoad; load >= w; load--)
          for (let state = load * columns + kidsRoom; state >= load * columns + c; state--) {
            const value = (best[state - step] as number) + rc
            if (value < (best[state] as number)) {
              best[state] = value
              took[base + state] = 1
            }
          }
      }
    }
    let end = -1
    let value = Infinity
    for (let load = Math.max(0, missing); load <= room; load++)
      for (let child = Math.max(0, kidsMissing); child <= kidsRoom; child++) {
        const state = load * columns + child
        if ((best[state] as number) < value) {
          value = best[state] as number
          end = state
        }
      }
    added.value = value
    if (end < 0) return added
    for (let n = free - 1; n >= 0; n--) {
      if (took[n * states + end] !== 1) continue
      const i = item[arcs[n] as number] as number
      chosen[at++] = arcs[n] as number
      end -= (weight[i] as number) * columns + (counted ? (kids[i] as number) : 0)
    }
    added.count = at
    return added
  }
  return { solve, least }
}
