import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { current, end, range, state } from '../platform/history.ts'
import { NotFound } from '../platform/refusals.ts'
import type { Day } from '../values/london.ts'
import type { Part } from './rules.ts'

export type Member = {
  household: string
  part: Part
  since: Day
  /** The first day it is no longer in this part; null goes on. */
  until: Day | null
  buddy: string | null
  /** Name, kind and place as known on the day; null where the actor may not know the home. */
  name: string | null
  kind: string | null
  lat: number | null
  lon: number | null
  positionFrom: string | null
}

/** The homes of a constellation on a day, hub first, as far as the actor may know each. */
export function membersOn(context: Context, constellation: string, day: Day): Promise<Member[]> {
  return context.db
    .selectFrom('membership as m')
    .leftJoin('household_detail as d', (join) =>
      join.onRef('d.household_id', '=', 'm.household_id').on(current('d', day)),
    )
    .select(['m.household_id as household', sql<Part>`m.part`.as('part'), 'm.buddy_household_id as buddy'])
    .select([sql<Day>`lower(m.during)`.as('since'), sql<Day | null>`upper(m.during)`.as('until')])
    .select(['d.name', 'd.kind', 'd.lat', 'd.lon', 'd.position_from as positionFrom'])
    .where('m.constellation_id', '=', constellation)
    .where(current('m', day))
    .orderBy(sql`array_position(array['hub', 'satellite', 'guest'], m.part)`)
    .orderBy('d.name')
    .orderBy('m.household_id')
    .execute()
}

/** A home that may be asked to join, if the actor may know it. */
export async function findHome(
  context: Context,
  household: string,
): Promise<Pick<Member, 'name' | 'lat' | 'lon' | 'positionFrom'>> {
  const row = await context.db
    .selectFrom('household as h')
    .leftJoin('household_detail as d', (on) =>
      on.onRef('d.household_id', '=', 'h.id').on(current('d', context.today)),
    )
    .select(['d.name', 'd.lat', 'd.lon', 'd.position_from as positionFrom'])
    .where('h.id', '=', household)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** The hub of each constellation on a day; its name where the actor may know it. */
export function hubsOn(
  context: Context,
  day: Day,
): Promise<{ constellation: string; household: string; name: string | null }[]> {
  return context.db
    .selectFrom('membership as m')
    .leftJoin('household_detail as d', (on) =>
      on.onRef('d.household_id', '=', 'm.household_id').on(current('d', day)),
    )
    .select(['m.constellation_id as constellation', 'm.household_id as household', 'd.name'])
    .where('m.part', '=', 'hub')
    .where(current('m', day))
    .execute()
}

/** How many homes play each part in each constellation on a day. */
export function partsOn(
  context: Context,
  day: Day,
): Promise<{ constellation: string; part: Part; homes: number }[]> {
  return context.db
    .selectFrom('membership as m')
    .select(['m.constellation_id as constellation', sql<Part>`m.part`.as('part')])
    .select(sql<number>`count(*)::int`.as('homes'))
    .where(current('m', day))
    .groupBy(['m.constellation_id', 'm.part'])
    .execute()
}

export type Membership = {
  household: string
  constellation: string
  part: Part
  since: Day
  until: Day | null
}

/** The membership of a home that holds on a day, or the one it has agreed to next; as the actor may see it. */
export async function findMembership(
  context: Context,
  constellation: string,
  household: string,
  day: Day,
): Promise<Membership> {
  const row = await context.db
    .selectFrom('membership as m')
    .select(['m.household_id as household', 'm.constellation_id as constellation'])
    .select([sql<Part>`m.part`.as('part'), sql<Day>`lower(m.during)`.as('since')])
    .select(sql<Day | null>`upper(m.during)`.as('until'))
    .where('m.constellation_id', '=', constellation)
    .where('m.household_id', '=', household)
    .where('m.superseded_at', 'is', null)
    .where(sql<boolean>`m.during && ${range(day, null)}`)
    .orderBy(sql`lower(m.during)`)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** Where a home is or will be a member from a day on, anywhere in the service: to keep it to one constellation. */
export function membershipsFrom(
  context: Context,
  household: string,
  day: Day,
): Promise<{ constellation: string; name: string; part: Part }[]> {
  return widened(context, () =>
    context.db
      .selectFrom('membership as m')
      .innerJoin('constellation as c', 'c.id', 'm.constellation_id')
      .select(['m.constellation_id as constellation', 'c.name', sql<Part>`m.part`.as('part')])
      .where('m.household_id', '=', household)
      .where('m.superseded_at', 'is', null)
      .where(sql<boolean>`m.during && ${range(day, null)}`)
      .orderBy(sql`lower(m.during)`)
      .execute(),
  )
}

/** Makes a home a member from a day on; what part it played here until then ends that day. */
export async function join(
  context: Context,
  member: { constellation: string; household: string; part: Part; buddy: string | null; from: Day },
): Promise<string> {
  const { constellation, household, part, buddy, from } = member
  const key = { constellation_id: constellation, household_id: household }
  return state(context, 'membership', key, { part, buddy_household_id: buddy }, from)
}

/** Ends a membership: from `from` on the home is no longer there. Why is kept with the days it was. */
export async function leave(
  context: Context,
  { constellation, household, part, since }: Membership,
  from: Day,
  reason: string,
): Promise<void> {
  const key = { constellation_id: constellation, household_id: household }
  const before = await context.db
    .selectFrom('membership as m')
    .select('m.buddy_household_id as buddy')
    .where('m.household_id', '=', household)
    .where(current('m', since))
    .executeTakeFirst()
  await end(context, 'membership', key, from)
  if (since >= from) return
  const values = { part, buddy_household_id: before?.buddy ?? null, leaving_reason: reason }
  await state(context, 'membership', key, values, since, from)
}

/** Every membership that goes on, or starts, on or after a day. */
export function membersFrom(context: Context, constellation: string, day: Day): Promise<Membership[]> {
  return context.db
    .selectFrom('membership as m')
    .select(['m.household_id as household', 'm.constellation_id as constellation'])
    .select([sql<Part>`m.part`.as('part'), sql<Day>`lower(m.during)`.as('since')])
    .select(sql<Day | null>`upper(m.during)`.as('until'))
    .where('m.constellation_id', '=', constellation)
    .where('m.superseded_at', 'is', null)
    .where(sql<boolean>`m.during && ${range(day, null)}`)
    .execute()
}
