import type { Plan } from '../../constellations/planner/problem.ts'
import type { PlanFacts, PlanSettings } from './facts.ts'
import { satellitesByHub } from './moves.ts'
import { type Planned, problemOf } from './problem.ts'
import type { Seat } from './standing.ts'

/** A plan's ground laid out for the planner, and the way between its places and the homes. */
export type Laid = Planned & {
  placeOf: ReadonlyMap<string, number>
  /** Where a plan puts each home. */
  seatsOf: (plan: Plan) => Seat[]
  planOf: (seats: readonly Seat[]) => Plan
  /** What a home is called. */
  nameOf: (household: string) => string
  /** A sentence about the plan with its homes called by their names. */
  named: (sentence: string) => string
}

/** Lays the facts and what was settled out. The same ground gives the same, on any day. */
export function layOut(facts: PlanFacts, settings: PlanSettings): Laid {
  const planned = problemOf(facts, settings)
  const { homes } = planned
  const names = new Map(facts.homes.map(({ household, name }) => [household, name]))
  const placeOf = new Map(homes.map((household, place) => [household, place]))
  const id = (place: number) => homes[place] ?? ''
  const seatsOf = (plan: Plan): Seat[] => [
    ...plan.constellations.flatMap(({ hub, satellites }) =>
      [hub, ...satellites].map((home) => ({ household: id(home), hub: id(hub) })),
    ),
    ...plan.leftOut.map((home) => ({ household: id(home), hub: null })),
  ]
  const planOf = (seats: readonly Seat[]): Plan => {
    const placed = (households: readonly string[]) =>
      households.map((household) => placeOf.get(household) ?? -1).sort((a, b) => a - b)
    const constellations = [...satellitesByHub(seats)]
      .map(([hub, satellites]) => ({ hub: placeOf.get(hub) ?? -1, satellites: placed(satellites) }))
      .sort((a, b) => a.hub - b.hub)
    const out = seats.filter(({ hub }) => hub === null).map(({ household }) => household)
    return { constellations, leftOut: placed(out) }
  }
  const nameOf = (household: string) => names.get(household) ?? household
  const named = (sentence: string) => calling(sentence, nameOf)
  return { ...planned, placeOf, seatsOf, planOf, nameOf, named }
}

/** A sentence about a plan with its homes called as `call` says. */
export const calling = (sentence: string, call: (household: string) => string): string =>
  sentence.replace(KEYS, (key) => call(key))

/** Sentences about a plan call homes by their keys. */
const KEYS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
