import { breaksOf } from './breaks.ts'
import type { Cluster } from './clusters.ts'
import { constellationOf, costOf } from './cost.ts'
import type { Cost, Plan, Problem } from './problem.ts'

export interface Moved {
  readonly plan: Plan
  readonly cost: Cost
}

/**
 * The cheapest plan found that keeps every rule and has `home` (with those it goes together with) in constellation `to`,
 * or left out where that is null: by moving it, or by moving one other cluster besides: out of `to`, or into what it left.
 * Null where none of those keeps the rules, or where it is a hub. What it costs more than the plan is at most what the
 * move costs: solving anew might do it for less.
 */
export function cheapestMove(
  problem: Problem,
  plan: Plan,
  clusters: readonly Cluster[],
  home: number,
  to: number | null,
): Moved | null {
  const where = constellationOf(problem, plan)
  const hubs = new Set(plan.constellations.map(({ hub }) => hub))
  const movable = clusters.filter(({ homes }) => !homes.some((one) => hubs.has(one)))
  const its = movable.find(({ homes }) => homes.includes(home))
  if (!its) return null
  const from = where[home] as number
  const target = to ?? -1
  const first = where.slice()
  for (const one of its.homes) first[one] = target
  const tries: Int32Array[] = [first]
  for (const other of movable) {
    if (other === its) continue
    const at = where[other.homes[0] as number] as number
    const places = at === target && at >= 0 ? everywhere(plan) : from >= 0 ? [from] : []
    for (const place of places) {
      if (place === at) continue
      const second = first.slice()
      for (const one of other.homes) second[one] = place
      tries.push(second)
    }
  }
  const moved = tries
    .map((seats) => planWith(plan, hubs, seats))
    .map((made) => ({ plan: made, cost: costOf(problem, made) }))
    .sort((a, b) => a.cost.total - b.cost.total)
  return moved.find((one) => breaksOf(problem, one.plan).length === 0) ?? null
}

const everywhere = ({ constellations }: Plan): number[] => [-1, ...constellations.keys()]

/** The same hubs with the homes where `seats` puts them: a constellation's place, or -1 for left out. */
function planWith({ constellations }: Plan, hubs: ReadonlySet<number>, seats: Int32Array): Plan {
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
