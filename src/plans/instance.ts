import type { Home, Problem } from '../constellations/planner/problem.ts'

/** What was read; or everything that is wrong, each a sentence that names the place and how to mend it. */
export type Read<T> = { readonly value: T } | { readonly wrong: readonly string[] }

/** A problem with no wish and no rule but sizes: homes on a plane, exactly `hubs` constellations, everybody in one. */
export function instanceOf(given: {
  name: string
  /** Units of cost in one unit of length. */
  scale: number
  homes: readonly Home[]
  at: readonly { readonly x: number; readonly y: number }[]
  round: 'nearest' | 'floor'
  hubs: number
}): Problem {
  const { name, scale, homes, at, round, hubs } = given
  return {
    name,
    scale,
    homes,
    journeys: { kind: 'plane', x: at.map(({ x }) => x), y: at.map(({ y }) => y), round, unit: scale },
    constellations: { least: hubs, most: hubs, price: 0 },
    children: null,
    together: [],
    apart: [],
    wishes: [],
    mixes: [],
    hubs: [],
    locks: [],
    bans: [],
  }
}
