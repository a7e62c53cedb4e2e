import type { Actor } from '../platform/actor.ts'

/** How much of a home's record a person sees: all of it, or what homes of one constellation know of each other. */
export type Sees = 'whole' | 'near'

/** As row-level security has it (migrations/0006_enter.sql), so that what is hidden is not taken for what is not there. */
export const sees = (actor: Actor, household: string): Sees =>
  actor.seesAll ||
  [actor.ownHomes, actor.supervisedHomes, actor.liaisonHomes].some((homes) => homes.includes(household))
    ? 'whole'
    : 'near'
