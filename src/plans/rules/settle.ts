import type { PlanFacts, PlanSettings } from './facts.ts'
import { readBarriers } from './read-barriers.ts'
import { readJourneys } from './read-journeys.ts'

/** What a person typed, each answer read by itself; what is undefined is as usual. */
export type Typed = {
  constellations: number
  upTo?: number | undefined
  hubKm?: number | undefined
  satellitesLeast?: number | undefined
  satellitesMost?: number | undefined
  childrenLeast?: number | undefined
  childrenMost?: number | undefined
  households?: string[] | undefined
  mustBeIn: string[]
  hubs: { household: string; may: boolean; reason: string | null }[]
  settledHubs: string[]
  locks: { household: string; hub: string }[]
  bans: { household: string; hub: string }[]
  barriers: string | null
  journeys: string | null
  detour?: number | undefined
  leaveOutYesKm?: number | undefined
  leaveOutUnsureKm?: number | undefined
  siblings?: 'always' | 'price' | undefined
  siblingsKm?: number | undefined
  friendshipKm?: number | undefined
  tieKm?: number | undefined
  mixKm?: number | undefined
  seed?: number | undefined
}

export type Issue = { field: string; message: string }

/** What a plan is made from: the facts of the homes that were chosen, and what was settled; with everything that is wrong. */
export type Ground = { facts: PlanFacts; settings: PlanSettings; issues: Issue[] }

/** Parting brothers and sisters costs this many kilometres, where it is a price and none was said. */
const SIBLINGS_KM = 20

/** Puts what was typed over what is usual. `references` finds a home by its reference, for a matrix of journeys. */
export function settle(
  typed: Typed,
  all: PlanFacts,
  usual: PlanSettings,
  references: ReadonlyMap<string, string> = new Map(),
): Ground {
  const barriers = readBarriers(typed.barriers ?? '')
  const matrix = typed.journeys === null ? null : readJourneys(typed.journeys, references)
  const facts = chosen(all, typed.households)
  const settings: PlanSettings = {
    constellations: {
      least: typed.constellations,
      most: typed.upTo ?? typed.constellations,
      priceKm: typed.hubKm ?? usual.constellations.priceKm,
    },
    satellites: {
      least: typed.satellitesLeast ?? usual.satellites.least,
      most: typed.satellitesMost ?? usual.satellites.most,
    },
    children: {
      least: typed.childrenLeast ?? usual.children.least,
      most: typed.childrenMost ?? usual.children.most,
    },
    detour: typed.detour ?? usual.detour,
    leaveOutKm: {
      yes: typed.leaveOutYesKm ?? usual.leaveOutKm.yes,
      unsure: typed.leaveOutUnsureKm ?? usual.leaveOutKm.unsure,
    },
    siblings: siblingsOf(typed, usual),
    friendshipKm: typed.friendshipKm ?? usual.friendshipKm,
    tieKm: typed.tieKm ?? usual.tieKm,
    mixKm: typed.mixKm ?? usual.mixKm,
    mustBeIn: typed.mustBeIn,
    hubs: typed.hubs.map((word) => ({ ...word, reason: word.reason ?? '' })),
    settledHubs: typed.settledHubs,
    locks: typed.locks,
    bans: typed.bans,
    barriers: barriers.barriers,
    journeys: matrix?.journeys ?? null,
    seed: typed.seed ?? usual.seed,
  }
  return {
    facts,
    settings,
    issues: [
      ...ranges(settings),
      ...withoutReason(typed, facts),
      ...strangers(typed, facts),
      ...barriers.problems.map((message) => ({ field: 'barriers', message })),
      ...(matrix?.problems ?? []).map((message) => ({ field: 'journeys', message })),
    ],
  }
}

const siblingsOf = ({ siblings, siblingsKm }: Typed, usual: PlanSettings): PlanSettings['siblings'] =>
  siblings === undefined
    ? usual.siblings
    : siblings === 'always'
      ? 'always'
      : { km: siblingsKm ?? SIBLINGS_KM }

function chosen(facts: PlanFacts, households: string[] | undefined): PlanFacts {
  if (!households) return facts
  const wanted = new Set(households)
  return {
    on: facts.on,
    homes: facts.homes.filter(({ household }) => wanted.has(household)),
    links: facts.links.filter(({ a, b }) => wanted.has(a) && wanted.has(b)),
  }
}

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
