import { CLOSE, sumOf, wayOf } from './check-sums.ts'
import type { Problem } from './problem.ts'

/** Homes that go together, as one: what a set of the bound is made of. */
interface Item {
  readonly homes: readonly number[]
  readonly load: number
  readonly children: number
  /** What a place is worth to it: its multiplier, or what leaving it out costs where that is less. */
  readonly worth: number
  /** Every hub it is locked to: none, one, or more than it can have. */
  readonly locks: readonly number[]
  readonly bans: ReadonlySet<number>
  /** Items of one kind (same load, same children) may stand for each other in a set; the cheapest go first. */
  readonly kind: number
}

/**
 * The bound that multipliers (one a home, in units) give, in units: never above what any plan costs that keeps the
 * rules. Homes that go together are one item, with the multiplier of the first of them, worth
 * `min(multiplier, what leaving it out costs)`. To the sum of those comes the cheapest choice of hubs, each at its
 * price plus its cheapest set of items, an item costing its journeys less its worth. A set holds the hub's own item and
 * keeps the limits on load and children, the locks, the bans and the ways that are none; hubs that are settled, or that
 * a home is locked to, are among the chosen and in no other hub's set. Homes apart, mixes and wishes between items are left out: they only ever
 * add. Where every cost is whole the bound is rounded up. Infinity: there is no plan. Loads must be whole, else the
 * bound is not known (NaN).
 */
export function boundOf(problem: Problem, multipliers: readonly number[]): number {
  if (!problem.homes.every(({ load }) => Number.isInteger(load) && load >= 0)) return Number.NaN
  const items = itemsOf(problem, multipliers)
  const cheapest = cheapestSetOf(problem, items)
  const settled = settledIn(problem)
  const { least, most, price } = problem.constellations
  const costs = new Map<number, number>()
  problem.homes.forEach(({ hub }, home) => {
    if (hub) costs.set(home, price + cheapest(home, hub))
  })
  const must = [...settled].map((home) => costs.get(home) ?? Number.POSITIVE_INFINITY)
  const free = [...costs].flatMap(([home, cost]) =>
    settled.has(home) || cost === Number.POSITIVE_INFINITY ? [] : [cost],
  )
  // Beyond the least number a hub is taken only where it lowers the sum.
  const taken = free.sort((a, b) => a - b).slice(0, Math.max(0, most - must.length))
  const needed = Math.max(0, least - must.length)
  if (taken.length < needed || must.length > most) return Number.POSITIVE_INFINITY
  const chosen = taken.filter((cost, i) => i < needed || cost < 0)
  const bound = sumOf([...items.map(({ worth }) => worth), ...must, ...chosen])
  return isWhole(problem) ? Math.ceil(bound - CLOSE) : bound
}

/** Hubs that are in every plan: settled, or a home is locked to them. */
const settledIn = ({ hubs, locks }: Problem) => new Set([...hubs, ...locks.map(({ hub }) => hub)])

function isWhole({ constellations, homes, journeys, wishes, mixes }: Problem): boolean {
  const prices = [constellations.price, ...[...wishes, ...mixes].map(({ price }) => price)]
  const leaving = homes.map(({ leaveOut }) => leaveOut ?? 0)
  const counted = mixes.flatMap(({ counts, least, most }) => [...counts, least, most ?? 0])
  const ways =
    journeys.kind === 'matrix'
      ? journeys.units.every(Number.isInteger)
      : journeys.kind === 'plane'
        ? journeys.round === 'nearest' || Number.isInteger(journeys.unit)
        : journeys.barriers.every(({ extra }) => Number.isInteger(extra ?? 0))
  return ways && [...prices, ...leaving, ...counted].every(Number.isInteger)
}

function itemsOf(problem: Problem, multipliers: readonly number[]): Item[] {
  const { homes, together, locks, bans, wishes, children } = problem
  // Groups that share a home are one group, known by its lowest place.
  const first = homes.map((_, home) => home)
  const firstOf = (home: number): number => (first[home] === home ? home : firstOf(first[home] as number))
  for (const group of together)
    for (const home of group) {
      const [a, b] = [firstOf(group[0] as number), firstOf(home)]
      first[Math.max(a, b)] = Math.min(a, b)
    }
  const groups = new Map<number, number[]>()
  homes.forEach((_, home) => {
    const group = groups.get(firstOf(home))
    if (group) group.push(home)
    else groups.set(home, [home])
  })
  const hubsBy = (pairs: Problem['locks']) => {
    const by = new Map<number, number[]>()
    for (const { home, hub } of pairs) by.set(firstOf(home), [...(by.get(firstOf(home)) ?? []), hub])
    return by
  }
  // A settled hub is with itself, as if it were locked.
  const itself = [...settledIn(problem)].map((hub) => ({ home: hub, hub }))
  const [locked, banned] = [hubsBy([...locks, ...itself]), hubsBy(bans)]
  const inside = new Map<number, number>()
  for (const { a, b, price } of wishes)
    if (firstOf(a) === firstOf(b)) inside.set(firstOf(a), (inside.get(firstOf(a)) ?? 0) + price)
  const kinds = new Map<string, number>()
  return [...groups].map(([lowest, members]) => {
    const of = members.map((home) => homes[home] as Problem['homes'][number])
    const load = sumOf(of.map((home) => home.load))
    const kids = children ? sumOf(of.map((home) => home.children)) : 0
    // Left out, it pays for the wishes among its own homes too; a locked home never is.
    const leaving = locked.has(lowest)
      ? Number.POSITIVE_INFINITY
      : sumOf([inside.get(lowest) ?? 0, ...of.map(({ leaveOut }) => leaveOut ?? Number.POSITIVE_INFINITY)])
    const kind = `${load} ${kids}`
    if (!kinds.has(kind)) kinds.set(kind, kinds.size)
    return {
      homes: members,
      load,
      children: kids,
      worth: Math.min(multipliers[lowest] as number, leaving),
      locks: [...new Set(locked.get(lowest))],
      bans: new Set(banned.get(lowest)),
      kind: kinds.get(kind) as number,
    }
  })
}

