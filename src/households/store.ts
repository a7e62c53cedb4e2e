import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { current, range, state } from '../platform/history.ts'
import { newId } from '../platform/ids.ts'
import { NotFound } from '../platform/refusals.ts'
import type { Day } from '../values/london.ts'
import type { Details } from './input.ts'
import { type Position, positionOf } from './position.ts'

/** A home as the subject of a permission. */
export type Home = { household: string }

/** The home, if the actor may know it. */
export async function findHousehold(
  context: Context,
  household: string,
): Promise<Home & { reference: string }> {
  const row = await context.db
    .selectFrom('household')
    .select(['id as household', 'reference'])
    .where('id', '=', household)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** A new home without a fact to its name. Gives its id. */
export async function insertHousehold(context: Context, reference: string): Promise<string> {
  const id = newId()
  await context.db
    .insertInto('household')
    .values({ id, service_id: context.actor.service.id, reference, created_at: context.now })
    .execute()
  return id
}

/** States all the details of a home from a day on, with its position. */
export function stateDetails(
  context: Context,
  household: string,
  details: Details,
  position: Position,
  from: Day,
): Promise<string> {
  const values = {
    name: details.name,
    kind: details.kind,
    phone: details.phone,
    postcode: details.postcode,
    lat: position.lat,
    lon: position.lon,
    position_from: position.from,
    local_authority: details.localAuthority,
    pets: details.pets,
    smoker: details.smoker,
    languages: details.languages,
    cultures: details.cultures,
    adult_home_full_time: details.adultHomeFullTime,
    wants_mockingbird: details.wantsMockingbird,
    can_be_hub: details.canBeHub,
  }
  return state(context, 'household_detail', { household_id: household }, values, from)
}

/** Where a home with this postcode is. A position given by the register is kept while the postcode stays the same. */
export async function positionFor(
  context: Context,
  household: string,
  postcode: string | null,
  day: Day,
): Promise<Position> {
  const before = await context.db
    .selectFrom('household_detail as d')
    .select(['d.postcode', 'd.lat', 'd.lon', 'd.position_from'])
    .where('d.household_id', '=', household)
    .where(current('d', day))
    .executeTakeFirst()
  if (before?.position_from === 'register' && before.postcode === postcode) {
    const { lat, lon } = before
    if (lat !== null && lon !== null) return { lat, lon, from: 'register' }
  }
  return positionOf(context.db, postcode)
}

/** The approvals that stand for any day from `from` up to but not `until`. */
export async function approvalsDuring(
  context: Context,
  household: string,
  from: Day,
  until: Day | null,
): Promise<string[]> {
  const rows = await context.db
    .selectFrom('approval')
    .select('id')
    .where('household_id', '=', household)
    .where('superseded_at', 'is', null)
    .where(sql<boolean>`during && ${range(from, until)}`)
    .execute()
  return rows.map((row) => row.id)
}

export type ClosureRow = Home & { closure: string; from: Day; until: Day | null }

/** Nights off as they stand now, if the actor may know the home. */
export async function findClosure(context: Context, closure: string): Promise<ClosureRow> {
  const row = await context.db
    .selectFrom('closure')
    .select(['id as closure', 'household_id as household'])
    .select([sql<Day>`lower(during)`.as('from'), sql<Day | null>`upper(during)`.as('until')])
    .where('id', '=', closure)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** Who rearranges stays at a home: its supervising social worker and its constellation's liaison worker. */
export function whoRearranges(context: Context, household: string): Promise<string[]> {
  return widened(context, async () => {
    const { rows } = await sql<{ person: string }>`
      select w.person_id as person from household_worker w
        where w.household_id = ${household} and ${current('w', context.today)}
      union select l.person_id from membership m join constellation_liaison l on l.constellation_id = m.constellation_id
        where m.household_id = ${household} and ${current('m', context.today)} and ${current('l', context.today)}`.execute(
      context.db,
    )
    return rows.map((row) => row.person)
  })
}
