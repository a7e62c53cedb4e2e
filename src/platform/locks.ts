import { sql } from 'kysely'
import type { Context } from './context.ts'
import { along } from './database-statements.ts'

/**
 * Waits its turn for these things until the transaction ends. Rules that no single constraint can keep (the
 * fostering limit, who must not meet) are weighed under it. Always taken in one order, so two people asking for
 * the same things the other way round do not block each other for good.
 */
export async function takeTurns(context: Context, ids: readonly string[]): Promise<void> {
  const inOrder = [...new Set(ids)].sort()
  // A volatile function in the list is called row by row as they come out of the array: in order.
  await sql`${along} select pg_advisory_xact_lock(hashtextextended(turn.id, 1))
    from unnest(${inOrder}::text[]) with ordinality turn (id, place)`.execute(context.db)
}
