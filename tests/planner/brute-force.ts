import type { Barrier, Plan, Problem } from '../../src/constellations/planner/problem.ts'

/*
 * The planner's reference for up to twelve homes: every set of homes with every hub is tried as a constellation, and
 * every way to part the homes into constellations and homes left out. It shares nothing with the solver or the
 * checker but the types.
 */

/** A set of homes: home i is in it when bit i is. */
type Homes = number

export interface Best {
  readonly total: number
  readonly plan: Plan
}

/** The cheapest plan that keeps every rule; null: there is none. */
export function bestByForce(problem: Problem): Best | null {
  const { homes, constellations } = problem
  const everybody: Homes = 2 ** homes.length - 1
  const cheapest = cheapestHubOfEach(problem)
  const leaving = homes.map((_, home) => leavingCost(problem, home))
  // Every wish is paid for at first, and given back in the constellation that grants it.
  const wishes = problem.wishes.reduce((sum, { price }) => sum + price, 0)

  const known = new Map<string, Best | null>()
  /** The cheapest way to place the homes that are left, with so many constellations more. */
  function place(left: Homes, least: number, most: number): Best | null {
    if (left === 0) return least <= 0 ? { total: 0, plan: { constellations: [], leftOut: [] } } : null
    const key = `${left} ${most}`
    const before = known.get(key)
    if (before !== undefined) return before
    const home = 31 - Math.clz32(left)
    let best: Best | null = null
    const better = (total: number, add: (plan: Plan) => Plan, rest: Best | null) => {
      if (rest && total < Number.POSITIVE_INFINITY && (!best || total + rest.total < best.total))
        best = { total: total + rest.total, plan: add(rest.plan) }
    }
    const cost = leaving[home] as number
    if (cost < Number.POSITIVE_INFINITY)
      better(
        cost,
        (plan) => ({ ...plan, leftOut: [...plan.leftOut, home] }),
        place(left & ~(1 << home), least, most),
      )
    const others = left & ~(1 << home)
    for (let some = others; most > 0; some = (some - 1) & others) {
      const set = some | (1 << home)
      const found = cheapest.get(set)
      if (found)
        better(
          found.cost,
          (plan) => ({
            ...plan,
            constellations: [
              ...plan.constellations,
              { hub: found.hub, satellites: membersOf(set).filter((one) => one !== found.hub) },
            ],
          }),
          place(left & ~set, least - 1, most - 1),
        )
      if (some === 0) break
    }
    known.set(key, best)
    return best
  }

  const best = place(everybody, constellations.least, constellations.most)
  return best && { total: best.total + wishes, plan: best.plan }
}

/**
 * The bound that multipliers give (see check-bound.ts), with each hub's cheapest set found by trying every set and
 * each choice of hubs by trying every choice; not rounded up.
 */
export function boundByForce(problem: Problem, multipliers: readonly number[]): number {
  const { homes, constellations } = problem
  const groups = groupsOf(problem)
  const settled = [...problem.hubs, ...problem.locks.map(({ hub }) => hub)]
  const worth = groups.map((group) => {
    const inside = problem.wishes.filter(({ a, b }) => group.includes(a) && group.includes(b))
    const leaving = group.reduce((sum, home) => sum + leavingCost(problem, home), 0)
    return Math.min(
      multipliers[Math.min(...group)] as number,
      leaving + inside.reduce((sum, { price }) => sum + price, 0),
    )
  })
  const value = homes.map(() => Number.POSITIVE_INFINITY)
  for (let set = 1; set < 2 ** homes.length; set++) {
    if (!groups.every((group) => isWhole(set, group))) continue
    const paid = groups.reduce(
      (sum, [home], i) => (has(set, home as number) ? sum + (worth[i] as number) : sum),
      0,
    )
    for (const hub of membersOf(set)) {
      if (!keepsLimits(problem, set, hub)) continue
      if (settled.some((other) => other !== hub && has(set, other))) continue
      const cost = constellations.price + journeysTo(problem, set, hub) - paid
      value[hub] = Math.min(value[hub] as number, cost)
    }
  }
  let best = Number.POSITIVE_INFINITY
  for (let hubs = 0; hubs < 2 ** homes.length; hubs++) {
    const chosen = membersOf(hubs)
    if (chosen.length < constellations.least || chosen.length > constellations.most) continue
    if (!settled.every((hub) => has(hubs, hub))) continue
    best = Math.min(
      best,
      chosen.reduce((sum, hub) => sum + (value[hub] as number), 0),
    )
  }
  return best + worth.reduce((sum, one) => sum + one, 0)
}

/** For each set of homes that may be a constellation: its cheapest hub, the wishes it grants given back. */
function cheapestHubOfEach(problem: Problem): Map<Homes, { hub: number; cost: number }> {
  const found = new Map<Homes, { hub: number; cost: number }>()
  for (let set = 1; set < 2 ** problem.homes.length; set++) {
    if (!problem.together.every((group) => isWhole(set, group))) continue
    if (problem.apart.some(({ a, b }) => has(set, a) && has(set, b))) continue
    const granted = problem.wishes.filter(({ a, b }) => has(set, a) && has(set, b))
    const besides =
      problem.constellations.price +
      mixCost(problem, set) -
      granted.reduce((sum, { price }) => sum + price, 0)
    for (const hub of membersOf(set)) {
      if (!keepsLimits(problem, set, hub)) continue
      // A settled hub is the hub wherever it is.
      if (problem.hubs.some((settled) => settled !== hub && has(set, settled))) continue
      const cost = besides + journeysTo(problem, set, hub)
      const before = found.get(set)
      if (!before || cost < before.cost) found.set(set, { hub, cost })
    }
  }
  return found
}

