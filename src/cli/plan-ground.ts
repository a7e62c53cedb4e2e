import type { Problem } from '../constellations/planner/problem.ts'
import type { Candidate } from '../plans/rules/candidates.ts'
import type { Unmet } from '../plans/rules/say-wish.ts'

/** What is planned in one run: a register, an instance, or one agency of an instance. */
export type Ground = {
  /** Null where there is but one. */
  agency: string | null
  problem: Problem
  /** What lengths are in: an instance of the literature does not say. */
  unit: 'km' | 'units'
  /** Costs are sums of lengths rounded to whole units; what is told is the sum before rounding. */
  exact: boolean
  aside: readonly { household: string; because: string }[]
  unmet: readonly Unmet[]
  possibleHubs: readonly Candidate[] | null
  notices: readonly string[]
  /** What else the answer tells: the day, where places were known from. */
  more: Record<string, unknown>
}

/** An instance has nothing but its problem. */
export const bare = (
  problem: Problem,
  agency: string | null,
  unit: Ground['unit'],
  exact: boolean,
): Ground => ({
  agency,
  problem,
  unit,
  exact,
  aside: [],
  unmet: [],
  possibleHubs: null,
  notices: [],
  more: {},
})
