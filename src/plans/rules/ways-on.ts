import { breaksOf } from '../../constellations/planner/breaks.ts'
import { costOf } from '../../constellations/planner/cost.ts'
import { journeyOf } from '../../constellations/planner/journeys.ts'
import { breakInWords } from './break-words.ts'
import type { PlanFacts, PlanSettings } from './facts.ts'
import { layOut } from './laid.ts'
import { moved } from './moves.ts'
import type { Seat } from './standing.ts'

/** Another place a home could be: with another hub, or out of every constellation (null). */
export type WayOn = {
  hub: string | null
  name: string
  /** From that hub; null where it is left out, or there is no way. */
  km: number | null
  /** What the plan would cost more (below 0: less), in kilometres, with nothing else moved. */
  moreKm: number
  /** Each rule that it would break and that is not broken now; empty where it could go there at once. */
  breaks: string[]
}

/** Where else a home could be, the nearest hub first and left out last; none for a hub, or a home that is not planned. */
export function waysOn(
  facts: PlanFacts,
  settings: PlanSettings,
  seats: readonly Seat[],
  household: string,
): WayOn[] {
  const laid = layOut(facts, settings)
  const { problem, placeOf, planOf, nameOf, named } = laid
  const place = placeOf.get(household)
  const seat = seats.find((one) => one.household === household)
  if (place === undefined || !seat || seat.hub === household) return []
  const journey = journeyOf(problem.journeys, problem.homes.length)
  const sentences = (of: readonly Seat[]) =>
    breaksOf(problem, planOf(of)).map((one) => named(breakInWords(one, problem)))
  const now = new Set(sentences(seats))
  const total = costOf(problem, planOf(seats)).total
  const hubs: (string | null)[] = seats.flatMap(({ household, hub }) => (household === hub ? [hub] : []))
  return [...hubs, null]
    .flatMap((hub): WayOn[] => {
      const then = moved(seats, household, hub)
      if (typeof then === 'string') return []
      const way = hub === null ? -1 : journey(placeOf.get(hub) ?? -1, place)
      return [
        {
          hub,
          name: hub === null ? 'Left out' : nameOf(hub),
          km: way < 0 ? null : way / problem.scale,
          moreKm: (costOf(problem, planOf(then)).total - total) / problem.scale,
          breaks: sentences(then).filter((says) => !now.has(says)),
        },
      ]
    })
    .sort(
      (a, b) => Number(a.hub === null) - Number(b.hub === null) || (a.km ?? Infinity) - (b.km ?? Infinity),
    )
}
