import type { JourneyOf } from './journeys.ts'
import { countLoad, countOf, nameHomes } from './name-homes.ts'
import type { Plan, Problem } from './problem.ts'

/** A length in kilometres, to a tenth: `3.2 km`. */
export const sayLength = ({ scale }: Problem, units: number): string => `${(units / scale).toFixed(1)} km`

/**
 * What keeps homes that move together out of a constellation as the plan stands, in words that follow its hub's name:
 * everything, the constellation they would leave included; empty where they could go there. `from` is the constellation
 * they are in now; null where they are left out.
 */
export function keptOut(
  problem: Problem,
  plan: Plan,
  journey: JourneyOf,
  moving: readonly number[],
  from: number | null,
  to: number,
): string[] {
  const { homes, children, apart, bans, locks } = problem
  const there = plan.constellations[to]
  if (!there) return []
  const { hub } = there
  const members = [hub, ...there.satellites]
  const name = (...places: number[]) => nameHomes(problem, places)
  const may = homes[hub]?.hub ?? { least: 0, most: 0 }
  const load = sum(problem, members, 'load')
  const why: string[] = []
  if (moving.some((home) => journey(hub, home) < 0)) why.push('cannot be reached')
  if (load + sum(problem, moving, 'load') > may.most)
    why.push(
      load >= may.most
        ? `is full with ${countLoad(problem, load)}`
        : `has room for ${countLoad(problem, may.most - load)} more, and ${name(...moving)} go together`,
    )
  const kids = sum(problem, [...members, ...moving], 'children')
  if (children && kids > children.most)
    why.push(`would have ${countOf(kids, 'child', 'children')}, and ${children.most} is the most`)
  for (const { a, b } of apart) {
    const foe = moving.includes(a) && members.includes(b) ? [a, b] : [b, a]
    const [own, other] = foe as [number, number]
    if (!moving.includes(own) || !members.includes(other)) continue
    why.push(
      other === hub ? `is kept apart from ${name(own)}` : `has ${name(other)}, kept apart from ${name(own)}`,
    )
  }
  for (const { home, hub: other } of locks)
    if (moving.includes(home) && other !== hub)
      why.push(`is not ${name(other)}, which ${name(home)} is locked to`)
  for (const ban of bans)
    if (ban.hub === hub && moving.includes(ban.home)) why.push(`is never to have ${name(ban.home)}`)
  return from === null ? why : [...why, ...leftBehind(problem, plan, moving, from)]
}

/** What the constellation that is left would be short of. */
function leftBehind(problem: Problem, plan: Plan, moving: readonly number[], from: number): string[] {
  const here = plan.constellations[from]
  if (!here) return []
  const rest = [here.hub, ...here.satellites].filter((home) => !moving.includes(home))
  const hub = nameHomes(problem, [here.hub])
  const least = problem.homes[here.hub]?.hub?.least ?? 0
  const load = sum(problem, rest, 'load')
  const kids = sum(problem, rest, 'children')
  const why: string[] = []
  if (load < least) why.push(`would leave ${hub} with ${countLoad(problem, load)}, and ${least} is the least`)
  if (problem.children && kids < problem.children.least)
    why.push(
      `would leave ${hub} with ${countOf(kids, 'child', 'children')}, and ${problem.children.least} is the least`,
    )
  return why
}

const sum = ({ homes }: Problem, places: readonly number[], part: 'load' | 'children'): number =>
  places.reduce((total, home) => total + (homes[home]?.[part] ?? 0), 0)
