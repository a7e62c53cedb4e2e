import { explain } from '../../constellations/planner/explain.ts'
import type { PlanFacts, PlanSettings } from './facts.ts'
import { layOut } from './laid.ts'
import { sayWish } from './say-wish.ts'
import type { Seat } from './standing.ts'

/** Why a plan is as it is: each home that is left out, and each wish that is unmet. */
export type Reasons = {
  leftOut: { household: string; because: string }[]
  unmet: { wish: string; because: string }[]
}

export function reasonsOf(facts: PlanFacts, settings: PlanSettings, seats: readonly Seat[]): Reasons {
  const laid = layOut(facts, settings)
  const { homes, named } = laid
  const plan = laid.planOf(seats)
  const why = explain(laid.problem, plan)
  const id = (home: number) => homes[home] ?? ''
  const unmet = why.unmet().map(({ wish: { kind, a, b }, because }) => ({
    wish: sayWish(kind, id(a), id(b)),
    because,
  }))
  return {
    leftOut: plan.leftOut.map((home) => ({ household: id(home), because: named(why.whyLeftOut(home)) })),
    unmet: [...laid.unmet, ...unmet].map(({ wish, because }) => ({
      wish: named(wish),
      because: named(because),
    })),
  }
}
