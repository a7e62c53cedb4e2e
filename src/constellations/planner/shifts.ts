import { breaksOf } from './breaks.ts'
import { constellationOf } from './cost.ts'
import { journeyOf } from './journeys.ts'
import type { Pair, Plan, Problem } from './problem.ts'

/** Satellites or left out homes that go to one constellation; -1: left out. */
export interface Shift {
  readonly homes: readonly number[]
  readonly to: number
}

export interface Shifts {
  /** For each home the place of its constellation; -1 when it is left out. */
  readonly where: Int32Array
  /** What the plan costs more with these shifts, in units. */
  readonly costs: (shifts: readonly Shift[]) => number
  /** False where the plan with these shifts breaks a rule for certain; whether it keeps all is for `breaksOf` to say. */
  readonly mayKeepRules: (shifts: readonly Shift[]) => boolean
}

/** What shifts do to a plan, from their own homes and constellations alone: a great many are tried for one page. */
export function shiftsOf(problem: Problem, plan: Plan): Shifts {
  const { homes, children, mixes } = problem
  const where = constellationOf(problem, plan)
  const journey = journeyOf(problem.journeys, homes.length)
  const hubAt = plan.constellations.map(({ hub }) => hub)
  const members = plan.constellations.map(({ hub, satellites }) => [hub, ...satellites])
  const sums = (of: (home: number) => number) =>
    members.map((its) => its.reduce((sum, home) => sum + of(home), 0))
  const loads = sums((home) => homes[home]?.load ?? 0)
  const kids = sums((home) => homes[home]?.children ?? 0)
  const mixed = mixes.map(({ counts }) => sums((home) => counts[home] ?? 0))
  const wishesOf = byHome(problem.wishes)
  const foesOf = byHome(problem.apart)
  const lockOf = new Map(problem.locks.map(({ home, hub }) => [home, hub]))
  const bans = new Set(problem.bans.map(({ home, hub }) => `${home} ${hub}`))
  const broken = breaksOf(problem, plan)

  const placed = (shifts: readonly Shift[], home: number): number =>
    shifts.find((shift) => shift.homes.includes(home))?.to ?? (where[home] as number)
  const at = (home: number, place: number): number =>
    place < 0 ? (homes[home]?.leaveOut ?? 0) : Math.max(0, journey(hubAt[place] as number, home))
  /** How a sum over its homes changes in one constellation. */
  const change = (shifts: readonly Shift[], place: number, of: (home: number) => number): number => {
    let sum = 0
    for (const { homes: its, to } of shifts)
      for (const home of its) sum += (to === place ? of(home) : 0) - (where[home] === place ? of(home) : 0)
    return sum
  }
  const touched = (shifts: readonly Shift[]): number[] => {
    const places = shifts.flatMap(({ homes: its, to }) => [to, ...its.map((home) => where[home] as number)])
    return [...new Set(places)].filter((place) => place >= 0)
  }

  const costs = (shifts: readonly Shift[]): number => {
    let more = 0
    const seen = new Set<unknown>()
    for (const { homes: its, to } of shifts)
      for (const home of its) {
        more += at(home, to) - at(home, where[home] as number)
        for (const wish of wishesOf.get(home) ?? []) {
          if (seen.has(wish)) continue
          seen.add(wish)
          const met = (a: number, b: number) => a >= 0 && a === b
          const before = met(where[wish.a] as number, where[wish.b] as number)
          const after = met(placed(shifts, wish.a), placed(shifts, wish.b))
          more += (Number(before) - Number(after)) * wish.price
        }
      }
    if (mixes.length === 0) return more
    for (const place of touched(shifts))
      mixes.forEach(({ counts, least, most, price }, kind) => {
        const off = (count: number) =>
          Math.max(0, least - count) + (most === null ? 0 : Math.max(0, count - most))
        const before = mixed[kind]?.[place] ?? 0
        const after = before + change(shifts, place, (home) => counts[home] ?? 0)
        more += price * (off(after) - off(before))
      })
    return more
  }

  const mayGo = (shifts: readonly Shift[], home: number, to: number): boolean => {
    if (to < 0) return homes[home]?.leaveOut !== null && !lockOf.has(home)
    const hub = hubAt[to] as number
    if ((lockOf.get(home) ?? hub) !== hub || bans.has(`${home} ${hub}`) || journey(hub, home) < 0)
      return false
    return !(foesOf.get(home) ?? []).some(({ a, b }) => placed(shifts, a === home ? b : a) === to)
  }

  const mayKeepRules = (shifts: readonly Shift[]): boolean => {
    const places = touched(shifts)
    const inRange = (count: number, { least, most }: { least: number; most: number }) =>
      count >= least && count <= most
    for (const place of places) {
      const range = homes[hubAt[place] as number]?.hub
      const load = (loads[place] ?? 0) + change(shifts, place, (home) => homes[home]?.load ?? 0)
      if (!range || !inRange(load, range)) return false
      const young = (kids[place] ?? 0) + change(shifts, place, (home) => homes[home]?.children ?? 0)
      if (children && !inRange(young, children)) return false
    }
    if (!shifts.every(({ homes: its, to }) => its.every((home) => mayGo(shifts, home, to)))) return false
    // A rule that the plan breaks elsewhere stays broken.
    const moves = (home: number) => shifts.some((shift) => shift.homes.includes(home))
    return broken.every(
      ({ constellation, homes: its }) =>
        its.some(moves) || (constellation !== null && places.includes(constellation)),
    )
  }
  return { where, costs, mayKeepRules }
}

function byHome<T extends Pair>(pairs: readonly T[]): Map<number, T[]> {
  const by = new Map<number, T[]>()
  for (const pair of pairs)
    for (const home of [pair.a, pair.b]) {
      const its = by.get(home)
      if (its) its.push(pair)
      else by.set(home, [pair])
    }
  return by
}
