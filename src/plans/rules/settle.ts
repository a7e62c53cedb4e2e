import type { PlanFacts, PlanSettings } from './facts.ts'
import { readBarriers } from './read-barriers.ts'
import { readJourneys } from './read-journeys.ts'
import { issuesIn } from './settle-issues.ts'
import type { Issue, Typed } from './typed.ts'

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
      ...issuesIn(typed, settings, facts),
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
