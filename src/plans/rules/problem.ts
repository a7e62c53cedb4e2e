import type { Home, Journeys, Problem } from '../../constellations/planner/problem.ts'
import { asideReasons, sayReasons } from './aside.ts'
import { type Candidate, candidateOf } from './candidates.ts'
import type { PlanFacts, PlanHome, PlanSettings } from './facts.ts'
import { siblingsOf } from './kin.ts'
import { matrixOf } from './matrix.ts'
import { mixesOf } from './mixes.ts'
import { apartOf, friendshipsOf, type Placed } from './pairs.ts'
import type { Unmet } from './say-wish.ts'
import { SCALE, unitsOf } from './settings.ts'
import { type Settled, settledOf } from './settled.ts'

export { usualSettings } from './settings.ts'

/** What the planner is asked, and what was settled before it is asked. */
export interface Planned {
  readonly problem: Problem
  /** The household of each place in the problem. */
  readonly homes: readonly string[]
  /** The homes that are not planned, each with why, in words that follow its name. */
  readonly aside: readonly { readonly household: string; readonly because: string }[]
  /** Every home of the facts: whether it may be a hub, and why. */
  readonly possibleHubs: readonly Candidate[]
  /** Wishes that no plan can meet. */
  readonly unmet: readonly Unmet[]
  /** What to know of the facts, in sentences. */
  readonly notices: readonly string[]
  /** What must be mended before a plan can be made: a lock of a home that is not planned, a barrier that is no line. */
  readonly wrong: readonly string[]
  /** Journeys that an imported matrix must have and has not. */
  readonly holes: readonly string[]
}

/**
 * What the planner is asked about these homes. They stand in the order of their keys, so that the same facts in another
 * order give the same plan. Costs are metres. Sentences name homes by their keys: whoever shows them to people says names.
 */
export function problemOf(facts: PlanFacts, settings: PlanSettings, name = 'plan'): Planned {
  const all = facts.homes.toSorted((a, b) => (a.household < b.household ? -1 : 1))
  const reasons = new Map(
    all.map((home) => [home.household, asideReasons(home, facts, settings.journeys === null)]),
  )
  const isIn = (home: PlanHome) => reasons.get(home.household)?.length === 0
  const planned = all.filter(isIn)
  const placed = placedOf(planned, reasons)
  const possibleHubs = all.map((home) => candidateOf(home, reasons.get(home.household) ?? [], settings.hubs))
  const may = new Map(possibleHubs.map((one) => [one.household, one.may]))
  const settled = settledOf(settings, placed)
  const homes = planned.map((home, at) =>
    homeOf(home, may.get(home.household) === true, settled.mustBeIn.has(at), settings),
  )
  const parts = apartOf(facts, placed)
  const kin = siblingsOf(all, settings, placed, { homes, apart: parts.apart, ...settled })
  const friends = friendshipsOf(facts, settings, placed, parts.apart)
  const ways = journeysOf(planned, homes, settings)
  const problem: Problem = {
    name,
    scale: SCALE,
    homes,
    journeys: ways.journeys,
    constellations: {
      least: settings.constellations.least,
      most: settings.constellations.most,
      price: unitsOf(settings.constellations.priceKm),
    },
    children: settings.children,
    together: kin.together,
    apart: parts.apart.map(({ a, b }) => ({ a, b })),
    wishes: [...kin.wishes, ...friends.wishes],
    mixes: mixesOf(planned, facts.on, settings.mixKm),
    ...rulesOf(settled),
  }
  return {
    problem,
    homes: planned.map(({ household }) => household),
    aside: all
      .filter((home) => !isIn(home))
      .map(({ household }) => ({ household, because: sayReasons(reasons.get(household) ?? []) })),
    possibleHubs,
    unmet: [...kin.unmet, ...friends.unmet],
    notices: [...parts.notices, ...kin.notices],
    wrong: [...settled.wrong, ...ways.wrong],
    holes: ways.holes,
  }
}

const rulesOf = ({ hubs, locks, bans }: Settled) => ({ hubs, locks, bans })

function placedOf(planned: readonly PlanHome[], reasons: ReadonlyMap<string, readonly string[]>): Placed {
  const places = new Map(planned.map(({ household }, at) => [household, at]))
  return {
    placeOf: (household) => places.get(household),
    whyAside: (household) => {
      const why = reasons.get(household) ?? []
      return why.length > 0 ? `${household} ${sayReasons(why)}` : undefined
    },
  }
}

/** One home as the planner knows it. A home that has not said what it wants counts as unsure. */
function homeOf(home: PlanHome, mayBeHub: boolean, mustBeIn: boolean, settings: PlanSettings): Home {
  const { satellites, leaveOutKm } = settings
  const price = home.wantsMockingbird === 'yes' ? leaveOutKm.yes : leaveOutKm.unsure
  return {
    id: home.household,
    load: 1,
    children: home.children.filter(({ lookedAfter }) => lookedAfter !== false).length,
    hub: mayBeHub ? { least: 1 + satellites.least, most: 1 + satellites.most } : null,
    leaveOut: mustBeIn ? null : unitsOf(price),
  }
}

function journeysOf(
  planned: readonly PlanHome[],
  homes: readonly Home[],
  { journeys, detour, barriers }: PlanSettings,
): { journeys: Journeys; wrong: string[]; holes: string[] } {
  if (journeys) {
    const mayBeHub = homes.map(({ hub }) => hub !== null)
    return { ...matrixOf(planned, mayBeHub, journeys), wrong: [] }
  }
  return {
    journeys: {
      kind: 'globe',
      lat: planned.map(({ place }) => place?.lat ?? 0),
      lon: planned.map(({ place }) => place?.lon ?? 0),
      detour,
      barriers: barriers.map(({ name, line, extraKm }) => ({
        name,
        line,
        extra: extraKm === null ? null : unitsOf(extraKm),
      })),
    },
    holes: [],
    wrong: barriers
      .filter(({ line }) => line.length < 2)
      .map(({ name }) => `The barrier “${name}” has fewer than two points: draw a line, or take it out.`),
  }
}
