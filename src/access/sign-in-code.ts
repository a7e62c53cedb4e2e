import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { action } from '../platform/action.ts'
import type { Caller } from '../platform/actor.ts'
import type { Door } from '../platform/door.ts'
import { text } from '../platform/fields.ts'
import { send } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import type { DB } from '../platform/tables.ts'
import { hashOf, newCode, sameHash } from './secrets.ts'

const MINUTES = 10
const TRIES = 5
const WRONG = 'That code is not right, or it has run out. Check the newest email, or ask for a new code'

/** The person with this email address as a caller; null for an unknown one. Nobody is signed in by this. */
export async function callerForEmail(db: Kysely<DB>, email: string): Promise<Caller | null> {
  const { rows } = await sql<{ person_id: string; service_id: string }>`
    select * from person_for_email(${email})`.execute(db)
  const found = rows[0]
  return found ? { service: found.service_id, person: found.person_id, via: 'web' } : null
}

/** Sends the caller a code that works once within ten minutes. A newer code replaces an older one. */
export const sendCode = action({
  name: 'send-sign-in-code',
  says: 'Sends a code to sign in with.',
  input: z.object({}),
  subject: async () => null,
  allow: (actor) => actor.person !== null,
  run: async (context) => {
    const { db, actor, now } = context
    const code = newCode()
    const person = actor.person ?? ''
    const row = { code_hash: hashOf(code), expires_at: new Date(now.getTime() + MINUTES * 60_000), tries: 0 }
    await db
      .insertInto('sign_in_code')
      .values({ person_id: person, ...row })
      .onConflict((oc) => oc.column('person_id').doUpdateSet(row))
      .execute()
    await send(context, [person], {
      subject: 'Your code to sign in',
      body: `${code} is your code. It works once, for ${MINUTES} minutes. If you did not ask for it, ignore this.`,
    })
    return {}
  },
})

const input = z.object({
  code: text('Enter the code from the email', 20).transform((code) => code.replace(/\s/g, '')),
})

/**
 * Counts a try before the code is looked at, in a transaction of its own: many tries sent at once are still at most
 * five. Throws `Refusal` when there is no code to try, or it was tried too often.
 */
const countTry = action({
  name: 'try-sign-in-code',
  says: 'Counts a try at a code.',
  input,
  subject: async () => null,
  allow: (actor) => actor.person !== null,
  run: async ({ db, actor, now }) => {
    const counted = await db
      .updateTable('sign_in_code')
      .set((eb) => ({ tries: eb('tries', '+', 1) }))
      .where('person_id', '=', actor.person ?? '')
      .where('expires_at', '>', now)
      .where('tries', '<', TRIES)
      .returning('person_id')
      .executeTakeFirst()
    if (!counted) throw new Refusal(WRONG, { field: 'code' })
    return {}
  },
})

const checkCode = action({
  name: 'use-sign-in-code',
  says: 'Checks a code and uses it up.',
  input,
  subject: async () => null,
  allow: (actor) => actor.person !== null,
  run: async ({ db, actor, now }, { code }) => {
    const used = await db
      .deleteFrom('sign_in_code')
      .where('person_id', '=', actor.person ?? '')
      .where('expires_at', '>', now)
      .returning('code_hash')
      .executeTakeFirst()
    if (!used || !sameHash(used.code_hash, hashOf(code))) throw new Refusal(WRONG, { field: 'code' })
    return {}
  },
})

/** Uses the caller's code up. Throws `Refusal` when it is wrong, too late, or was tried too often. */
export async function useCode(door: Door, caller: Caller, code: string): Promise<void> {
  await door.perform(countTry, caller, { code })
  await door.perform(checkCode, caller, { code })
}
