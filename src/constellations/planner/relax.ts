import type { Core } from './core.ts'
import { pricer, type Settled } from './price.ts'

/** What the relaxation says at given multipliers: a bound, and which hubs and sets it would choose. */
export interface Relaxed {
  bound: number
  /** The hubs chosen, the first `count`, cheapest first. */
  readonly hubs: Int32Array
  count: number
  /** Every hub's value; Infinity: it has no set. */
  readonly values: Float64Array
  /** How often each item is chosen. */
  readonly times: Int32Array
  /** The arcs chosen, hub after hub: those of the n-th hub end at `ends[n]`. */
  arcs: Int32Array
  readonly ends: Int32Array
  /** The dearest value that is still chosen: what a hub outside would have to beat. */
  threshold: number
}

/**
 * The relaxation: "each home is in one constellation" becomes a price, the rest stays exact. Its value is never above
 * the cost of a plan that keeps the rules, whatever the multipliers.
 */
export function relaxation(core: Core): (multipliers: Float64Array, settled: Settled) => Relaxed {
  const { hubs, items, item, kLeast, kMost, out } = core
  const { price, glance } = pricer(core)
  const values = new Float64Array(hubs)
  const order = new Int32Array(hubs)
  const relaxed: Relaxed = {
    bound: 0,
    hubs: new Int32Array(hubs),
    count: 0,
    values,
    times: new Int32Array(items),
    arcs: new Int32Array(items * 4 + hubs),
    ends: new Int32Array(hubs),
    threshold: 0,
  }
  const setStart = new Int32Array(hubs)
  const setCount = new Int32Array(hubs)
  let sets = new Int32Array(items * 4 + hubs)
  let used = 0

  /** Prices a hub in full and keeps its set. */
  const priceNow = (hub: number, multipliers: Float64Array, settled: Settled): number => {
    const pricing = price(hub, multipliers, settled)
    if (used + pricing.count > sets.length) {
      const more = new Int32Array((used + pricing.count) * 2)
      more.set(sets)
      sets = more
    }
    sets.set(pricing.chosen.subarray(0, pricing.count), used)
    setStart[hub] = used
    setCount[hub] = pricing.count
    used += pricing.count
    values[hub] = pricing.value
    return pricing.value
  }

  /** Prices those that may be chosen until the cheapest are known for certain: a glance is never above the price. */
  const inFull = (
    sorted: Int32Array,
    multipliers: Float64Array,
    settled: Settled,
    before: (one: number, other: number) => number,
  ) => {
    let priced = 0
    while (priced < sorted.length && priced < kMost) {
      const hub = sorted[priced] as number
      if (priced >= kLeast && settled.hubs[hub] !== 1 && (values[hub] as number) >= 0) break
      priceNow(hub, multipliers, settled)
      priced++
    }
    // Any of the first whose price is above a glance outside makes way, until none is.
    for (;;) {
      sorted.subarray(0, priced).sort(before)
      const next = sorted[priced]
      const last = sorted[priced - 1]
      if (next === undefined || last === undefined || before(last, next) <= 0) return
      let wanted = 0
      while (priced + wanted < sorted.length && before(last, sorted[priced + wanted] as number) > 0) wanted++
      for (let n = 0; n < wanted; n++) priceNow(sorted[priced + n] as number, multipliers, settled)
      priced += wanted
    }
  }

  return (multipliers, settled) => {
    used = 0
    let usable = 0
    for (let hub = 0; hub < hubs; hub++) {
      values[hub] = Infinity
      if (settled.hubs[hub] === -1) continue
      const value = glance ? glance(hub, multipliers, settled) : priceNow(hub, multipliers, settled)
      values[hub] = value
      if (value !== Infinity) order[usable++] = hub
      else if (settled.hubs[hub] === 1) return nothing(relaxed)
    }
    if (usable < kLeast) return nothing(relaxed)
    const before = (one: number, other: number) =>
      (settled.hubs[other] as number) - (settled.hubs[one] as number) ||
      (values[one] as number) - (values[other] as number) ||
      one - other
    const sorted = order.subarray(0, usable).sort(before)
    if (glance) inFull(sorted, multipliers, settled, before)
    let bound = 0
    for (let i = 0; i < items; i++) bound += Math.min(multipliers[i] as number, out[i] as number)
    relaxed.times.fill(0)
    let count = 0
    let arcs = 0
    for (; count < usable && count < kMost; count++) {
      const hub = sorted[count] as number
      if (count >= kLeast && settled.hubs[hub] !== 1 && (values[hub] as number) >= 0) break
      bound += values[hub] as number
      relaxed.hubs[count] = hub
      const size = setCount[hub] as number
      if (arcs + size > relaxed.arcs.length) {
        const more = new Int32Array((arcs + size) * 2)
        more.set(relaxed.arcs)
        relaxed.arcs = more
      }
      for (let n = 0; n < size; n++) {
        const arc = sets[(setStart[hub] as number) + n] as number
        relaxed.arcs[arcs++] = arc
        ;(relaxed.times[item[arc] as number] as number)++
      }
      relaxed.ends[count] = arcs
    }
    if (count < usable && settled.hubs[sorted[count] as number] === 1) return nothing(relaxed)
    relaxed.bound = bound
    relaxed.count = count
    relaxed.threshold = thresholdOf(core, relaxed, settled)
    return relaxed
  }
}

function nothing(relaxed: Relaxed): Relaxed {
  relaxed.bound = Infinity
  relaxed.count = 0
  return relaxed
}

/** What a hub that is not chosen has to beat: the dearest that could make way; none may, and no more may be chosen: -Infinity. */
function thresholdOf(core: Core, relaxed: Relaxed, settled: Settled): number {
  const { count, hubs, values } = relaxed
  const last = count > 0 ? (hubs[count - 1] as number) : -1
  if (last < 0 || settled.hubs[last] === 1) return count < core.kMost ? 0 : Number.NEGATIVE_INFINITY
  const value = values[last] as number
  return count === core.kMost ? value : Math.max(value, 0)
}
