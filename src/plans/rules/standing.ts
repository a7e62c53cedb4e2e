/** How a plan stands. `draft`: its run was stopped, or its server went away; the best until then is kept. */
export type PlanState = 'waiting' | 'running' | 'draft' | 'done' | 'impossible' | 'frozen'

/** How a run ended; `hand` for a plan that somebody moved homes in. */
export type Ended = 'proven' | 'work' | 'clock' | 'person' | 'lost' | 'hand'

/** Where a plan puts a home: the hub it is with, itself where it is the hub; null where it is left out. */
export type Seat = { readonly household: string; readonly hub: string | null }
