import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { action } from '../platform/action.ts'
import type { Caller } from '../platform/actor.ts'
import type { DB } from '../platform/tables.ts'
import { hashOf, newToken } from './secrets.ts'

/** A carer's phone stays signed in for a day; after that they sign in again. */
export const SESSION_HOURS = 24

/**
 * Starts a session for the caller and gives its token. Not in the catalogue: a caller is made by whoever has just
 * checked who they are, never from input.
 */
export const startSession = action({
  name: 'start-session',
  says: 'Signs a person in.',
  input: z.object({}),
  subject: async () => null,
  allow: (actor) => actor.person !== null,
  run: async ({ db, actor, now }) => {
    const token = newToken()
    await db
      .insertInto('session')
      .values({
        token_hash: hashOf(token),
        person_id: actor.person ?? '',
        created_at: now,
        expires_at: new Date(now.getTime() + SESSION_HOURS * 3_600_000),
      })
      .execute()
    return { token, duty: actor.service.dutyPhone }
  },
})

/** Whose session this is; null when it is unknown or over. */
export async function callerOfSession(db: Kysely<DB>, token: string, now: Date): Promise<Caller | null> {
  const { rows } = await sql<{ person_id: string; service_id: string }>`
    select * from person_of_session(${hashOf(token)}, ${now})`.execute(db)
  const found = rows[0]
  return found ? { service: found.service_id, person: found.person_id, via: 'web' } : null
}

/** Ends a session. An unknown one is already over. */
export async function endSession(db: Kysely<DB>, token: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', hashOf(token)).execute()
}
