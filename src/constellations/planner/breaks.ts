import { constellationOf } from './cost.ts'
import { journeyOf } from './journeys.ts'
import type { Plan, Problem } from './problem.ts'

export type BreakKind =
  | 'number'
  | 'placed'
  | 'not-hub'
  | 'size'
  | 'children'
  | 'left-out'
  | 'together'
  | 'apart'
  | 'no-way'
  | 'settled-hub'
  | 'lock'
  | 'ban'

/** One hard rule that a plan breaks. */
export interface Break {
  readonly kind: BreakKind
  /** The homes it is about, as places in `homes`; for a journey, a lock or a ban first the home, then its hub. */
  readonly homes: readonly number[]
  /** Which constellation of the plan it is in; null where it is in none, or in several. */
  readonly constellation: number | null
}

/** Every hard rule the plan breaks, in the order of the rules; empty for a plan that may be carried out. */
export function breaksOf(problem: Problem, plan: Plan): Break[] {
  const where = constellationOf(problem, plan)
  return [
    ...placing(problem, plan),
    ...sizes(problem, plan),
    ...journeys(problem, plan),
    ...pairs(problem, where),
    ...settled(problem, plan, where),
  ]
}

/** Each home stands once in the plan, what may not be left out is in, and there are as many constellations as asked. */
function placing({ homes, constellations }: Problem, plan: Plan): Break[] {
  const breaks: Break[] = []
  const found = plan.constellations.length
  if (found < constellations.least || found > constellations.most)
    breaks.push({ kind: 'number', homes: plan.constellations.map(({ hub }) => hub), constellation: null })
  const times = new Int32Array(homes.length)
  const all = [...plan.constellations.flatMap(({ hub, satellites }) => [hub, ...satellites]), ...plan.leftOut]
  for (const home of all) {
    if (homes[home] === undefined) breaks.push({ kind: 'placed', homes: [home], constellation: null })
    else times[home] = (times[home] ?? 0) + 1
  }
  times.forEach((count, home) => {
    if (count !== 1) breaks.push({ kind: 'placed', homes: [home], constellation: null })
  })
  for (const home of plan.leftOut)
    if (homes[home]?.leaveOut === null) breaks.push({ kind: 'left-out', homes: [home], constellation: null })
  return breaks
}

function sizes({ homes, children }: Problem, plan: Plan): Break[] {
  const breaks: Break[] = []
  plan.constellations.forEach(({ hub, satellites }, constellation) => {
    const members = [hub, ...satellites]
    const sum = (part: 'load' | 'children') =>
      members.reduce((total, home) => total + (homes[home]?.[part] ?? 0), 0)
    const may = homes[hub]?.hub
    const off = (total: number, { least, most }: { least: number; most: number }) =>
      total < least || total > most
    if (!may) breaks.push({ kind: 'not-hub', homes: [hub], constellation })
    else if (off(sum('load'), may)) breaks.push({ kind: 'size', homes: members, constellation })
    if (children && off(sum('children'), children))
      breaks.push({ kind: 'children', homes: members, constellation })
  })
  return breaks
}

function journeys(problem: Problem, plan: Plan): Break[] {
  const journey = journeyOf(problem.journeys, problem.homes.length)
  return plan.constellations.flatMap(({ hub, satellites }, constellation) =>
    satellites
      .filter((home) => problem.homes[home] && problem.homes[hub] && journey(hub, home) < 0)
      .map((home): Break => ({ kind: 'no-way', homes: [home, hub], constellation })),
  )
}

function pairs({ together, apart }: Problem, where: Int32Array): Break[] {
  const at = (home: number) => where[home] ?? -1
  const breaks: Break[] = []
  for (const group of together)
    if (new Set(group.map(at)).size > 1)
      breaks.push({ kind: 'together', homes: [...group], constellation: null })
  for (const { a, b } of apart)
    if (at(a) >= 0 && at(a) === at(b)) breaks.push({ kind: 'apart', homes: [a, b], constellation: at(a) })
  return breaks
}

/** What a person settled. A home with a lock that is left out is not with its hub, and so breaks it. */
function settled({ hubs, locks, bans }: Problem, plan: Plan, where: Int32Array): Break[] {
  const hubOf = (home: number) => plan.constellations[where[home] ?? -1]?.hub
  const place = (home: number) => ((where[home] ?? -1) < 0 ? null : (where[home] as number))
  const breaks: Break[] = []
  for (const home of hubs)
    if (hubOf(home) !== home) breaks.push({ kind: 'settled-hub', homes: [home], constellation: place(home) })
  for (const { home, hub } of locks)
    if (hubOf(home) !== hub) breaks.push({ kind: 'lock', homes: [home, hub], constellation: place(home) })
  for (const { home, hub } of bans)
    if (hubOf(home) === hub) breaks.push({ kind: 'ban', homes: [home, hub], constellation: place(home) })
  return breaks
}
