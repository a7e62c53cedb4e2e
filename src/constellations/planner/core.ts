import { type JourneyOf, journeyOf } from './journeys.ts'
import { nearestHubs } from './near.ts'
import type { Problem } from './problem.ts'

/*
 * The problem as the solver works on it. Homes that go together are one item; an arc is an item that may be with a hub.
 * Arcs lie hub by hub, each hub's own item first; `byItem` gives the arcs of an item, nearest first.
 */
export interface Core {
  /** Counts the work done, in arcs looked at: shared with every part, the same on every machine. */
  readonly meter: { done: number }
  readonly problem: Problem
  readonly items: number
  readonly members: readonly (readonly number[])[]
  readonly weight: Int32Array
  readonly kids: Int32Array
  /** What leaving an item out costs; Infinity: it may not be. */
  readonly out: Float64Array
  readonly hubs: number
  /** The home each hub is. */
  readonly hubHome: Int32Array
  /** The item each hub's home is part of. */
  readonly own: Int32Array
  readonly least: Int32Array
  readonly most: Int32Array
  readonly settled: Uint8Array
  readonly price: number
  readonly kLeast: number
  readonly kMost: number
  readonly kidsLeast: number
  /** -1: children are not counted. */
  readonly kidsMost: number
  readonly start: Int32Array
  readonly item: Int32Array
  readonly hub: Int32Array
  readonly cost: Float64Array
  readonly itemStart: Int32Array
  readonly byItem: Int32Array
  /** No multiplier above this: the arcs that were left away as too long then never pay. Infinity: none were. */
  readonly cap: Float64Array
  /** Some ways were left away: a hub may then have fillers that are not listed, so the relaxation asks for no least. */
  readonly sparse: boolean
  /** For each item those it must be apart from. */
  readonly apart: readonly (readonly number[])[]
  readonly wishes: readonly { readonly a: number; readonly b: number; readonly price: number }[]
  readonly wishesOf: readonly (readonly { readonly other: number; readonly price: number }[])[]
  readonly mixes: readonly {
    readonly counts: Int32Array
    readonly least: number
    readonly most: number
    readonly price: number
  }[]
  /** The hubs that are part of each item. */
  readonly hubsOf: readonly (readonly number[])[]
  /** Every item counts one: whole hubs make whole homes. */
  readonly even: boolean
  /** Nothing but sizes, ways and numbers: no pair apart, no wish, no mix. */
  readonly plain: boolean
}

/** All ways are listed while there are no more than this; above it the nearest so many hubs of each home. */
const ALL_WAYS = 400_000
const NEAREST = { least: 40, most: 200, constellations: 6 }

