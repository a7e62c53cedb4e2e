import type { Core } from './core.ts'
import type { Added } from './knapsack.ts'

export interface Ratios {
  /** No choice of the arcs within the room is cheaper: the last that does not fit is taken in part. */
  readonly bound: (arcs: Int32Array, reduced: Float64Array, free: number, room: number) => number
  /** The cheapest choice of arcs within the room, put into `chosen` from `at` on. Every reduced cost is below nought. */
  readonly solve: (
    arcs: Int32Array,
    reduced: Float64Array,
    free: number,
    room: number,
    chosen: Int32Array,
    at: number,
  ) => Added
  /** After `bound` or `solve`: a bound on what is left when so much of the room is taken already. */
  readonly within: (arcs: Int32Array, reduced: Float64Array, free: number, room: number) => number
}

/** A search among so many arcs is quick in almost every case; above it the program's even pace is safer. */
const SEARCHED = 48

/**
 * The cheapest choice where only load counts. Most arcs are plainly worth their room or plainly not; the dynamic
 * program is for the few between, in the room they leave.
 */
export function ratios(core: Core, widest: number): Ratios {
  const { item, weight } = core
  const order = new Int32Array(widest + 1)
  const ratio = new Float64Array(widest + 1)
  const few = new Int32Array(widest + 1)
  const ratioOf = new Float64Array(widest + 1)
  const inNow = new Uint8Array(widest + 1)
  const inBest = new Uint8Array(widest + 1)
  const capacity = core.most.reduce((a, b) => Math.max(a, b), 0) + 1
  const best = new Float64Array(capacity)
  let took = new Uint8Array(1 << 14)
  const added: Added = { value: 0, count: 0 }
  const load = (arcs: Int32Array, n: number) => weight[item[arcs[n] as number] as number] as number
  let whole = 0
  let sum = 0
  let left = 0
  let edge = 0

  /** Sorts by worth of a unit of load; how far they fit whole is in `whole`, `sum` and `left`. */
  const line = (arcs: Int32Array, reduced: Float64Array, free: number, room: number): number => {
    for (let n = 0; n < free; n++) {
      const value = (reduced[n] as number) / load(arcs, n)
      let place = n
      while (place > 0 && (ratio[place - 1] as number) > value) {
        ratio[place] = ratio[place - 1] as number
        order[place] = order[place - 1] as number
        place--
      }
      ratio[place] = value
      order[place] = n
    }
    core.meter.done += free * 4
    sum = 0
    left = room
    whole = 0
    for (; whole < free; whole++) {
      const n = order[whole] as number
      const w = load(arcs, n)
      if (w > left) break
      left -= w
      sum += reduced[n] as number
    }
    edge = whole < free ? (ratio[whole] as number) : 0
    return sum + left * edge
  }

  const solve: Ratios['solve'] = (arcs, reduced, free, room, chosen, at) => {
    const bound = line(arcs, reduced, free, room)
    // A first choice: what fits whole, then whatever still fits.
    let known = sum
    let room2 = left
    for (let n = whole; n < free; n++) {
      const w = load(arcs, order[n] as number)
      if (w > room2) continue
      room2 -= w
      known += reduced[order[n] as number] as number
    }
    added.value = known
    if (known <= bound + 1e-9) {
      added.count = greedy(arcs, free, room, chosen, at)
      return added
    }
    let count = 0
    let space = room
    let fixed = 0
    let end = at
    for (let p = 0; p < free; p++) {
      const n = order[p] as number
      const w = load(arcs, n)
      // What the bound would be with this one the other way round.
      const other = bound + (p < whole ? -1 : 1) * ((reduced[n] as number) - w * edge)
      if (other < known - 1e-9) few[count++] = n
      else if (p < whole) {
        space -= w
        fixed += reduced[n] as number
        chosen[end++] = arcs[n] as number
      }
    }
    if (count <= SEARCHED) {
      for (let p = 0; p < count; p++)
        ratioOf[p] = (reduced[few[p] as number] as number) / load(arcs, few[p] as number)
      const value = fixed + search(arcs, reduced, count, space, known - fixed)
      if (value < known - 1e-9) {
        added.value = value
        for (let p = 0; p < count; p++) if (inBest[p] === 1) chosen[end++] = arcs[few[p] as number] as number
        added.count = end
      } else added.count = greedy(arcs, free, room, chosen, at)
      return added
    }
    const value = fixed + program(arcs, reduced, count, space)
    if (value >= known - 1e-9) {
      added.count = greedy(arcs, free, room, chosen, at)
      return added
    }
    added.value = value
    added.count = readBack(arcs, count, space, chosen, end)
    return added
  }

  const greedy = (arcs: Int32Array, free: number, room: number, chosen: Int32Array, at: number): number => {
    for (let p = 0; p < free; p++) {
      const n = order[p] as number
      const w = load(arcs, n)
      if (w > room) continue
      room -= w
      chosen[at++] = arcs[n] as number
    }
    return at
  }

  const within: Ratios['within'] = (arcs, reduced, free, room) => {
    let value = 0
    for (let p = 0; p < free; p++) {
      const w = load(arcs, order[p] as number)
      if (w > room) return value + room * (ratio[p] as number)
      room -= w
      value += reduced[order[p] as number] as number
    }
    return value
  }

  /*
   * Depth first in order of worth, taking before leaving: at each step what is left could at best be filled at the
   * worth of the next. `inNow` and `inBest` are the choices now and the best so far.
   */
  const search = (
    arcs: Int32Array,
    reduced: Float64Array,
    count: number,
    space: number,
    known: number,
  ): number => {
    let least = known
    let value = 0
    let room = space
    let p = 0
    let steps = 0
    for (;;) {
      steps++
      // Forward: take all that fit, as long as what is left could still be better.
      let open = true
      while (p < count) {
        const n = few[p] as number
        if (value + room * (ratioOf[p] as number) >= least - 1e-9) {
          open = false
          break
        }
        const w = load(arcs, n)
        if (w <= room) {
          inNow[p] = 1
          room -= w
          value += reduced[n] as number
        } else inNow[p] = 0
        p++
      }
      if (open && value < least - 1e-9) {
        least = value
        inBest.set(inNow.subarray(0, count))
      }
      // Back: the last that was taken is left out.
      p--
      while (p >= 0 && inNow[p] === 0) p--
      if (p < 0) break
      const n = few[p] as number
      inNow[p] = 0
      room += load(arcs, n)
      value -= reduced[n] as number
      p++
    }
    core.meter.done += steps * 4
    return least
  }

  /** The cheapest of the few within the space: `best` by load at most. */
  const program = (arcs: Int32Array, reduced: Float64Array, count: number, space: number): number => {
    const states = space + 1
    core.meter.done += count * states
    if (took.length < count * states) took = new Uint8Array(count * states * 2)
    took.fill(0, 0, count * states)
    best.fill(0, 0, states)
    for (let p = 0; p < count; p++) {
      const n = few[p] as number
      const w = load(arcs, n)
      const rc = reduced[n] as number
      const base = p * states
      for (let l = space; l >= w; l--) {
        const value = (best[l - w] as number) + rc
        if (value < (best[l] as number)) {
          best[l] = value
          took[base + l] = 1
        }
      }
    }
    return best[space] as number
  }

  const readBack = (
    arcs: Int32Array,
    count: number,
    space: number,
    chosen: Int32Array,
    at: number,
  ): number => {
    let l = space
    for (let p = count - 1; p >= 0; p--) {
      if (took[p * (space + 1) + l] !== 1) continue
      const n = few[p] as number
      chosen[at++] = arcs[n] as number
      l -= load(arcs, n)
    }
    return at
  }
  return { bound: line, solve, within }
}
