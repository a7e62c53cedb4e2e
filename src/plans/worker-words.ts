import type { Answer, Impossible, Problem, Progress } from '../constellations/planner/problem.ts'

/* What the planner's thread is given, and what it says back. */

/** Stands in the flag's one place, set from outside at any moment: nobody, the clock or a person has stopped it. */
export const FLAGS = [null, 'clock', 'person'] as const

export interface ToWorker {
  readonly problem: Problem
  readonly seed: number
  readonly work: number
  /** One place of shared memory, since a thread that works hears no message. */
  readonly flag: Int32Array
}

export type FromWorker =
  | { readonly kind: 'answer'; readonly answer: Answer | Impossible }
  | { readonly kind: 'failed'; readonly says: string }
  | {
      readonly kind: 'progress'
      readonly progress: Omit<Progress, 'best' | 'bound'>
      /** Null where it is the one told before. */
      readonly best: Progress['best']
      readonly bound: number
    }
