import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Door } from '../platform/door.ts'
import { listing } from '../platform/listing.ts'
import type { DB } from '../platform/tables.ts'
import { people } from './lists.ts'
import { is } from './policy.ts'

export type DemoPerson = { id: string; name: string; roles: string[]; service: string; serviceName: string }

async function services(db: Kysely<DB>) {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from services()`.execute(db)
  return rows
}

/** Everybody who may be signed in as while the demo runs. Those without a part to play are left out. */
export async function demoCallers(db: Kysely<DB>, door: Door): Promise<DemoPerson[]> {
  const found = await Promise.all(
    (await services(db)).map(async ({ id, name }) => {
      const all = await door.look(people, { service: id, person: null, via: 'web' }, {})
      return all
        .filter((p) => p.roles.length > 0)
        .map((p) => ({ id: p.id, name: p.name, roles: p.roles, service: id, serviceName: name }))
    }),
  )
  return found.flat()
}

const messages = listing({
  name: 'messages-sent',
  says: 'The newest messages of the service, for want of a mail server.',
  query: z.object({}),
  allow: (actor) => is(actor, 'operator'),
  run: async ({ db }) => {
    const rows = await db
      .selectFrom('message as m')
      .innerJoin('person as p', 'p.id', 'm.to_person')
      .select(['p.name as to', 'm.subject', 'm.body', 'm.created_at'])
      .orderBy('m.created_at', 'desc')
      .limit(50)
      .execute()
    return rows
  },
})

export type SentMessage = { to: string; subject: string; body: string; created_at: Date }

/** The newest messages of every service here: shown on the development page alone. */
export async function lastMessages(db: Kysely<DB>, door: Door): Promise<SentMessage[]> {
  const found = await Promise.all(
    (await services(db)).map(({ id }) => door.look(messages, { service: id, person: null, via: 'web' }, {})),
  )
  return found.flat().sort((a, b) => b.created_at.getTime() - a.created_at.getTime())
}
