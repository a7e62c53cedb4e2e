import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { current } from '../platform/history.ts'
import { addDays, type Day, momentAt, weekday } from '../values/london.ts'

export type Beds = { household: string; beds: number; free: number; open: boolean }

/**
 * The beds of homes on a night, counted and nameless. A bed is taken by whoever holds it in the small hours
 * (midnight to 5am, London); a home that is shut that night has none free.
 */
export async function bedsOn(context: Context, households: readonly string[], night: Day): Promise<Beds[]> {
  if (households.length === 0) return []
  const [midnight, five] = [momentAt(addDays(night, 1), '00:00'), momentAt(addDays(night, 1), '05:00')]
  const { rows } = await widened(context, () =>
    sql<Beds>`
      select h.id as household, count(b.id)::int as beds,
        (count(b.id) filter (where is_open.open and not exists (select from stay_child c where c.bed_id = b.id
          and c.holds and c.during && tstzrange(${midnight}, ${five}))))::int as free,
        is_open.open
      from household h
      cross join lateral (select
        not exists (select from closure x where x.household_id = h.id and ${current('x', night)})
        and not exists (select from weekly_pattern w where w.household_id = h.id and ${current('w', night)}
          and not ${weekday(night)} = any (w.open_nights)) as open) is_open
      left join bed b on b.household_id = h.id and b.during @> ${night}::date
      where h.id = any (${[...households]}::uuid[])
      group by h.id, is_open.open`.execute(context.db),
  )
  return rows
}

export type Pair = [string, string]

/** Pairs of these homes where brothers and sisters live apart on a day. Homes alone, no child is named. */
export async function siblingsApart(
  context: Context,
  households: readonly string[],
  day: Day,
): Promise<Pair[]> {
  if (households.length < 2) return []
  const { rows } = await widened(context, () =>
    sql<{ a: string; b: string }>`
      select distinct least(p.household_id, q.household_id) as a, greatest(p.household_id, q.household_id) as b
      from sibling s
      join placement p on p.child_id = s.child_a and ${current('p', day)}
      join placement q on q.child_id = s.child_b and ${current('q', day)}
      where ${current('s', day)} and p.household_id <> q.household_id
        and p.household_id = any (${[...households]}::uuid[]) and q.household_id = any (${[...households]}::uuid[])
      order by a, b`.execute(context.db),
  )
  return rows.map(({ a, b }): Pair => [a, b])
}

/** Pairs of these homes that are friends on a day, as far as the actor may know. */
export async function friends(context: Context, households: readonly string[], day: Day): Promise<Pair[]> {
  if (households.length < 2) return []
  const rows = await context.db
    .selectFrom('household_link as l')
    .select(['l.household_a as a', 'l.household_b as b'])
    .where('l.kind', '=', 'friendship')
    .where(current('l', day))
    .where('l.household_a', 'in', households)
    .where('l.household_b', 'in', households)
    .orderBy('l.household_a')
    .orderBy('l.household_b')
    .execute()
  return rows.map(({ a, b }): Pair => [a, b])
}
