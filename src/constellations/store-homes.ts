import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { current, range } from '../platform/history.ts'
import type { Day } from '../values/london.ts'
import type { Place } from './direction.ts'
import type { Part } from './rules.ts'

export type HomeToInvite = Place & {
  household: string
  reference: string
  name: string | null
  kind: string | null
  spareBeds: number
  canBeHub: boolean | null
  wantsMockingbird: string | null
  /** The part it plays here already: a satellite may become the hub, a guest a satellite. */
  here: Part | null
}

/** The homes the actor may know that are free to be asked: in no constellation, or a guest of this one. */
export async function homesToInvite(
  context: Context,
  constellation: string,
  day: Day,
): Promise<HomeToInvite[]> {
  const homes = await context.db
    .selectFrom('household as h')
    .leftJoin('household_detail as d', (on) => on.onRef('d.household_id', '=', 'h.id').on(current('d', day)))
    .select(['h.id as household', 'h.reference', 'd.name', 'd.kind', 'd.lat', 'd.lon'])
    .select(['d.position_from as positionFrom', 'd.can_be_hub as canBeHub'])
    .select('d.wants_mockingbird as wantsMockingbird')
    .select(
      sql<number>`(select count(*)::int from bed b where b.household_id = h.id and b.during @> ${day}::date)`.as(
        'spareBeds',
      ),
    )
    .select(
      sql<Part | null>`(select m.part from membership m where m.constellation_id = ${constellation}
        and m.household_id = h.id and ${current('m', day)})`.as('here'),
    )
    .orderBy('d.name')
    .orderBy('h.reference')
    .execute()
  const taken = await widened(context, () => takenFrom(context, constellation, day))
  return homes.filter((home) => !taken.has(home.household))
}

/** Homes of another constellation, of this one for good, or asked by this one already. */
async function takenFrom(context: Context, constellation: string, day: Day): Promise<Set<string>> {
  const { rows } = await sql<{ household: string }>`
    select m.household_id as household from membership m
      where m.superseded_at is null and m.during && ${range(day, null)}
        and not (m.constellation_id = ${constellation} and m.part in ('satellite', 'guest'))
    union select i.household_id from invitation i
      where i.constellation_id = ${constellation} and i.answer is null and i.withdrawn_at is null`.execute(
    context.db,
  )
  return new Set(rows.map((row) => row.household))
}
