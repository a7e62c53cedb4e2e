import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { known } from './store-read.ts'

/**
 * The homes of the constellation a home belongs to today, the hub first, and which of them these children have
 * stayed at before.
 */
export async function homesOfConstellation(
  context: Context,
  home: string,
  children: readonly string[],
): Promise<{ homes: string[]; hub: string | null; known: string[] }> {
  const { rows } = await sql<{ household: string; part: string; knows: boolean }>`
    select m.household_id as household, m.part, exists (
      select from stay y join stay_child c on c.stay_id = y.id
      where y.host_household_id = m.household_id and y.status = 'returned' and c.child_id = any (${children}::uuid[])) as knows
    from membership mine
    join membership m on m.constellation_id = mine.constellation_id and ${known('m')} and m.during @> ${context.today}::date
    where mine.household_id = ${home} and ${known('mine')} and mine.during @> ${context.today}::date
    order by m.part <> 'hub', m.household_id`.execute(context.db)
  return {
    homes: rows.map(({ household }) => household),
    hub: rows.find(({ part }) => part === 'hub')?.household ?? null,
    known: rows.filter(({ knows }) => knows).map(({ household }) => household),
  }
}
