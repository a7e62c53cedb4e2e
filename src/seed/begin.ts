import { sql, type Transaction } from 'kysely'
import { staff } from '../../seeds/county.ts'
import { service as told } from '../../seeds/service.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusals.ts'
import type { DB } from '../platform/tables.ts'
import { addDays, type Day, momentAt } from '../values/london.ts'
import { FIRST_DAY, ROLES_FROM } from './calendar.ts'
import { emailOf, phone } from './world.ts'

const NOT_EMPTY =
  'There is a service in this database already. The imagined county fills an empty one: choose another DATA_DIR or DATABASE_URL'

/**
 * The service and the programme lead, who adds everybody else: written by the tables' owner, for nobody is there yet
 * to act. Throws a `Refusal` where a service is there already; of two who begin at once, the second waits and is
 * refused.
 */
export async function beginService(
  tx: Transaction<DB>,
  anchor: Day,
): Promise<{ service: string; lead: string }> {
  await sql`lock table service in share row exclusive mode`.execute(tx)
  const there = await tx.selectFrom('service').select('id').limit(1).executeTakeFirst()
  if (there) throw new Refusal(NOT_EMPTY)
  const [service, lead] = [newId(), newId()]
  const moment = momentAt(addDays(anchor, FIRST_DAY), '08:00')
  const { name } = staff.programmeLead
  await tx
    .insertInto('service')
    .values({ id: service, name: told.name, duty_phone: told.dutyPhone, demo: true, created_at: moment })
    .execute()
  await tx
    .insertInto('person')
    .values({ id: lead, service_id: service, name, kind: 'staff', email: emailOf(name), phone: phone(100) })
    .execute()
  await sql`
    insert into person_role (id, service_id, person_id, role, during, recorded_at)
    values (${newId()}, ${service}, ${lead}, 'programme_lead',
      daterange(${addDays(anchor, ROLES_FROM)}::date, null), ${moment})`.execute(tx)
  await sql`select enter(null, ${service}, ${moment})`.execute(tx)
  await sql`select write_audit('cli', 'create-service', 'done', ${JSON.stringify({ service })}::jsonb,
    '{}'::jsonb)`.execute(tx)
  return { service, lead }
}
