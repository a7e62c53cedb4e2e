import { breaksOf } from '../../constellations/planner/breaks.ts'
import { constellationOf } from '../../constellations/planner/cost.ts'
import { journeyOf } from '../../constellations/planner/journeys.ts'
import type { Plan } from '../../constellations/planner/problem.ts'
import { breakInWords } from './break-words.ts'
import type { PlanFacts, PlanHome, PlanSettings } from './facts.ts'
import { type Laid, layOut } from './laid.ts'
import { siblingsIn } from './reunited.ts'
import type { Seat } from './standing.ts'

export type ShownHome = {
  household: string
  name: string
  place: PlanHome['place']
  children: number
  /** From its hub, in kilometres by the plan's own reckoning; null for the hub itself, and where there is no way. */
  km: number | null
}

export type ShownConstellation = { hub: ShownHome; satellites: ShownHome[]; children: number }

export type Journeys = { total: number; mean: number; median: number; longest: number }

/** A plan as it is read: every figure is worked out again from its facts, what was settled and where the homes are. */
export type ShownPlan = {
  constellations: ShownConstellation[]
  leftOut: { household: string; name: string; place: PlanHome['place'] }[]
  aside: { household: string; name: string; because: string }[]
  journeys: Journeys
  /** Groups of brothers and sisters who live apart, and how many of them share a constellation. */
  siblings: { groups: number; together: number; threads: { a: string; b: string; together: boolean }[] }
  /** How many wishes it does not meet. */
  unmet: number
  /** What to know of the facts. */
  notices: string[]
  /** Each hard rule that it breaks, as a sentence. One that breaks any is never frozen. */
  breaks: string[]
}

/** Shows where a plan puts the homes. Constellations go by the hub's name, homes by the way to it. */
export function showPlan(facts: PlanFacts, settings: PlanSettings, seats: readonly Seat[]): ShownPlan {
  const laid = layOut(facts, settings)
  const { problem, nameOf } = laid
  const plan = laid.planOf(seats)
  const homes = new Map(facts.homes.map((home) => [home.household, home]))
  const journey = journeyOf(problem.journeys, problem.homes.length)
  const shown = (place: number, hub: number): ShownHome => {
    const household = laid.homes[place] ?? ''
    const units = hub === place ? -1 : journey(hub, place)
    return {
      household,
      name: nameOf(household),
      place: homes.get(household)?.place ?? null,
      children: problem.homes[place]?.children ?? 0,
      km: units < 0 ? null : units / problem.scale,
    }
  }
  const constellations = plan.constellations
    .map(({ hub, satellites }) => {
      const near = satellites.map((home) => shown(home, hub)).sort(byWay)
      const middle = shown(hub, hub)
      const children = [middle, ...near].reduce((sum, home) => sum + home.children, 0)
      return { hub: middle, satellites: near, children }
    })
    .sort((a, b) => a.hub.name.localeCompare(b.hub.name))
  return {
    constellations,
    leftOut: plan.leftOut.map((home) => {
      const { household, name, place } = shown(home, home)
      return { household, name, place }
    }),
    aside: laid.aside.map(({ household, because }) => ({
      household,
      name: nameOf(household),
      because: laid.named(because),
    })),
    journeys: journeysOf(constellations),
    siblings: siblingsIn(facts, togetherIn(laid.placeOf, constellationOf(problem, plan))),
    unmet: unmetIn(laid, plan),
    notices: laid.notices.map(laid.named),
    breaks: breaksIn(laid, plan),
  }
}

const byWay = (a: ShownHome, b: ShownHome) =>
  (a.km ?? Infinity) - (b.km ?? Infinity) || a.name.localeCompare(b.name)

/** Where each home is; -1 for one that is left out or not planned. */
const togetherIn = (placeOf: ReadonlyMap<string, number>, where: Int32Array) => (household: string) =>
  where[placeOf.get(household) ?? -1] ?? -1

function breaksIn({ problem, nameOf }: Laid, plan: Plan): string[] {
  return breaksOf(problem, plan).map((one) => breakInWords(one, problem, nameOf))
}

/** Wishes that no plan can meet, and those that this one does not. */
function unmetIn({ problem, unmet }: Laid, plan: Plan): number {
  const where = constellationOf(problem, plan)
  return unmet.length + problem.wishes.filter(({ a, b }) => where[a] === -1 || where[a] !== where[b]).length
}

function journeysOf(constellations: readonly ShownConstellation[]): Journeys {
  const ways = constellations
    .flatMap(({ satellites }) => satellites.flatMap(({ km }) => (km === null ? [] : [km])))
    .sort((a, b) => a - b)
  const total = ways.reduce((sum, km) => sum + km, 0)
  const middle = ways.length / 2
  const median = ((ways[Math.ceil(middle) - 1] ?? 0) + (ways[Math.floor(middle)] ?? ways.at(-1) ?? 0)) / 2
  return { total, mean: ways.length === 0 ? 0 : total / ways.length, median, longest: ways.at(-1) ?? 0 }
}
