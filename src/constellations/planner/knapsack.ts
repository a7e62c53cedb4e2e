import type { Core } from './core.ts'

export interface Added {
  value: number
  count: number
}

/** The dynamic program: cheapest reduced cost for each load and number of children reached exactly. */
export function knapsack(core: Core, widest: number) {
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
