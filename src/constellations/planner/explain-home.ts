import { constellationOf } from './cost.ts'
import { explain, type Other } from './explain.ts'
import { journeyOf } from './journeys.ts'
import { type Moving, movingOf } from './moving.ts'
import type { Answer, Problem } from './problem.ts'

/** Why one home is where the plan has it, and what it would cost to have it elsewhere. */
export interface HomeExplained {
  /** The hub it is with, itself for a hub; null: left out, and `because` says why. */
  readonly hub: number | null
  /** The way to its hub in units; null where it is left out. */
  readonly way: number | null
  readonly because: string | null
  /** The nearest other hubs and possible hubs, nearest first, each with what kept the home out and what it would cost. */
  readonly others: readonly (Other & { readonly moving: Moving })[]
  /** What leaving it out would cost; null where it is left out. */
  readonly leavingOut: Moving | null
}

/** Explains one home of an answer, with at most `most` other hubs. A few bounds and many small plans are worked out. */
export function explainHome(problem: Problem, answer: Answer, home: number, most: number): HomeExplained {
  const { plan } = answer
  const why = explain(problem, plan)
  const at = constellationOf(problem, plan)[home] ?? -1
  const hub = plan.constellations[at]?.hub ?? null
  const journey = journeyOf(problem.journeys, problem.homes.length)
  return {
    hub,
    way: hub === null ? null : journey(hub, home),
    because: hub === null ? why.whyLeftOut(home) : null,
    others: why
      .others(home, most)
      .map((other) => ({ ...other, moving: movingOf(problem, answer, home, other.hub) })),
    leavingOut: hub === null ? null : movingOf(problem, answer, home, null),
  }
}
