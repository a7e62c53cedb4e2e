import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import type { Day, Span } from '../values/london.ts'
import { nightsOf } from '../values/nights.ts'
import { nightsWithin } from './rules.ts'

/** A stay that a closed home or a missing bed would touch. Names only where the asker may know the children. */
export type AffectedStay = {
  stay: string
  from: Date
  to: Date
  /** Its nights among those asked about. */
  nights: Day[]
  children: number
  names: string[] | null
}

type HeldBed = Span & { stay: string; child: string; bed: string }

/** Who sleeps in the home's beds for any of the days; beyond the asker's eyes, so never to be shown as it is. */
function heldBeds(context: Context, household: string, from: Day, until: Day | null): Promise<HeldBed[]> {
  return widened(context, async () => {
    const { rows } = await sql<HeldBed>`
      select c.stay_id as stay, c.child_id as child, c.bed_id as bed, lower(c.during) as from, upper(c.during) as to
      from stay s join stay_child c on c.stay_id = s.id
      where s.host_household_id = ${household} and c.holds and s.status in ('requested', 'accepted', 'arrived')
        and c.during && tstzrange(${from}::date - interval '1 day', ${until}::date + interval '2 days')
      order by lower(c.during), c.stay_id`.execute(context.db)
    return rows
  })
}

/** The stays at the home, asked for or agreed, with a night from `from` up to but not `until` (in this bed). */
export async function staysAffected(
  context: Context,
  { household, from, until, bed }: { household: string; from: Day; until: Day | null; bed?: string | null },
): Promise<AffectedStay[]> {
  const held = await heldBeds(context, household, from, until)
  const touched = held.filter(
    (one) => (!bed || one.bed === bed) && nightsWithin(nightsOf(one), { from, until }).length > 0,
  )
  const names = await firstNames(context, [...new Set(touched.map((one) => one.child))])
  return [...new Set(touched.map((one) => one.stay))].map((stay) => {
    const beds = touched.filter((one) => one.stay === stay)
    const known = beds.flatMap(({ child }) => names.get(child) ?? [])
    const span = {
      from: new Date(Math.min(...beds.map((one) => one.from.getTime()))),
      to: new Date(Math.max(...beds.map((one) => one.to.getTime()))),
    }
    return {
      stay,
      ...span,
      nights: nightsWithin(nightsOf(span), { from, until }),
      children: beds.length,
      names: known.length === beds.length ? known : null,
    }
  })
}

/** How many of the home's beds are taken on each night. Counts only: a free-bed view never shows who is staying. */
export async function bedsTaken(
  context: Context,
  household: string,
  from: Day,
  until: Day,
): Promise<Map<Day, number>> {
  const taken = new Map<Day, number>()
  for (const held of await heldBeds(context, household, from, until)) {
    for (const night of nightsOf(held)) taken.set(night, (taken.get(night) ?? 0) + 1)
  }
  return taken
}

/** First names of those of the children whom the actor may see. */
async function firstNames(context: Context, children: readonly string[]): Promise<Map<string, string>> {
  if (children.length === 0) return new Map()
  const { rows } = await sql<{ child: string; name: string }>`
    select d.child_id as child, d.first_name as name from child_detail d
    where d.child_id = any (${children}) and d.superseded_at is null and d.during @> ${context.today}::date`.execute(
    context.db,
  )
  return new Map(rows.map((row) => [row.child, row.name]))
}
