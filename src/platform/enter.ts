import { sql, type Transaction } from 'kysely'
import { dayOf } from '../values/london.ts'
import type { Actor, Caller } from './actor.ts'
import type { Context } from './context.ts'
import { SignedOut } from './refusals.ts'
import type { DB } from './tables.ts'

/** Enters the transaction as the caller: their relationships are read and row-level security is keyed on them. */
export async function enter(db: Transaction<DB>, caller: Caller, now: Date): Promise<Context> {
  const { rows } = await sql<{ actor: Actor | null }>`
    select enter(${caller.person}, ${caller.service}, ${now}) as actor,
      set_config('app.now', ${now.toISOString()}, true)`.execute(db)
  const actor = rows[0]?.actor
  if (!actor) throw new SignedOut()
  return { db, actor, now, today: dayOf(now), touched: { children: new Set(), households: new Set() } }
}
