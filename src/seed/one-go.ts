import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import type pg from 'pg'
import type { Transactions } from '../platform/door.ts'
import type { DB } from '../platform/tables.ts'

/** Does all of it or none: one transaction of the tables' owner. Who is stopped half-way leaves nothing behind. */
export async function inOneGo<T>(owner: pg.Pool, work: (tx: Transaction<DB>) => Promise<T>): Promise<T> {
  const pool = { connect: () => owner.connect(), end: async () => {} }
  const tx = await new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }).startTransaction().execute()
  try {
    const done = await work(tx)
    await tx.commit().execute()
    return done
  } catch (thrown) {
    // A connection that is gone has undone it already.
    await tx
      .rollback()
      .execute()
      .catch(() => {})
    throw thrown
  }
}

/** From here on it is the app's role that acts, held by row-level security like everybody. */
export const asApp = (tx: Transaction<DB>) => sql`set local role constellation_app`.execute(tx)

/** What a door takes for its transactions is a part of this one: each counts whole or not at all. */
export const within = (tx: Transaction<DB>): Transactions => ({
  transaction: () => ({
    execute: async (work) => {
      await sql`savepoint step`.execute(tx)
      try {
        const done = await work(tx)
        await sql`release savepoint step`.execute(tx)
        return done
      } catch (thrown) {
        await sql`rollback to savepoint step`.execute(tx)
        throw thrown
      }
    },
  }),
})
