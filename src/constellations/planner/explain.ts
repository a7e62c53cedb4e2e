import { cheapestMoves } from './cheapest-move.ts'
import { clustersOf } from './clusters.ts'
import { constellationOf, costOf } from './cost.ts'
import { journeyOf } from './journeys.ts'
import { keptOut, sayLength } from './kept-out.ts'
import { listed, nameHomes } from './name-homes.ts'
import type { Plan, Problem, Wish } from './problem.ts'

/** Another hub, or home that may be one, near a home: how far, and what kept the home out of its constellation. */
export interface Other {
  readonly hub: number
  /** The place of its constellation in the plan; null where it was not chosen as a hub. */
  readonly constellation: number | null
  /** The way there in units; -1: there is none. */
  readonly way: number
  /** Words that follow the hub's name; empty where the home could be there, and the plan would cost more. */
  readonly because: readonly string[]
}

export interface Explained {
  /** Why a home is left out: the nearest constellations, and what each is short of. */
  readonly whyLeftOut: (home: number) => string
  /** The wishes the plan does not meet, each with why. */
  readonly unmet: () => { readonly wish: Wish; readonly because: string }[]
  /** The nearest other hubs and possible hubs of a home, nearest first. */
  readonly others: (home: number, most: number) => Other[]
}

const NEAREST = 3

/** Why a plan is as it is: who is left out, which wishes are unmet, what else was near each home. Sentences name ids. */
export function explain(problem: Problem, plan: Plan): Explained {
  const { homes } = problem
  const journey = journeyOf(problem.journeys, homes.length)
  const where = constellationOf(problem, plan)
  const clusters = clustersOf(problem)
  const clusterOf = new Map(clusters.flatMap(({ homes: its }) => its.map((home) => [home, its] as const)))
  const placeOf = (home: number): number | null => ((where[home] ?? -1) < 0 ? null : (where[home] as number))
  const name = (...places: number[]) => nameHomes(problem, places)
  const moved = cheapestMoves(problem, plan, clusters)
  const total = costOf(problem, plan).total

  const others = (home: number, most: number): Other[] => {
    const chosen = new Map(plan.constellations.map(({ hub }, at) => [hub, at]))
    const near = [...homes.keys()]
      .filter((hub) => homes[hub]?.hub && hub !== home && chosen.get(hub) !== where[home])
      .map((hub) => ({ hub, way: journey(hub, home) }))
      .sort((a, b) => Number(a.way < 0) - Number(b.way < 0) || a.way - b.way || a.hub - b.hub)
      .slice(0, most)
    return near.map(({ hub, way }) => {
      const constellation = chosen.get(hub) ?? null
      return { hub, constellation, way, because: why(home, hub, constellation) }
    })
  }

  function why(home: number, hub: number, constellation: number | null): string[] {
    if (constellation === null) {
      const at = placeOf(hub)
      return [at === null ? 'is left out' : `was not chosen as a hub: it is with ${name(hubAt(at))}`]
    }
    const moving = clusterOf.get(home) ?? [home]
    const own = moving.filter((one) => plan.constellations.some((its) => its.hub === one))
    if (own.length > 0)
      return [
        `is a hub, as is ${name(...own)}${own.includes(home) ? '' : `, which goes together with ${name(home)}`}`,
      ]
    return keptOut(problem, plan, journey, moving, placeOf(home), constellation)
  }

  const hubAt = (constellation: number): number => plan.constellations[constellation]?.hub ?? -1

  function whyLeftOut(home: number): string {
    const near = [...plan.constellations.keys()]
      .map((at) => ({ at, way: journey(hubAt(at), home) }))
      .sort((a, b) => Number(a.way < 0) - Number(b.way < 0) || a.way - b.way)
      .map(({ at, way }) => ({ at, way, because: why(home, hubAt(at), at) }))
    const open = near.find(({ because }) => because.length === 0)
    const nearest = near
      .filter(({ because }) => because.length > 0)
      .slice(0, NEAREST)
      .map(
        ({ at, way, because }) =>
          `${name(hubAt(at))}${way < 0 ? '' : `, ${sayLength(problem, way)} away,`} ${listed(because)}`,
      )
    const kin = (clusterOf.get(home) ?? []).filter((one) => one !== home)
    const also = kin.length > 0 ? `goes together with ${name(...kin)}; ` : ''
    if (!open) return also + (nearest.length > 0 ? nearest.join('; ') : 'there is no constellation')
    const before = near.indexOf(open)
    const joined = moved(home, open.at)
    const out = [home, ...kin].reduce((sum, one) => sum + (homes[one]?.leaveOut ?? 0), 0)
    const more = joined ? joined.cost.total - total + out : open.way
    const first = nearest
      .slice(0, before)
      .map((one) => `${one}; `)
      .join('')
    return `${also}${first}to have it with ${name(hubAt(open.at))}, ${sayLength(problem, open.way)} away, would cost ${sayLength(problem, more)}, and leaving it out costs ${sayLength(problem, out)}`
  }

  function whyUnmet({ a, b, price }: Wish): string {
    const out = [a, b].filter((home) => placeOf(home) === null)
    if (out.length > 0) return `${name(...out)} ${out.length > 1 ? 'are' : 'is'} left out`
    const [at, to] = [placeOf(a), placeOf(b)]
    const found = [moved(a, to), moved(b, at)]
      .filter((one) => one !== null)
      .sort((x, y) => x.cost.total - y.cost.total)[0]
    if (found)
      return `having them in one constellation would cost ${sayLength(problem, found.cost.total - total + price)} elsewhere, and counts ${sayLength(problem, price)}`
    const ways = [
      { home: a, at: to as number },
      { home: b, at: at as number },
    ].map(
      ({ home, at }) =>
        `${name(hubAt(at))} cannot have ${name(home)}: it ${listed(why(home, hubAt(at), at))}`,
    )
    return ways.join('; ')
  }

  return {
    whyLeftOut,
    unmet: () =>
      problem.wishes
        .filter(({ a, b }) => where[a] === -1 || where[a] !== where[b])
        .map((wish) => ({ wish, because: whyUnmet(wish) })),
    others,
  }
}
