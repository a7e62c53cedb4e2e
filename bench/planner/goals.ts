import { spread } from '../statistics.ts'
import { BEST_KNOWN } from './best-known.ts'
import { gapAt, gapOf, type Run } from './job.ts'

/*
 * Whether a goal is met. Figures are medians of the seeds, and every instance of a class must reach them; a run that did
 * not prove its plan took endless time to do so. Seconds are those that passed.
 */

export type Check = (runs: readonly Run[]) => boolean

/** The middle of what each instance's runs give, instance by instance. */
function medians(runs: readonly Run[], value: (run: Run) => number): number[] {
  return byInstance(runs).map((its) => median(its.map(value)))
}

/** The runs of each instance, in the order they come. */
export function byInstance<R extends { instance: string }>(runs: readonly R[]): R[][] {
  const by = new Map<string, R[]>()
  for (const run of runs) by.set(run.instance, [...(by.get(run.instance) ?? []), run])
  return [...by.values()]
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}

/** How far a plan's length is above the best known one, as a share of it; NaN where none is known. */
export function aboveBest({ instance, found }: Run): number {
  const best = BEST_KNOWN.get(instance)
  if (best === undefined) return Number.NaN
  return found ? found.length / best - 1 : Infinity
}

const toProof = (run: Run) => (run.found?.proven ? run.wall : Infinity)

/** Proven by so many seconds. */
export const provenIn =
  (seconds: number): Check =>
  (runs) =>
    medians(runs, toProof).every((one) => one <= seconds)

/** Every run proven, and as good as the best known. */
export const allProven: Check = (runs) => runs.every((run) => run.found?.proven && !(aboveBest(run) > 1e-6))

/** So many seconds in the middle of all runs, and so many at the worst. */
export const within =
  (middle: number, worst: number): Check =>
  (runs) => {
    const walls = runs.map(({ wall }) => wall)
    return spread(walls).median <= middle && Math.max(...walls) <= worst
  }

/** Ended by so many seconds, and a twentieth for the step that the clock came into. */
export const inTime =
  (seconds: number): Check =>
  (runs) =>
    medians(runs, ({ wall }) => wall).every((one) => one <= seconds * 1.05)

/** At most this share above the best known. */
export const foundWithin =
  (share: number): Check =>
  (runs) =>
    medians(runs, aboveBest).every((above) => !(above > share))

/** A proven gap of at most this share; of another one for instances whose name begins so; maybe by so many seconds. */
export const gapWithin =
  (share: number, others: Record<string, number> = {}): Check =>
  (runs) =>
    byInstance(runs).every((its) => {
      const other = Object.keys(others).find((start) => its[0]?.instance.startsWith(start))
      return median(its.map(gapOf)) <= (other === undefined ? share : (others[other] as number))
    })

/** A proven gap of at most this share when so many seconds have passed. */
export const gapBy =
  (share: number, seconds: number): Check =>
  (runs) =>
    medians(runs, (run) => gapAt(run, seconds)).every((gap) => gap <= share)

/** At most so many megabytes in every run. */
export const memoryWithin =
  (megabytes: number): Check =>
  (runs) =>
    runs.every(({ peak }) => peak <= megabytes)
