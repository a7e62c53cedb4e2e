import { sql } from 'kysely'
import type { Context } from './context.ts'

/**
 * Waits its turn for these things until the transaction ends. Rules that no single constraint can keep (the
 * fostering limit, who must not meet) are weighed under it. Always taken in one order, so two people asking for
 * the same things the other way round do not block each other for good.
 */
export async function takeTurns(context: Context, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 1))`.execute(context.db)
  }
}
