import { type Cluster, clustersOf, hubsToBe, sayTies } from './clusters.ts'
import { type JourneyOf, journeyOf } from './journeys.ts'
import { countLoad, countOf, nameHomes } from './name-homes.ts'
import type { Problem } from './problem.ts'

const MOST_CLASHES = 20
const MOST_HUBS = 3

/** Homes that must be in one constellation and cannot, and homes that must be in one and find no hub. */
export function clashesOfClusters(problem: Problem): string[] {
  const journey = journeyOf(problem.journeys, problem.homes.length)
  const forced = hubsToBe(problem)
  const every = [...problem.homes.keys()].filter((home) => problem.homes[home]?.hub)
  const possible = forced.length === problem.constellations.most ? forced : every
  const room = problem.homes.reduce((most, { hub }) => Math.max(most, hub?.most ?? 0), 0)
  const clusters = clustersOf(problem).filter(({ mustBeIn }) => mustBeIn)
  const clashes = clusters.flatMap((cluster) => {
    const within = clashesWithin(problem, cluster, room)
    return within.length > 0 ? within : unreached(problem, cluster, possible, journey)
  })
  const more = clashes.length - MOST_CLASHES
  return more > 0 ? [...clashes.slice(0, MOST_CLASHES), `And ${more} more like these.`] : clashes
}

/** `room` is that of the largest constellation. */
function clashesWithin(problem: Problem, cluster: Cluster, room: number): string[] {
  const { children, apart } = problem
  const name = (...places: number[]) => nameHomes(problem, places)
  const within = new Set(cluster.homes)
  const clashes: string[] = []
  if (cluster.hubs.length > 1)
    clashes.push(
      `${name(...cluster.hubs)} are each to be the hub of a constellation, and yet belong in one: ${sayTies(problem, cluster)}.`,
    )
  for (const { a, b } of apart)
    if (within.has(a) && within.has(b))
      clashes.push(`${name(a, b)} are kept apart, and yet belong together: ${sayTies(problem, cluster)}.`)
  const load = sum(problem, cluster.homes, 'load')
  const who =
    cluster.homes.length > 1 ? `${sayTies(problem, cluster)}: together they` : name(...cluster.homes)
  if (load > room && room > 0)
    clashes.push(
      cluster.homes.length > 1
        ? `${who} need room for ${countLoad(problem, load)}, and the largest constellation has room for ${room}.`
        : `The demand of ${who}, ${load}, is above every capacity: the largest is ${room}.`,
    )
  const young = sum(problem, cluster.homes, 'children')
  if (children && young > children.most)
    clashes.push(
      `${who} ${cluster.homes.length > 1 ? 'have' : 'has'} ${countOf(young, 'child', 'children')}, and a constellation may have at most ${children.most}.`,
    )
  return clashes
}

/** Nothing, or the sentence that no possible hub can have these homes, with what stands between for the first few. */
function unreached(
  problem: Problem,
  cluster: Cluster,
  possible: readonly number[],
  journey: JourneyOf,
): string[] {
  if (possible.length === 0) return []
  const hubs = cluster.hubs.length > 0 ? cluster.hubs : possible
  const kept: string[] = []
  for (const hub of hubs) {
    const why = keptFrom(problem, cluster, hub, journey)
    if (why === null) return []
    if (kept.length < MOST_HUBS) kept.push(why)
  }
  const more = hubs.length > kept.length ? `, and so on for ${hubs.length - kept.length} more` : ''
  const who = nameHomes(problem, cluster.homes)
  const ties = cluster.homes.length > 1 ? ` (${sayTies(problem, cluster)})` : ''
  const must = cluster.homes.length > 1 ? 'may not be left out together' : 'may not be left out'
  return [
    `${who}${ties} ${must}, and no hub can have ${cluster.homes.length > 1 ? 'them' : 'it'}: ${kept.join('; ')}${more}.`,
  ]
}

function keptFrom(problem: Problem, cluster: Cluster, hub: number, journey: JourneyOf): string | null {
  const { homes, children, apart, bans } = problem
  const name = (place: number) => nameHomes(problem, [place])
  const may = homes[hub]?.hub
  if (!may) return `${name(hub)} cannot be a hub`
  const others = cluster.homes.filter((home) => home !== hub)
  const barred = others.find((home) => journey(hub, home) < 0)
  if (barred !== undefined) return `there is no way from ${name(barred)} to ${name(hub)}`
  const banned = bans.find((ban) => ban.hub === hub && cluster.homes.includes(ban.home))
  if (banned) return `${name(banned.home)} is never with ${name(hub)}`
  const foe = others.find((home) =>
    apart.some(({ a, b }) => (a === hub && b === home) || (a === home && b === hub)),
  )
  if (foe !== undefined) return `${name(foe)} is kept apart from ${name(hub)}`
  const all = [...others, hub]
  if (sum(problem, all, 'load') > may.most) return `${name(hub)} has room for ${may.most}, itself included`
  if (children && sum(problem, all, 'children') > children.most)
    return `with ${name(hub)} there would be ${countOf(sum(problem, all, 'children'), 'child', 'children')}`
  return null
}

const sum = ({ homes }: Problem, places: readonly number[], part: 'load' | 'children'): number =>
  places.reduce((total, home) => total + (homes[home]?.[part] ?? 0), 0)
