import { startSession } from '../src/access/session.ts'
import { openDoor } from '../src/door.ts'
import type { Caller } from '../src/platform/actor.ts'
import type { Database } from '../src/platform/database.ts'

/** Somebody of the country, with their session as a browser carries it. */
export type Visitor = { caller: Caller; cookie: string }
/** A carer, and a child who lives with them and is at home today. */
export type Carer = Visitor & { child: string }

type Found = { person: string; service: string }

/** Whoever works in this role for the n-th service, the first of them. */
export async function worker(database: Database, service: number, role: string): Promise<Visitor> {
  const { rows } = await database.owner.query<Found>(
    `select r.person_id as person, r.service_id as service from person_role r join service s on s.id = r.service_id
     where s.name = $1 and r.role = $2 order by r.person_id limit 1`,
    [`Fostering service ${service}`, role],
  )
  return visitor(database, rows[0])
}

/** So many satellite carers of the n-th service with an agreed consent and a child at home now. The same each time. */
export async function carers(database: Database, service: number, many: number): Promise<Carer[]> {
  const { rows } = await database.owner.query<Found & { child: string }>(
    `select distinct on (m.constellation_id) c.person_id as person, c.service_id as service, p.child_id as child
     from service s join membership m on m.service_id = s.id and m.part = 'satellite'
     join household_carer c on c.household_id = m.household_id join placement p on p.household_id = m.household_id
     join consent k on k.child_id = p.child_id and k.item = 'overnight_stay' and k.decision = 'agreed'
     where s.name = $1 and p.during @> current_date and not exists (select from stay_child o
       where o.child_id = p.child_id and o.holds and o.during && tstzrange(now() - interval '1 day', now() + interval '3 days'))
     order by m.constellation_id, m.household_id, c.person_id, p.child_id limit $2`,
    [`Fostering service ${service}`, many],
  )
  return Promise.all(rows.map(async (row) => ({ ...(await visitor(database, row)), child: row.child })))
}

async function visitor(database: Database, found: Found | undefined): Promise<Visitor> {
  if (!found) throw new Error('Nobody like that is in the country')
  const caller: Caller = { ...found, via: 'web' }
  const { person, service, via } = caller
  const { token } = await openDoor(database.app, () => new Date()).perform(
    startSession,
    { person, service, via },
    {},
  )
  return { caller: { person, service, via }, cookie: `session=${token}` }
}
