import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { NotFound } from '../platform/refusals.ts'

export type HomeRest = {
  household: string
  name: string
  rest: { nightsInRow: number | null; protectedDays: number[]; nightsPerHome: number | null } | null
  need: { nightsAMonth: number; reason: string | null } | null
}

/** A home with what is settled for its rest and its need today, as far as the actor may know. Throws `NotFound`. */
export async function findHome(context: Context, household: string): Promise<HomeRest> {
  const { rows } = await sql<HomeRest>`
    select h.id as household, coalesce(d.name, h.reference) as name,
      (select json_build_object('nightsInRow', r.nights_in_row, 'protectedDays', r.protected_days, 'nightsPerHome', r.nights_per_home)
        from hub_rest r where r.household_id = h.id and r.superseded_at is null and r.during @> ${context.today}::date) as rest,
      (select json_build_object('nightsAMonth', n.nights_a_month, 'reason', n.reason)
        from stay_need n where n.household_id = h.id and n.superseded_at is null and n.during @> ${context.today}::date) as need
    from household h
    left join household_detail d on d.household_id = h.id and d.superseded_at is null and d.during @> ${context.today}::date
    where h.id = ${household}`.execute(context.db)
  const [row] = rows
  if (!row) throw new NotFound()
  return row
}