/** The core of a problem that `clashesOf` found nothing against. */
export function coreOf(problem: Problem): Core {
  const { itemOf, members } = merged(problem)
  const items = members.length
  const homes = problem.homes
  const sum = (item: number, value: (home: number) => number) =>
    (members[item] as readonly number[]).reduce((total, home) => total + value(home), 0)
  const weight = Int32Array.from(members, (_, item) => sum(item, (home) => homes[home]?.load ?? 0))
  const kids = Int32Array.from(members, (_, item) => sum(item, (home) => homes[home]?.children ?? 0))
  // A settled hub, and one that a home is locked to, is with itself as if it were locked.
  const settledHomes = new Set([...problem.hubs, ...problem.locks.map(({ hub }) => hub)])
  const lockOf = new Map([
    ...problem.locks.map(({ home, hub }) => [itemOf[home] as number, hub] as const),
    ...[...settledHomes].map((hub) => [itemOf[hub] as number, hub] as const),
  ])
  const out = Float64Array.from(members, (_, item) =>
    lockOf.has(item) ? Infinity : sum(item, (home) => homes[home]?.leaveOut ?? Infinity),
  )
  // A group that is left out pays for the wishes among its own homes too.
  for (const { a, b, price } of problem.wishes)
    if (itemOf[a] === itemOf[b]) (out[itemOf[a] as number] as number) += price
  const banned = new Set(problem.bans.map(({ home, hub }) => `${itemOf[home]} ${hub}`))
  const journey = journeyOf(problem.journeys, homes.length)
  const wayOf = (hub: number, item: number) => {
    const lock = lockOf.get(item)
    if ((lock !== undefined && lock !== hub) || banned.has(`${item} ${hub}`)) return -1
    return wayOfAll(journey, hub, members[item] as readonly number[])
  }
  const hubHomes = homes.flatMap((home, at) =>
    home.hub &&
    wayOf(at, itemOf[at] as number) >= 0 &&
    fits(problem, home.hub.most, weight, kids, itemOf[at] as number)
      ? [at]
      : [],
  )
  const lists = arcLists(problem, hubHomes, members, itemOf, wayOf)
  const wishes = problem.wishes
    .map(({ a, b, price }) => ({ a: itemOf[a] as number, b: itemOf[b] as number, price }))
    .filter(({ a, b }) => a !== b)
  const wishesOf: { other: number; price: number }[][] = Array.from({ length: items }, () => [])
  for (const { a, b, price } of wishes) {
    wishesOf[a]?.push({ other: b, price })
    wishesOf[b]?.push({ other: a, price })
  }
  const apart: number[][] = Array.from({ length: items }, () => [])
  for (const { a, b } of problem.apart) {
    apart[itemOf[a] as number]?.push(itemOf[b] as number)
    apart[itemOf[b] as number]?.push(itemOf[a] as number)
  }
  const hubsOf: number[][] = Array.from({ length: items }, () => [])
  hubHomes.forEach((home, hub) => {
    hubsOf[itemOf[home] as number]?.push(hub)
  })
  const mixes = problem.mixes.map(({ counts, least, most, price }) => ({
    counts: Int32Array.from(members, (_, item) => sum(item, (home) => counts[home] ?? 0)),
    least,
    most: most ?? 0x3fffffff,
    price,
  }))
  return {
    meter: { done: 0 },
    problem,
    items,
    members,
    weight,
    kids,
    out,
    hubs: hubHomes.length,
    hubHome: Int32Array.from(hubHomes),
    own: Int32Array.from(hubHomes, (home) => itemOf[home] as number),
    least: Int32Array.from(hubHomes, (home) => homes[home]?.hub?.least ?? 0),
    most: Int32Array.from(hubHomes, (home) => homes[home]?.hub?.most ?? 0),
    settled: Uint8Array.from(hubHomes, (home) => (settledHomes.has(home) ? 1 : 0)),
    price: problem.constellations.price,
    kLeast: problem.constellations.least,
    kMost: problem.constellations.most,
    kidsLeast: problem.children?.least ?? 0,
    kidsMost: problem.children?.most ?? -1,
    ...laidOut(
      lists,
      items,
      hubHomes.map((home) => itemOf[home] as number),
    ),
    sparse: lists.some(({ cap }) => cap !== Infinity),
    apart,
    wishes,
    wishesOf,
    mixes,
    hubsOf,
    even: weight.every((one) => one === 1),
    plain: problem.apart.length === 0 && wishes.length === 0 && mixes.length === 0,
  }
}

function merged(problem: Problem) {
  const root = problem.homes.map((_, at) => at)
  const find = (at: number): number => {
    while (root[at] !== at) at = root[at] as number
    return at
  }
  for (const group of problem.together)
    for (const home of group) {
      const [a, b] = [find(group[0] as number), find(home)]
      root[Math.max(a, b)] = Math.min(a, b)
    }
  const itemOf = new Int32Array(problem.homes.length)
  const members: number[][] = []
  for (let home = 0; home < root.length; home++) {
    const first = find(home)
    itemOf[home] = first === home ? members.length : (itemOf[first] as number)
    if (first === home) members.push([home])
    else members[itemOf[home] as number]?.push(home)
  }
  return { itemOf, members }
}

