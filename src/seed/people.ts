import type pg from 'pg'
import { entriesOf, type StaffKey, staff } from '../../seeds/county.ts'
import { service as told } from '../../seeds/service.ts'
import { addPerson } from '../access/add-person.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusals.ts'
import { addDays, type Day, momentAt } from '../values/london.ts'
import { FIRST_DAY, type Step } from './calendar.ts'
import { emailOf, phone, type World } from './world.ts'

const LEAD: StaffKey = 'programmeLead'
const ROLES_FROM = -1500

/**
 * The service and the person who adds everybody else, written by the tables' owner: nobody is there yet to act.
 * Throws a `Refusal` where a service is there already; two who seed at once cannot both begin.
 */
export async function beginService(owner: pg.Pool, anchor: Day): Promise<{ service: string; lead: string }> {
  const [service, lead] = [newId(), newId()]
  const day = addDays(anchor, FIRST_DAY)
  const moment = momentAt(day, '08:00')
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query('lock table service in share row exclusive mode')
    const { rowCount } = await client.query('select from service')
    if (rowCount) {
      throw new Refusal(
        'There is a service in this database already. The imagined county fills an empty one: choose another DATA_DIR or DATABASE_URL',
      )
    }
    const { name, dutyPhone } = told
    await client.query('insert into service (id, name, duty_phone, created_at) values ($1, $2, $3, $4)', [
      service,
      name,
      dutyPhone,
      moment,
    ])
    await client.query(
      `insert into person (id, service_id, name, kind, email, phone, created_at) values ($1, $2, $3, 'staff', $4, $5, $6)`,
      [lead, service, staff[LEAD].name, emailOf(staff[LEAD].name), phone(100), moment],
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
    await client.query('commit')
  } catch (thrown) {
    await client.query('rollback').catch(() => {})
    throw thrown
  } finally {
    client.release()
  }
  return { service, lead }
}

/** The programme lead adds the rest of the staff; an inspector when the inspection begins. */
export const staffSteps = (world: World): Step[] =>
  entriesOf(staff).flatMap(([key, { name, role, until }], index) => {
    if (key === LEAD) return []
    const from = until === undefined ? ROLES_FROM : -2
    return [
      world.step(world.written(from), '08:30', async () => {
        const { person } = await world.does(LEAD, addPerson, {
          name,
          email: emailOf(name),
          phone: phone(100 + index),
          role,
          from: world.day(from),
          until: until === undefined ? null : world.day(until),
        })
        world.people.set(key, person)
      }),
    ]
  })
