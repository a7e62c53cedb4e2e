import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { optionalDay } from '../platform/fields.ts'
import { addDays, type Day, momentAt } from '../values/london.ts'

/** How a look asks for another day: as it stood, and, where given, as it was known at the end of a day. */
export const asAtQuery = z.object({
  asAt: optionalDay('the day to look at'),
  knownOn: optionalDay('the day whose knowledge to look with'),
})

/** The day a record is looked at, and the moment whose knowledge is used; null for what is known now. */
export type AsAt = { day: Day; known: Date | null }

export const asAtOf = (
  { today }: Context,
  { asAt, knownOn }: { asAt: Day | null; knownOn: Day | null },
): AsAt => ({
  day: asAt ?? today,
  known: knownOn ? momentAt(addDays(knownOn, 1), '00:00') : null,
})

/** The condition that a fact is part of what was known then: not yet corrected, and already written down. */
export const believed = (alias: string, { known }: AsAt): RawBuilder<boolean> =>
  known === null
    ? sql<boolean>`${sql.ref(`${alias}.superseded_at`)} is null`
    : sql<boolean>`(${sql.ref(`${alias}.recorded_at`)} < ${known}
        and (${sql.ref(`${alias}.superseded_at`)} is null or ${sql.ref(`${alias}.superseded_at`)} >= ${known}))`

/** The condition that a fact held on the day, as it was known then. */
export const held = (alias: string, at: AsAt): RawBuilder<boolean> =>
  sql<boolean>`(${believed(alias, at)} and ${sql.ref(`${alias}.during`)} @> ${at.day}::date)`
