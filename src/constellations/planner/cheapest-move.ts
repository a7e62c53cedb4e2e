import { breaksOf } from './breaks.ts'
import type { Cluster } from './clusters.ts'
import { costOf } from './cost.ts'
import type { Cost, Plan, Problem } from './problem.ts'
import { type Shift, shiftsOf } from './shifts.ts'

export interface Moved {
  readonly plan: Plan
  readonly cost: Cost
}

/** Takes a home and the constellation it is to be in; null: left out. */
export type CheapestMove = (home: number, to: number | null) => Moved | null

/**
 * Finds, for a home and a constellation, the cheapest plan that keeps every rule and has the home (with those it goes together
 * with) there: by moving it, or by moving one other cluster besides: out of that constellation, or into what it left. Null
 * where none of those keeps the rules, or where it is a hub. What it costs more than the plan is at most what the move costs:
 * solving anew might do it for less. Whatever does not hang on the home is worked out once, for all that are asked about.
 */
export function cheapestMoves(problem: Problem, plan: Plan, clusters: readonly Cluster[]): CheapestMove {
  const hubs = new Set(plan.constellations.map(({ hub }) => hub))
  const movable = clusters.filter(({ homes }) => !homes.some((one) => hubs.has(one)))
  const everywhere = [-1, ...plan.constellations.keys()]
  const { where, costs, mayKeepRules } = shiftsOf(problem, plan)
  return (home, to) => {
    const its = movable.find(({ homes }) => homes.includes(home))
    if (!its) return null
    const [from, target] = [where[home] as number, to ?? -1]
    const first: Shift = { homes: its.homes, to: target }
    const tries: { shifts: readonly Shift[]; more: number }[] = []
    const add = (...shifts: Shift[]) => {
      if (mayKeepRules(shifts)) tries.push({ shifts, more: costs(shifts) })
    }
    add(first)
    for (const other of movable) {
      if (other === its) continue
      const at = where[other.homes[0] as number] as number
      const places = at === target && at >= 0 ? everywhere : from >= 0 ? [from] : []
      for (const place of places) if (place !== at) add(first, { homes: other.homes, to: place })
    }
    for (const { shifts } of tries.sort((a, b) => a.more - b.more)) {
      const made = planWith(plan, where, hubs, shifts)
      if (breaksOf(problem, made).length === 0) return { plan: made, cost: costOf(problem, made) }
    }
    return null
  }
}

/** The same hubs with some homes elsewhere. */
function planWith(
  { constellations }: Plan,
  where: Int32Array,
  hubs: ReadonlySet<number>,
  shifts: readonly Shift[],
): Plan {
  const seats = where.slice()
  for (const { homes, to } of shifts) for (const home of homes) seats[home] = to
  const satellites = constellations.map((): number[] => [])
  const leftOut: number[] = []
  seats.forEach((seat, home) => {
    if (hubs.has(home)) return
    if (seat < 0) leftOut.push(home)
    else satellites[seat]?.push(home)
  })
  return {
    constellations: constellations.map(({ hub }, at) => ({ hub, satellites: satellites[at] ?? [] })),
    leftOut,
  }
}
