import type pg from 'pg'
import type { Role } from '../platform/actor.ts'
import { newId } from '../platform/ids.ts'
import { dayOf } from '../values/london.ts'

/*
 * Services themselves: made and changed at the machine's own terminal, before anybody can sign in. The one place
 * that writes as the tables' owner besides migrations.
 */

export type Service = { id: string; name: string; dutyPhone: string }

/** A number that reaches nobody, until the service gives its own. */
export const NO_DUTY_PHONE = '0300 000 0000'

export type NewService = {
  name: string
  dutyPhone: string
  /** Who leads the programme, with the address they sign in with. */
  lead?: { name: string; email: string | null } | undefined
}

const STAFF: readonly { name: string; roles: readonly Role[] }[] = [
  { name: 'Programme lead', roles: ['programme_lead'] },
  { name: 'Duty team', roles: ['duty_worker', 'duty_manager'] },
  { name: 'Fostering manager', roles: ['fostering_manager', 'team_manager'] },
  { name: 'Liaison worker', roles: ['liaison_worker'] },
]

/** Every service of the database, the oldest first. */
export async function listServices(owner: pg.Pool): Promise<Service[]> {
  const { rows } = await owner.query<Service>(
    'select id, name, duty_phone as "dutyPhone" from service order by created_at, id',
  )
  return rows
}

/** Makes a service with somebody in each role it cannot do without. Gives its id and theirs by name. */
export async function createService(
  owner: pg.Pool,
  given: NewService,
  now: Date,
): Promise<{ service: string; people: { id: string; name: string }[] }> {
  const service = newId()
  const people = STAFF.map(({ name, roles }, index) => ({
    id: newId(),
    name: index === 0 ? (given.lead?.name ?? name) : name,
    email: index === 0 ? (given.lead?.email?.toLowerCase() ?? null) : null,
    roles,
  }))
  await inOneGo(owner, async (client) => {
    await client.query('insert into service (id, name, duty_phone, created_at) values ($1, $2, $3, $4)', [
      service,
      given.name,
      given.dutyPhone,
      now,
    ])
    for (const { id, name, email, roles } of people) {
      await client.query(
        `insert into person (id, service_id, name, kind, email, created_at) values ($1, $2, $3, 'staff', $4, $5)`,
        [id, service, name, email, now],
      )
      for (const role of roles) {
        await client.query(
          `insert into person_role (id, service_id, person_id, role, during, recorded_at)
           values ($1, $2, $3, $4, daterange($5::date, null), $6)`,
          [newId(), service, id, role, dayOf(now), now],
        )
      }
    }
    await audit(client, service, 'create-service', now)
  })
  return { service, people: people.map(({ id, name }) => ({ id, name })) }
}

/** Changes what is given of a service. */
export async function changeService(
  owner: pg.Pool,
  service: string,
  { name, dutyPhone }: { name?: string | undefined; dutyPhone?: string | undefined },
  now: Date,
): Promise<void> {
  await inOneGo(owner, async (client) => {
    await client.query(
      'update service set name = coalesce($2, name), duty_phone = coalesce($3, duty_phone) where id = $1',
      [service, name ?? null, dutyPhone ?? null],
    )
    await audit(client, service, 'change-service', now)
  })
}

async function audit(client: pg.PoolClient, service: string, action: string, now: Date): Promise<void> {
  await client.query('select enter(null, $1, $2)', [service, now])
  await client.query(`select write_audit('cli', $1, 'done', $2::jsonb, '{}'::jsonb)`, [
    action,
    JSON.stringify({ service }),
  ])
}

async function inOneGo(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await work(client)
    await client.query('commit')
  } catch (thrown) {
    await client.query('rollback').catch(() => {})
    throw thrown
  } finally {
    client.release()
  }
}

/** The service somebody belongs to; nothing for an id nobody has. */
export async function serviceOf(owner: pg.Pool, person: string): Promise<string | undefined> {
  const { rows } = await owner.query<{ service_id: string }>(
    'select service_id from person where id::text = lower($1)',
    [person],
  )
  return rows[0]?.service_id
}