/** Whether this set may be a constellation of this hub, by itself: size, children, locks, bans and ways. */
function keepsLimits({ homes, children, locks, bans, journeys }: Problem, set: Homes, hub: number): boolean {
  const members = membersOf(set)
  const range = homes[hub]?.hub
  if (!range) return false
  const load = members.reduce((sum, home) => sum + (homes[home]?.load ?? 0), 0)
  if (load < range.least || load > range.most) return false
  const count = members.reduce((sum, home) => sum + (homes[home]?.children ?? 0), 0)
  if (children && (count < children.least || count > children.most)) return false
  if (locks.some((lock) => has(set, lock.home) && lock.hub !== hub)) return false
  if (bans.some((ban) => has(set, ban.home) && ban.hub === hub)) return false
  return members.every((home) => journeyByHand(journeys, homes.length, hub, home) !== null)
}

function journeysTo({ journeys, homes }: Problem, set: Homes, hub: number): number {
  return membersOf(set).reduce(
    (sum, home) => sum + (journeyByHand(journeys, homes.length, hub, home) ?? Number.POSITIVE_INFINITY),
    0,
  )
}

function mixCost({ mixes }: Problem, set: Homes): number {
  let cost = 0
  for (const { counts, least, most, price } of mixes) {
    const count = membersOf(set).reduce((sum, home) => sum + (counts[home] ?? 0), 0)
    const off = count < least ? least - count : most !== null && count > most ? count - most : 0
    cost += off * price
  }
  return cost
}

/** Infinity: it may not be left out, for its own sake, or because it is settled as a hub, locked to one, or the
 * hub of a lock. */
function leavingCost({ homes, hubs, locks }: Problem, home: number): number {
  if (hubs.includes(home) || locks.some((lock) => lock.home === home || lock.hub === home))
    return Number.POSITIVE_INFINITY
  return homes[home]?.leaveOut ?? Number.POSITIVE_INFINITY
}

/** Groups of homes that go together, those that share a home made one; a home in none is a group by itself. */
function groupsOf({ homes, together }: Problem): number[][] {
  let groups = homes.map((_, home) => [home])
  for (const group of together) {
    const touched = groups.filter((one) => one.some((home) => group.includes(home)))
    groups = [...groups.filter((one) => !touched.includes(one)), touched.flat()]
  }
  return groups.filter((group) => group.length > 0)
}

/** What a journey costs in whole units; null: there is no way. */
function journeyByHand(
  journeys: Problem['journeys'],
  homes: number,
  hub: number,
  home: number,
): number | null {
  if (hub === home) return 0
  if (journeys.kind === 'matrix') {
    const units = journeys.units[hub * homes + home] as number
    return units < 0 ? null : units
  }
  if (journeys.kind === 'plane') {
    const [x = [], y = []] = [journeys.x, journeys.y]
    const length = Math.hypot(
      (x[hub] as number) - (x[home] as number),
      (y[hub] as number) - (y[home] as number),
    )
    return journeys.round === 'floor'
      ? Math.floor(length) * journeys.unit
      : Math.round(length * journeys.unit)
  }
  const places = [hub, home].map((one) => ({
    lat: journeys.lat[one] as number,
    lon: journeys.lon[one] as number,
  }))
  const [from, to] = places as [Place, Place]
  const crossed = journeys.barriers.filter((barrier) => isCrossed(barrier, from, to))
  if (crossed.some(({ extra }) => extra === null)) return null
  const extra = crossed.reduce((sum, barrier) => sum + (barrier.extra ?? 0), 0)
  return Math.round(haversine(from, to) * journeys.detour) + extra
}

interface Place {
  lat: number
  lon: number
}

function haversine(a: Place, b: Place): number {
  const radians = (degrees: number) => (degrees / 180) * Math.PI
  const [up, along] = [radians(b.lat - a.lat) / 2, radians(b.lon - a.lon) / 2]
  const squared =
    Math.sin(up) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(along) ** 2
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(squared))
}

/** Where two ways meet, by solving for the point: both parts between 0 and 1. */
function isCrossed({ line }: Barrier, from: Place, to: Place): boolean {
  return line.slice(1).some((q, i) => {
    const p = line[i] as Place
    const [rx, ry] = [to.lon - from.lon, to.lat - from.lat]
    const [sx, sy] = [q.lon - p.lon, q.lat - p.lat]
    const cross = rx * sy - ry * sx
    if (cross === 0) return false
    const [dx, dy] = [p.lon - from.lon, p.lat - from.lat]
    const along = (dx * sy - dy * sx) / cross
    const across = (dx * ry - dy * rx) / cross
    return along >= 0 && along <= 1 && across >= 0 && across <= 1
  })
}

const has = (set: Homes, home: number) => (set & (1 << home)) !== 0

function membersOf(set: Homes): number[] {
  const members: number[] = []
  for (let home = 0; set >> home > 0; home++) if (has(set, home)) members.push(home)
  return members
}

/** Whether a set holds all of a group or none of it. */
const isWhole = (set: Homes, group: readonly number[]) =>
  new Set(group.map((home) => has(set, home))).size < 2
