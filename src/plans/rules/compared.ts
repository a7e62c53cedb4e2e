import type { PlanFacts } from './facts.ts'
import type { Seat } from './standing.ts'

export type Elsewhere = { household: string; name: string; one: string | null; other: string | null }

type Side = { facts: PlanFacts; seats: readonly Seat[] }

/** The homes that the two plans put with different hubs, by name, each with its hub's name in both; null: left out. */
export function compare(one: Side, other: Side): Elsewhere[] {
  const names = new Map(
    [...one.facts.homes, ...other.facts.homes].map(({ household, name }) => [household, name]),
  )
  const nameOf = (household: string | null) =>
    household === null ? null : (names.get(household) ?? household)
  const [here, there] = [hubs(one.seats), hubs(other.seats)]
  return [...new Set([...here.keys(), ...there.keys()])]
    .filter((household) => (here.get(household) ?? null) !== (there.get(household) ?? null))
    .map((household) => ({
      household,
      name: nameOf(household) ?? '',
      one: nameOf(here.get(household) ?? null),
      other: nameOf(there.get(household) ?? null),
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

const hubs = (seats: readonly Seat[]) => new Map(seats.map(({ household, hub }) => [household, hub]))
