import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { NotFound } from '../platform/refusals.ts'
import { factDays } from '../sleepovers/store-read.ts'
import { addDays, type Day, momentAt } from '../values/london.ts'
import type { Held, HomeNights } from './rules/weeks.ts'
import { NIGHTS } from './rules/weeks.ts'

export type Bed = { bed: string; room: string; name: string }
export type HomeOfWeeks = HomeNights & {
  name: string
  beds: Bed[]
  rest: (HomeNights['rest'][number] & { nightsInRow: number | null; nightsPerHome: number | null })[]
}

/** A home with its beds and what its nights are, for twelve weeks from a day; as the actor may know it. */
export async function homeOfWeeks(context: Context, household: string, first: Day): Promise<HomeOfWeeks> {
  const window = sql`daterange(${first}::date, ${addDays(first, NIGHTS)}::date)`
  const { rows } = await sql<HomeOfWeeks>`
    select coalesce(d.name, h.reference) as name,
      (select coalesce(json_agg(json_build_object('bed', b.id, 'room', b.room, 'name', b.name) order by b.room, b.name, b.id), '[]')
        from bed b where b.household_id = h.id and b.during && ${window}) as beds,
      (select coalesce(json_agg(${factDays('x')}), '[]') from closure x
        where x.household_id = h.id and x.superseded_at is null and x.during && ${window}) as closures,
      (select coalesce(json_agg(json_build_object('openNights', w.open_nights, 'during', ${factDays('w')})), '[]')
        from weekly_pattern w where w.household_id = h.id and w.superseded_at is null and w.during && ${window}) as weekly,
      (select coalesce(json_agg(json_build_object('protectedDays', r.protected_days, 'nightsInRow', r.nights_in_row,
          'nightsPerHome', r.nights_per_home, 'during', ${factDays('r')})), '[]')
        from hub_rest r where r.household_id = h.id and r.superseded_at is null and r.during && ${window}) as rest
    from household h
    left join household_detail d on d.household_id = h.id and d.superseded_at is null and d.during @> ${context.today}::date
    where h.id = ${household}`.execute(context.db)
  const [row] = rows
  if (!row) throw new NotFound()
  return row
}

export type HeldBed = Held & { stay: string; child: string }

/** Who holds the beds of a home within twelve weeks: widened, for whoever may not see a child sees that a bed is taken. */
export async function heldBeds(context: Context, household: string, first: Day): Promise<HeldBed[]> {
  const [from, to] = [momentAt(first, '12:00'), momentAt(addDays(first, NIGHTS), '12:00')]
  const { rows } = await widened(context, () =>
    sql<Omit<HeldBed, 'span'> & { from: Date; to: Date }>`
      select c.stay_id as stay, c.child_id as child, c.bed_id as bed, y.status,
        lower(c.during) as from, upper(c.during) as to
      from bed b
      join stay_child c on c.bed_id = b.id and c.during && tstzrange(${from}, ${to})
      join stay y on y.id = c.stay_id and y.status not in ('declined', 'cancelled', 'no_show')
      where b.household_id = ${household}
      order by lower(c.during), c.stay_id, c.child_id`.execute(context.db),
  )
  return rows.map(({ from: begins, to: ends, ...row }) => ({ ...row, span: { from: begins, to: ends } }))
}

/** The children of these stays by name, those the actor may see; by stay and child. */
export async function namesIn(context: Context, stays: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ stay: string; child: string; name: string }>`
    select c.stay_id as stay, c.child_id as child, d.first_name as name
    from stay_child c join child_detail d on d.child_id = c.child_id and d.superseded_at is null and d.during @> ${context.today}::date
    where c.stay_id = any (${[...new Set(stays)]}::uuid[])`.execute(context.db)
  return new Map(rows.map(({ stay, child, name }) => [`${stay} ${child}`, name]))
}
