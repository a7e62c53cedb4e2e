import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import type { Finding } from './facts.ts'
import { findStay, type Stay } from './store.ts'

/** A stay that relied on facts that changed. */
export type Following = Stay

type Relied = { children: readonly string[]; households: readonly string[]; lock?: boolean }

/**
 * Stays to come or going on of these children, or at or from these homes, beyond the actor's own eyes; with `lock`
 * nobody else changes them meanwhile. In one order, so that two of us lock them the same way round.
 */
export async function staysThatRelyOn(
  context: Context,
  { children, households, lock = false }: Relied,
): Promise<Following[]> {
  return widened(context, async () => {
    const { rows } = await sql<{ id: string }>`
      select y.id from stay y
      where y.status in ('requested', 'accepted', 'arrived') and (y.status = 'arrived' or upper(y.during) > ${context.now})
        and (y.host_household_id = any (${households}::uuid[]) or y.home_household_id = any (${households}::uuid[])
          or y.id in (select c.stay_id from stay_child c where c.child_id = any (${children}::uuid[])))
      order by y.id`.execute(context.db)
    const stays: Following[] = []
    for (const { id } of rows) stays.push(await findStay(context, id, lock ? 'lock' : 'look'))
    return stays
  })
}

/** What the rules said of a stay when it was last weighed. */
export async function lastWeighed(context: Context, stay: string): Promise<Finding[]> {
  const { rows } = await widened(context, () =>
    sql<{ findings: Finding[] }>`
      select findings from weighing where stay_id = ${stay} order by weighed_at desc, occasion = 'changed' desc limit 1`.execute(
      context.db,
    ),
  )
  return rows[0]?.findings ?? []
}