type Range = { readonly least: number; readonly most: number }

/** What the cheapest set of a hub costs, its price left out; Infinity: it has none. */
function cheapestSetOf(problem: Problem, items: readonly Item[]): (hub: number, load: Range) => number {
  const way = wayOf(problem.journeys, problem.homes.length)
  const itemOf = new Map(items.flatMap((item) => item.homes.map((home) => [home, item] as const)))
  const all = {
    load: sumOf(items.map((item) => item.load)),
    children: sumOf(items.map((item) => item.children)),
  }
  // Children that are not counted are none.
  const kids = {
    least: problem.children?.least ?? 0,
    most: Math.min(problem.children?.most ?? 0, all.children),
  }
  const kinds: Item[] = []
  for (const item of items) kinds[item.kind] = item

  /** An item's journeys to the hub less its worth; Infinity: it is never there. */
  const costAt = (hub: number, { homes, worth, locks, bans }: Item): number => {
    if (locks.length > 0 && (locks.length > 1 || locks[0] !== hub)) return Number.POSITIVE_INFINITY
    if (bans.size > 0 && bans.has(hub)) return Number.POSITIVE_INFINITY
    let cost = -worth
    for (const home of homes) {
      const units = home === hub ? 0 : way(hub, home)
      if (units < 0) return Number.POSITIVE_INFINITY
      cost += units
    }
    return cost
  }

  return (hub, range) => {
    const own = itemOf.get(hub) as Item
    const start = costAt(hub, own)
    const load = { least: range.least, most: Math.min(Math.floor(range.most), all.load) }
    if (start === Number.POSITIVE_INFINITY || own.load > load.most || own.children > kids.most)
      return Number.POSITIVE_INFINITY
    // So many of a kind fit at most, and the cheapest of a kind are as good as any.
    const room = { load: load.most - own.load, children: kids.most - own.children }
    const fits = kinds.map((item) =>
      Math.min(
        item.load === 0 ? items.length : Math.floor(room.load / item.load),
        item.children === 0 ? items.length : Math.floor(room.children / item.children),
      ),
    )
    const cheapestBelow = (limit: number) => {
      const kept = fits.map((): number[] => [])
      for (const item of items) {
        if (item === own) continue
        const costs = kept[item.kind] as number[]
        const most = fits[item.kind] as number
        const cost = costAt(hub, item)
        if (!(cost < limit) || most === 0) continue
        if (costs.length === most) {
          if (cost >= (costs[most - 1] as number)) continue
          costs.pop()
        }
        let place = costs.length
        while (place > 0 && (costs[place - 1] as number) > cost) place--
        costs.splice(place, 0, cost)
      }
      return kept
    }
    // What costs nothing or more only serves to reach the least: without a need for it, it is in no cheapest set.
    const gains = filled(start, own, cheapestBelow(0), kinds, load, kids)
    if (gains.anywhere === gains.inRange) return gains.inRange
    return filled(start, own, cheapestBelow(Number.POSITIVE_INFINITY), kinds, load, kids).inRange
  }
}

/** The cheapest sum of items of each kind on top of the hub's own, for every load and number of children; exactly. */
function filled(
  start: number,
  own: Item,
  kept: readonly (readonly number[])[],
  kinds: readonly Item[],
  load: Range,
  kids: Range,
): { anywhere: number; inRange: number } {
  const wide = kids.most + 1
  const best = new Float64Array((load.most + 1) * wide).fill(Number.POSITIVE_INFINITY)
  best[own.load * wide + own.children] = start
  let reached = own.load
  kinds.forEach((item, kind) => {
    for (const cost of kept[kind] ?? []) {
      const step = item.load * wide + item.children
      // From the fullest down, so that an item is taken once.
      const top = Math.min(reached, load.most - item.load)
      for (let full = top; full >= own.load; full--)
        for (let i = full * wide + kids.most - item.children; i >= full * wide + own.children; i--) {
          const sum = (best[i] as number) + cost
          if (sum < (best[i + step] as number)) best[i + step] = sum
        }
      reached = top + item.load
    }
  })
  let [anywhere, inRange] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  best.forEach((sum, i) => {
    anywhere = Math.min(anywhere, sum)
    if (Math.floor(i / wide) >= load.least && i % wide >= kids.least) inRange = Math.min(inRange, sum)
  })
  return { anywhere, inRange }
}
