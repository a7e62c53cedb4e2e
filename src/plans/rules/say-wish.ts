import type { Wish } from '../../constellations/planner/problem.ts'

/** A wish in words, with the keys of its two homes. */
export function sayWish(kind: Wish['kind'], a: string, b: string): string {
  if (kind === 'siblings') return `The brothers and sisters in ${a} and ${b} in one constellation`
  return `The ${kind} of ${a} and ${b} kept`
}

/** A wish that no plan can meet, and why: one of the homes is not planned, or the two are kept apart. */
export interface Unmet {
  readonly wish: string
  readonly because: string
}
