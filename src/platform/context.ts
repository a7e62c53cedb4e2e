import { sql, type Transaction } from 'kysely'
import type { Day } from '../values/london.ts'
import type { Actor } from './actor.ts'
import { along } from './database-statements.ts'
import type { DB } from './tables.ts'

/** What an action or listing works with: the transaction, who is asking, and the moment it is. */
export type Context = {
  db: Transaction<DB>
  actor: Actor
  /** The moment of asking. The same for the whole transaction. */
  now: Date
  /** The London day of `now`. */
  today: Day
  /** Whose facts this transaction has changed (history.ts sees to it), for whatever follows from that. */
  touched: { children: Set<string>; households: Set<string> }
}

/**
 * Reads beyond what the actor may see, within their service, to weigh a rule: whether a host has room depends
 * on children the asker must not see. What comes out of `gather` must name nobody the actor may not see.
 */
export async function widened<T>(context: Context, gather: () => Promise<T>): Promise<T> {
  if (context.actor.seesAll || wide.has(context)) return gather()
  wide.add(context)
  await sql`${along} select set_config('app.sees', 'service', true)`.execute(context.db)
  // After a throw there is nobody to narrow it for: the transaction is undone.
  const facts = await gather()
  await sql`${along} select set_config('app.sees', '', true)`.execute(context.db)
  wide.delete(context)
  return facts
}

/** Contexts that are widened now: one inside another must not end the outer one's. */
const wide = new WeakSet<Context>()
