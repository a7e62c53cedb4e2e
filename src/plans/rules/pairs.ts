import type { Pair, Wish } from '../../constellations/planner/problem.ts'
import type { PlanFacts, PlanSettings } from './facts.ts'
import { sayWish, type Unmet } from './say-wish.ts'
import { unitsOf } from './settings.ts'

/** Who is planned where, and why the others are not. */
export interface Placed {
  /** The place of a planned home; undefined where it is aside or unknown. */
  readonly placeOf: (household: string) => number | undefined
  /** `H9 does not want Mockingbird`; undefined for a planned home. */
  readonly whyAside: (household: string) => string | undefined
}

/** Two homes that are never in one constellation, and why, in words. */
export type Apart = Pair & { readonly because: string }

/** Children who must not meet, at every level, and homes that are kept apart. */
export function apartOf({ links }: PlanFacts, { placeOf }: Placed): { apart: Apart[]; notices: string[] } {
  const apart = new Map<string, Apart>()
  const notices: string[] = []
  for (const { kind, a, b } of links) {
    if (kind !== 'must_not_meet' && kind !== 'keep_apart') continue
    if (a === b) {
      notices.push(`Two children of ${a} must not meet, and live there both: no plan can part them.`)
      continue
    }
    const pair = pairOf(placeOf(a), placeOf(b))
    if (!pair) continue
    const [one, other] = a < b ? [a, b] : [b, a]
    const because =
      kind === 'must_not_meet'
        ? `children of ${one} and ${other} must not meet`
        : `${one} and ${other} are kept apart`
    apart.set(keyOf(pair), apart.get(keyOf(pair)) ?? { ...pair, because })
  }
  return { apart: inOrder([...apart.values()]), notices }
}

/** Friendships and ties as wishes; those that no plan can meet are said. */
export function friendshipsOf(
  { links }: PlanFacts,
  { friendshipKm, tieKm }: PlanSettings,
  placed: Placed,
  apart: readonly Apart[],
): { wishes: Wish[]; unmet: Unmet[] } {
  const wishes = new Map<string, Wish>()
  const unmet = new Map<string, Unmet>()
  for (const { kind, a, b } of links) {
    if ((kind !== 'friendship' && kind !== 'tie') || a === b) continue
    const price = unitsOf(kind === 'friendship' ? friendshipKm : tieKm)
    const pair = pairOf(placed.placeOf(a), placed.placeOf(b))
    const why = pair ? apart.find((one) => keyOf(one) === keyOf(pair))?.because : whyNot(placed, a, b)
    const wish = sayWish(kind, ...(a < b ? ([a, b] as const) : ([b, a] as const)))
    if (why !== undefined) unmet.set(wish, { wish, because: why })
    else if (pair) wishes.set(`${kind} ${keyOf(pair)}`, { kind, ...pair, price })
  }
  return { wishes: inOrder([...wishes.values()]), unmet: [...unmet.values()] }
}

/** Why two homes cannot be in one constellation: one of them, or both, are not planned. */
export const whyNot = ({ whyAside }: Placed, a: string, b: string): string | undefined => {
  const reasons = [whyAside(a), whyAside(b)].filter((why) => why !== undefined)
  return reasons.length > 0 ? reasons.join('; ') : undefined
}

/** The pair with the earlier home first, so that it reads the same whichever way it was written. */
export const pairOf = (a: number | undefined, b: number | undefined): Pair | null =>
  a === undefined || b === undefined || a === b ? null : { a: Math.min(a, b), b: Math.max(a, b) }

export const keyOf = ({ a, b }: Pair): string => `${a} ${b}`

export const inOrder = <T extends Pair>(pairs: readonly T[]): T[] =>
  pairs.toSorted((x, y) => x.a - y.a || x.b - y.b)
