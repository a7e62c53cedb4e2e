import type { Ground } from '../../src/cli/plan-ground.ts'
import type { Answer, Problem } from '../../src/constellations/planner/problem.ts'

/* What a process of its own is asked to do, and what it says of it. */

/** The planner, or what it is measured against: the whole program in HiGHS alone, a local search alone. */
export type Way = 'planner' | 'program' | 'search'

export interface Job {
  readonly instance: string
  readonly way: Way
  readonly seed: number
  /** The clock ends the run after so long. */
  readonly seconds: number
  readonly effort: number
}

export interface Solved {
  readonly problem: Problem
  readonly answer: Answer
  /** The bound counts: a local search has none. */
  readonly bounds: boolean
}

/** A way to solve: gives each problem's answer, or throws a sentence. `told` hears of gaps on the way. */
export type Solver = (
  grounds: readonly Ground[],
  job: Job,
  told: (gap: number) => void,
) => Promise<readonly Solved[]>

/** A plan found: all figures of agencies summed. */
export interface Found {
  /** Its length in kilometres, or in the instance's own units, before anything is rounded. */
  readonly length: number
  /** In the planner's units, as are the bounds. */
  readonly cost: number
  /** What was proven that any plan costs; null where the way proves nothing. */
  readonly bound: number | null
  /** The bound that the checker works out again from the multipliers. */
  readonly checked: number
  readonly proven: boolean
  readonly ended: string
}

export interface Done {
  readonly homes: number
  readonly hubs: number
  /** Null: no plan, and `trouble` says why. */
  readonly found: Found | null
  readonly trouble: string | null
  /** Seconds that passed, and seconds of the processors' time: reading the instance is in neither. */
  readonly wall: number
  readonly cpu: number
  /** The most memory the whole process had, megabytes. */
  readonly peak: number
  /** The proven gap (a share of the cost) as it was told on the way, with the seconds that had passed. */
  readonly moments: readonly { readonly at: number; readonly gap: number }[]
  /** What the checker says is wrong with the plan, its cost or its bound: none, or the bench fails. */
  readonly refused: readonly string[]
}

export type Run = Job & Done

/** How far the bound is below the cost, as a share of it; Infinity without a plan or a bound. */
export function gapOf({ found }: Pick<Done, 'found'>): number {
  if (!found || found.bound === null) return Infinity
  return found.cost === 0 ? 0 : Math.max(0, found.cost - found.bound) / found.cost
}

/** The gap once so many seconds had passed. */
export function gapAt(run: Run, seconds: number): number {
  if (run.wall <= seconds) return gapOf(run)
  return run.moments.findLast(({ at }) => at <= seconds)?.gap ?? Infinity
}
