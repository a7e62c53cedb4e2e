import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import type { Status } from './words.ts'

type StayWithChild = { id: string; home: string; host: string; status: Status }

/** Stays of this child that are not over and go on after `moment`, kept from changing meanwhile. */
export async function staysWithoutConsent(
  context: Context,
  child: string,
  moment: Date,
): Promise<StayWithChild[]> {
  const { rows } = await widened(context, () =>
    sql<StayWithChild>`
      select y.id, y.home_household_id as home, y.host_household_id as host, y.status
      from stay y where y.status in ('requested', 'accepted', 'arrived') and upper(y.during) > ${moment}
        and exists (select from stay_child c where c.stay_id = y.id and c.child_id = ${child})
      order by y.id for update`.execute(context.db),
  )
  return rows
}
