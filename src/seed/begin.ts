import type pg from 'pg'
import { staff } from '../../seeds/county.ts'
import { service as told } from '../../seeds/service.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusals.ts'
import { addDays, type Day, momentAt } from '../values/london.ts'
import { FIRST_DAY, ROLES_FROM } from './calendar.ts'
import { emailOf, phone } from './world.ts'

/*
 * The service and the first of its people, written by the tables' owner because nobody is there yet to act. It is
 * marked as a demonstration when the county is whole, so that one which was cut short is known.
 */

const CUT_SHORT =
  'The imagined county was only half made: something stopped it. Remove the database (the folder DATA_DIR, or what DATABASE_URL names) and begin again'
const NOT_EMPTY =
  'There is a service in this database already. The imagined county fills an empty one: choose another DATA_DIR or DATABASE_URL'

/** Whether a database may be filled. Throws a `Refusal` where an imagined county was cut short. */
export async function isEmpty(owner: Pick<pg.Pool, 'query'>): Promise<boolean> {
  const { rows } = await owner.query<{ name: string; demo: boolean }>('select name, demo from service')
  if (rows.some(({ name, demo }) => name === told.name && !demo)) throw new Refusal(CUT_SHORT)
  return rows.length === 0
}

/**
 * Makes the service and the programme lead, who adds everybody else. Throws a `Refusal` where a service is there
 * already; of two who begin at once, the second is refused.
 */
export async function beginService(owner: pg.Pool, anchor: Day): Promise<{ service: string; lead: string }> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query('lock table service in share row exclusive mode')
    if (!(await isEmpty(client))) throw new Refusal(NOT_EMPTY)
    const made = await writeService(client, anchor)
    await client.query('commit')
    return made
  } catch (thrown) {
    await client.query('rollback').catch(() => {})
    throw thrown
  } finally {
    client.release()
  }
}

/** The county is whole. */
export async function endService(owner: pg.Pool, service: string): Promise<void> {
  await owner.query('update service set demo = true where id = $1', [service])
}

async function writeService(client: pg.PoolClient, anchor: Day) {
  const [service, lead] = [newId(), newId()]
  const moment = momentAt(addDays(anchor, FIRST_DAY), '08:00')
  const { name } = staff.programmeLead
  await client.query('insert into service (id, name, duty_phone, created_at) values ($1, $2, $3, $4)', [
    service,
    told.name,
    told.dutyPhone,
    moment,
  ])
  await client.query(
    `insert into person (id, service_id, name, kind, email, phone, created_at)
     values ($1, $2, $3, 'staff', $4, $5, $6)`,
    [lead, service, name, emailOf(name), phone(100), moment],
  )
  await client.query(
    `insert into person_role (id, service_id, person_id, role, during, recorded_at)
     values ($1, $2, $3, 'programme_lead', daterange($4::date, null), $5)`,
    [newId(), service, lead, addDays(anchor, ROLES_FROM), moment],
  )
  await client.query('select enter(null, $1, $2)', [service, moment])
  await client.query(`select write_audit('cli', 'create-service', 'done', $1::jsonb, '{}'::jsonb)`, [
    JSON.stringify({ service }),
  ])
  return { service, lead }
}
