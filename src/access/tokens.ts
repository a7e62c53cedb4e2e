import { type Kysely, sql } from 'kysely'
import type { Caller } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { DB } from '../platform/tables.ts'
import { hashOf, newToken } from './secrets.ts'

/** Makes a bearer token for a person until a moment. Only its hash is kept: this is the one time it is known. */
export async function makeToken({ db, now }: Context, person: string, until: Date): Promise<string> {
  const token = newToken()
  await db
    .insertInto('api_token')
    .values({ token_hash: hashOf(token), person_id: person, created_at: now, expires_at: until })
    .execute()
  return token
}

/** Ends every token of a person that still holds. Gives how many there were. */
export async function endTokensOf({ db, now }: Context, person: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('api_token')
    .set({ expires_at: now })
    .where('person_id', '=', person)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

const BEARER = /^Bearer ([\w-]{20,200})$/i

/** Who carries this `Authorization` header, if its token holds at `now`. */
export async function callerOfToken(
  db: Kysely<DB>,
  authorization: string | undefined,
  now: Date,
): Promise<Caller | null> {
  const token = BEARER.exec(authorization ?? '')?.[1]
  if (!token) return null
  const { rows } = await sql<{ person_id: string; service_id: string }>`
    select person_id, service_id from person_of_token(${hashOf(token)}, ${now})`.execute(db)
  const [row] = rows
  return row ? { service: row.service_id, person: row.person_id, via: 'api' } : null
}
