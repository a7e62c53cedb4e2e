import { nameHomes } from './name-homes.ts'
import type { Problem } from './problem.ts'

/** Homes that can only be in one constellation: they go together, or are locked to one hub, or a chain of both. */
export interface Cluster {
  /** In the order of `homes`. */
  readonly homes: readonly number[]
  /** Those among them that are settled as hubs, or locked to. */
  readonly hubs: readonly number[]
  /** It may not be left out: one of its homes may not, is a settled hub, or has a lock. */
  readonly mustBeIn: boolean
}

/** Every home in one cluster, alone where nothing ties it. */
export function clustersOf(problem: Problem): Cluster[] {
  const { homes, together, locks } = problem
  const above = Int32Array.from(homes.keys())
  const top = (home: number): number => {
    let at = home
    while (above[at] !== at) {
      above[at] = above[above[at] as number] as number
      at = above[at] as number
    }
    return at
  }
  const join = (a: number, b: number) => {
    const [low, high] = [top(a), top(b)].sort((x, y) => x - y) as [number, number]
    above[high] = low
  }
  for (const [first, ...others] of together) for (const other of others) join(first as number, other)
  for (const { home, hub } of locks) join(home, hub)
  const members = new Map<number, number[]>()
  homes.forEach((_, home) => {
    const its = members.get(top(home))
    if (its) its.push(home)
    else members.set(top(home), [home])
  })
  const hubs = new Set(hubsToBe(problem))
  const locked = new Set(locks.map(({ home }) => home))
  return [...members.values()].map((its) => ({
    homes: its,
    hubs: its.filter((home) => hubs.has(home)),
    mustBeIn: its.some((home) => homes[home]?.leaveOut === null || hubs.has(home) || locked.has(home)),
  }))
}

/** The homes that have to be hubs: settled, or locked to. */
export const hubsToBe = ({ hubs, locks }: Problem): number[] => [
  ...new Set([...hubs, ...locks.map(({ hub }) => hub)]),
]

/** What ties a cluster, in words: `H1 and H2 go together; H2 is locked to H5`. */
export function sayTies(problem: Problem, { homes }: Cluster): string {
  const within = new Set(homes)
  const groups = problem.together.filter((group) => group.length > 1 && within.has(group[0] as number))
  const locks = problem.locks.filter(({ home, hub }) => home !== hub && within.has(home))
  return [
    ...groups.map((group) => `${nameHomes(problem, group)} go together`),
    ...locks.map(
      ({ home, hub }) => `${nameHomes(problem, [home])} is locked to ${nameHomes(problem, [hub])}`,
    ),
  ].join('; ')
}
