import { constellationOf } from './cost.ts'
import { journeyOf } from './journeys.ts'
import type { Plan, Problem } from './problem.ts'

/** How a plan stands in figures: journeys in units, of the satellites to their hubs. */
export interface Figures {
  readonly total: number
  /** Null where there is no journey. */
  readonly mean: number | null
  readonly median: number | null
  readonly longest: number | null
  /** How many of the journeys are longer than the limit, from 0 to 1. */
  readonly over: number
  /** Of each constellation, in the plan's order, its hub included. */
  readonly sizes: readonly number[]
  readonly children: readonly number[]
  /** Pairs or groups of brothers and sisters in different homes who share a constellation, of how many. */
  readonly siblings: { readonly together: number; readonly of: number }
}

export function figuresOf(problem: Problem, plan: Plan, limit: number): Figures {
  const journey = journeyOf(problem.journeys, problem.homes.length)
  const lengths = plan.constellations
    .flatMap(({ hub, satellites }) => satellites.map((home) => Math.max(0, journey(hub, home))))
    .sort((a, b) => a - b)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const members = plan.constellations.map(({ hub, satellites }) => [hub, ...satellites])
  const where = constellationOf(problem, plan)
  const together = (homes: readonly number[]) => {
    const places = new Set(homes.map((home) => where[home]))
    return places.size === 1 && !places.has(-1)
  }
  const kin = [
    ...problem.together.filter((group) => group.length > 1),
    ...problem.wishes.filter(({ kind }) => kind === 'siblings').map(({ a, b }) => [a, b]),
  ]
  return {
    total,
    mean: lengths.length > 0 ? total / lengths.length : null,
    median: middleOf(lengths),
    longest: lengths.at(-1) ?? null,
    over: lengths.length > 0 ? lengths.filter((length) => length > limit).length / lengths.length : 0,
    sizes: members.map((homes) => homes.length),
    children: members.map((homes) =>
      homes.reduce((sum, home) => sum + (problem.homes[home]?.children ?? 0), 0),
    ),
    siblings: { together: kin.filter(together).length, of: kin.length },
  }
}

/** The middle one of sorted numbers; of an even number the mean of the two in the middle. */
function middleOf(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
