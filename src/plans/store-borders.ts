import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import type { Border } from './borders.ts'

/** The borders in force, in the order of their file. */
export async function bordersOf(context: Context): Promise<Border[]> {
  const rows = await context.db
    .selectFrom('border')
    .select(['name', 'rings'])
    .where('superseded_at', 'is', null)
    .orderBy('place')
    .execute()
  return rows.map(({ name, rings }) => ({ name, rings: rings as unknown as Border['rings'] }))
}

/** Puts these borders in the place of those before. */
export async function replaceBorders(context: Context, borders: readonly Border[]): Promise<void> {
  const { db, actor, now } = context
  await db.updateTable('border').set({ superseded_at: now }).where('superseded_at', 'is', null).execute()
  const rows = borders.map(({ name, rings }, place) => ({ id: newId(), name, rings, place }))
  await sql`insert into border (id, service_id, name, rings, place, brought_at, brought_by)
    select id, ${actor.service.id}::uuid, name, rings, place, ${now}::timestamptz, ${actor.person}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, name text, rings jsonb, place int)`.execute(
    db,
  )
}
