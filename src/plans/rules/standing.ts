/** How a plan stands. `draft`: its run was stopped, or its server went away; the best until then is kept. */
export type PlanState = 'waiting' | 'running' | 'draft' | 'done' | 'impossible' | 'frozen'

/** How a run ended; `hand` for a plan that somebody moved homes in. */
export type Ended = 'proven' | 'work' | 'clock' | 'person' | 'lost' | 'hand'

/** Where a plan puts a home: the hub it is with, itself where it is the hub; null where it is left out. */
export type Seat = { readonly household: string; readonly hub: string | null }

/** A run is heard of every few seconds. After this many of silence its server has gone away. */
const SILENCE_SECONDS = 20

/** Whether nothing was heard of a run for so long that it is over. */
export const isLost = (heardAt: Date | null, now: Date): boolean =>
  heardAt === null || now.getTime() - heardAt.getTime() > SILENCE_SECONDS * 1000

/** The name of a plan changed by hand: the same, with the next number that nobody has. */
export function nextVersion(name: string, names: readonly string[]): string {
  const root = name.replace(/, version \d+$/, '').slice(0, 105)
  for (let version = 2; ; version++) {
    const next = `${root}, version ${version}`
    if (!names.includes(next)) return next
  }
}
