import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { noteWhose, range } from '../platform/history.ts'
import { newId } from '../platform/ids.ts'
import { NotFound } from '../platform/refusals.ts'
import type { Day } from '../values/london.ts'
import type { Home } from './store.ts'

export type Bed = Home & { bed: string; name: string; from: Day | null; until: Day | null }

/** The bed with its home, if the actor may know it. A bed that was never there has no days. */
export async function findBed(context: Context, bed: string): Promise<Bed> {
  const row = await context.db
    .selectFrom('bed')
    .select(['id as bed', 'household_id as household', 'name'])
    .select([sql<Day | null>`lower(during)`.as('from'), sql<Day | null>`upper(during)`.as('until')])
    .where('id', '=', bed)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

export async function insertBed(
  context: Context,
  bed: Home & { room: string; name: string; from: Day },
): Promise<string> {
  const id = newId()
  // A stay that waits for a bed may have one now.
  noteWhose(context, { household_id: bed.household })
  await context.db
    .insertInto('bed')
    .values({
      id,
      service_id: context.actor.service.id,
      household_id: bed.household,
      room: bed.room,
      name: bed.name,
      during: range(bed.from, null),
      recorded_at: context.now,
      recorded_by: context.actor.person,
    })
    .execute()
  return id
}

/** Whether the home has a bed of this name in this room on or after a day. */
export async function hasBed(context: Context, home: Home, room: string, name: string, from: Day) {
  const row = await context.db
    .selectFrom('bed')
    .select('id')
    .where('household_id', '=', home.household)
    .where(sql<boolean>`lower(room) = lower(${room}) and lower(name) = lower(${name})`)
    .where(sql<boolean>`during && ${range(from, null)}`)
    .executeTakeFirst()
  return row !== undefined
}

/** A bed is a thing, not a fact: stays point at it, so its last day is written on it. */
export async function cutBed(context: Context, bed: string, from: Day): Promise<void> {
  await context.db
    .updateTable('bed')
    .set({ during: sql`during * daterange(null, ${from}::date)` })
    .where('id', '=', bed)
    .execute()
}
