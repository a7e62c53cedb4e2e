import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Day } from '../values/london.ts'
import { type AsAt, held } from './as-at.ts'
import type { HomeKind } from './kinds.ts'

export type HomeListed = {
  household: string
  reference: string
  name: string
  kind: HomeKind
  postcode: string | null
  beds: number
  constellation: string | null
  part: 'hub' | 'satellite' | 'guest' | null
  /** Places approved for, and the day the first check runs out; null where unknown or not the actor's to see. */
  places: number | null
  firstCheckRunsOut: Day | null
}

export const PAGE_SIZE = 50

const escaped = (words: string) => words.replace(/[\\%_]/g, '\\$&')

/**
 * The homes the actor may know as at a day, by name, 50 at a time. As at today, homes that are yet to begin are
 * among them. `search` is in the reference or name, or starts the postcode.
 */
export async function listHomes(
  context: Context,
  { search, kind, page, at }: { search: string; kind: HomeKind | null; page: number; at: AsAt },
): Promise<{ total: number; households: HomeListed[] }> {
  const words = `%${escaped(search)}%`
  const start = `${escaped(search.replace(/\s+/g, ''))}%`
  const coming = at.day === context.today
  // Each home once, with its details of the day, or else the first to come: worked out for all of them in one go, since
  // they are counted too. What only the page shows is looked up for the page alone.
  const { rows } = await sql<{ total: number } & (HomeListed | { household: null })>`
    with found as materialized (
      select h.id, h.reference, d.name, d.kind, d.postcode from household h join (
        select distinct on (d.household_id) d.household_id, d.name, d.kind, d.postcode from household_detail d
        where d.service_id = ${context.actor.service.id} and (${held('d', at)}
          or (${coming} and d.superseded_at is null and lower(d.during) > ${at.day}::date))
        order by d.household_id, lower(d.during)
      ) d on d.household_id = h.id
      where (${kind}::text is null or d.kind = ${kind})
        and (${search} = '' or h.reference ilike ${words} or d.name ilike ${words}
          or replace(d.postcode, ' ', '') ilike ${start})
    )
    select (select count(*)::int from found) as total, h.id as household, h.reference, h.name, h.kind, h.postcode, m.part,
      c.name as constellation, a.places,
      (select count(*)::int from bed b where b.household_id = h.id and b.during @> ${at.day}::date) as beds,
      (select min(k.expires_on) from household_check k
        where k.household_id = h.id and ${held('k', at)}) as "firstCheckRunsOut"
    from (values (1)) counted
    left join (
      select * from found order by name, reference, id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}
    ) h on true
    left join approval a on a.household_id = h.id and ${held('a', at)}
    left join membership m on m.household_id = h.id and ${held('m', at)}
    left join constellation c on c.id = m.constellation_id
    order by h.name, h.reference, h.id`.execute(context.db)
  const households = rows.flatMap(({ total: _, ...home }) => (home.household === null ? [] : [home]))
  return { total: rows[0]?.total ?? 0, households }
}