/** All members' ways to a hub; -1 when one of them has none. */
function wayOfAll(journey: JourneyOf, hub: number, members: readonly number[]): number {
  let total = 0
  for (const home of members) {
    const way = journey(hub, home)
    if (way < 0) return -1
    total += way
  }
  return total
}

function fits(problem: Problem, most: number, weight: Int32Array, kids: Int32Array, item: number): boolean {
  const room = problem.children ? problem.children.most : Infinity
  return (weight[item] as number) <= most && (kids[item] as number) <= room
}

interface Arcs {
  readonly hubs: number[]
  readonly costs: number[]
  /** Every way that was left away costs at least this. */
  readonly cap: number
}

/** For each item the hubs it may be with (places in `hubHomes`), nearest first. */
function arcLists(
  problem: Problem,
  hubHomes: readonly number[],
  members: readonly (readonly number[])[],
  itemOf: Int32Array,
  wayOf: (hub: number, item: number) => number,
): Arcs[] {
  const { least, most, constellations } = NEAREST
  const perHub = hubHomes.length / problem.constellations.most
  const wanted = Math.min(most, Math.max(least, Math.round(constellations * perHub)))
  const near =
    problem.homes.length * hubHomes.length > ALL_WAYS ? nearestHubs(problem.journeys, hubHomes, wanted) : null
  const all = hubHomes.map((_, at) => at)
  const locked = new Set([
    ...problem.locks.flatMap(({ home, hub }) => [itemOf[home] as number, itemOf[hub] as number]),
    ...problem.hubs.map((hub) => itemOf[hub] as number),
  ])
  return members.map((homes, item) => {
    const alone = homes.length === 1 && !locked.has(item)
    const found = near && alone ? near(homes[0] as number) : { hubs: all, beyond: Infinity }
    const ways: { hub: number; cost: number }[] = []
    for (const hub of found.hubs) {
      const home = hubHomes[hub] as number
      const cost = wayOf(home, item)
      if (cost >= 0) ways.push({ hub, cost })
    }
    ways.sort((one, other) => one.cost - other.cost || one.hub - other.hub)
    // What is left away is no nearer than the search went; an item always keeps the hubs it contains.
    const kept = near && ways.length > wanted ? ways.slice(0, wanted) : ways
    for (const way of ways.slice(kept.length))
      if (itemOf[hubHomes[way.hub] as number] === item) kept.push(way)
    const cap = Math.min(found.beyond, (kept === ways ? undefined : ways[wanted])?.cost ?? Infinity)
    return { hubs: kept.map(({ hub }) => hub), costs: kept.map(({ cost }) => cost), cap }
  })
}

function laidOut(lists: readonly Arcs[], items: number, own: readonly number[]) {
  const hubs = own.length
  const start = new Int32Array(hubs + 1)
  for (const list of lists) for (const hub of list.hubs) (start[hub + 1] as number)++
  for (let hub = 0; hub < hubs; hub++) (start[hub + 1] as number) += start[hub] as number
  const arcs = start[hubs] as number
  const item = new Int32Array(arcs)
  const hubOf = new Int32Array(arcs)
  const cost = new Float64Array(arcs)
  const next = start.map((at, hub) => (hub < hubs ? at + 1 : at))
  const itemStart = new Int32Array(items + 1)
  const byItem = new Int32Array(arcs)
  let placed = 0
  lists.forEach((list, at) => {
    list.hubs.forEach((hub, n) => {
      const arc = own[hub] === at ? (start[hub] as number) : (next[hub] as number)++
      item[arc] = at
      hubOf[arc] = hub
      cost[arc] = list.costs[n] as number
      byItem[placed++] = arc
    })
    itemStart[at + 1] = placed
  })
  return { start, item, hub: hubOf, cost, itemStart, byItem, cap: Float64Array.from(lists, ({ cap }) => cap) }
}
