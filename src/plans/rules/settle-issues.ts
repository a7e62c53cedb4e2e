import type { PlanFacts, PlanSettings } from './facts.ts'
import type { Issue, Typed } from './typed.ts'

/** What cannot be of the answers together: a most below its fewest, a word without its reason, a home that is not planned for. */
export const issuesIn = (typed: Typed, settings: PlanSettings, facts: PlanFacts): Issue[] => [
  ...ranges(settings),
  ...withoutReason(typed, facts),
  ...strangers(typed, facts),
]

function ranges({ constellations, satellites, children }: PlanSettings): Issue[] {
  const below = (field: string, what: string, { least, most }: { least: number; most: number }): Issue[] =>
    most < least
      ? [{ field, message: `The most ${what} (${most}) must not be below the fewest (${least})` }]
      : []
  return [
    ...below('upTo', 'constellations', constellations),
    ...below('satellitesMost', 'satellites', satellites),
    ...below('childrenMost', 'children', children),
  ]
}

/** A person's word against the records needs a reason. */
function withoutReason({ hubs }: Typed, { homes }: PlanFacts): Issue[] {
  return hubs.flatMap(({ household, may, reason }) => {
    const name = homes.find((home) => home.household === household)?.name
    if (reason || !name) return []
    return [{ field: `why-${household}`, message: `Enter why ${name} ${may ? 'may' : 'is not to'} be a hub` }]
  })
}

/** Homes that are named somewhere but are not among those planned for. */
function strangers(typed: Typed, { homes }: PlanFacts): Issue[] {
  const known = new Set(homes.map(({ household }) => household))
  const named = {
    households: typed.households ?? [],
    mustBeIn: typed.mustBeIn,
    settledHubs: typed.settledHubs,
    hubs: typed.hubs.map(({ household }) => household),
    locks: typed.locks.flatMap(({ household, hub }) => [household, hub]),
    bans: typed.bans.flatMap(({ household, hub }) => [household, hub]),
  }
  return Object.entries(named).flatMap(([field, ids]) =>
    ids.every((id) => known.has(id))
      ? []
      : [{ field, message: 'Choose homes from among those that are planned for' }],
  )
}
