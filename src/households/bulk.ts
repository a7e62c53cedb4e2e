import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { noteWhose } from '../platform/history.ts'
import { type Fact, insertMany, recorded, stateMany } from '../platform/many.ts'
import type { Day } from '../values/london.ts'

/*
 * Many homes at once, for an import: what the module's actions do one by one, in a statement for each table.
 */

/** The dated facts of a home that are written in bulk; each list in `Fact`'s terms. */
export type HomeFacts = {
  household_detail: Fact[]
  approval: Fact[]
  household_check: Fact[]
  household_carer: Fact[]
  household_worker: Fact[]
  household_link: Fact[]
}

export const noHomeFacts = (): HomeFacts => ({
  household_detail: [],
  approval: [],
  household_check: [],
  household_carer: [],
  household_worker: [],
  household_link: [],
})

export type NewBed = { id: string; household: string; room: string; name: string }

/** Adds homes by id and reference, without a fact to their names. */
export function addHouseholds(
  context: Context,
  homes: readonly { id: string; reference: string }[],
): Promise<number> {
  const created = { created_at: sql`${context.now}::timestamptz` }
  return insertMany(context, 'household', homes, created)
}

/** States the facts. Gives how many rows were written or superseded. */
export async function stateHomeFacts(context: Context, facts: HomeFacts): Promise<number> {
  let rows = 0
  for (const table of Object.keys(facts) as (keyof HomeFacts)[]) {
    rows += await stateMany(context, table, facts[table])
  }
  return rows
}

/** Adds beds that are there from a day on. */
export function addBeds(context: Context, beds: readonly NewBed[], from: Day): Promise<number> {
  for (const { household } of beds) noteWhose(context, { household_id: household })
  return insertMany(
    context,
    'bed',
    beds.map(({ household, ...bed }) => ({ ...bed, household_id: household, during: `[${from},)` })),
    recorded(context),
  )
}

/** Ends beds: from the night of `day` on they are no longer there. */
export async function endBeds(context: Context, beds: readonly string[], day: Day): Promise<number> {
  if (beds.length === 0) return 0
  const { rows } = await sql<{ household_id: string }>`
    update bed set during = during * daterange(null, ${day}::date)
    where id = any (${beds}::uuid[]) returning household_id`.execute(context.db)
  for (const row of rows) noteWhose(context, row)
  return beds.length
}

/** Where a home is, for one row of its details. */
export type PlacedDetail = { id: string; lat: number | null; lon: number | null; position_from: string }

/** Corrects where homes are for all the days their details hold; the rest of the details stays. Gives how many. */
export async function placeHomes(context: Context, homes: readonly PlacedDetail[]): Promise<number> {
  if (homes.length === 0) return 0
  await sql`
    with gone as (
      update household_detail d set superseded_at = ${context.now}
      from jsonb_to_recordset(${JSON.stringify(homes)}::jsonb)
        as placed (id uuid, lat float8, lon float8, position_from text)
      where d.id = placed.id and d.superseded_at is null
      returning to_jsonb(d) as fact, placed.lat as new_lat, placed.lon as new_lon, placed.position_from as new_from
    )
    insert into household_detail select r.* from gone, jsonb_populate_record(null::household_detail, fact ||
      jsonb_build_object('id', gen_random_uuid(), 'lat', new_lat, 'lon', new_lon, 'position_from', new_from,
        'superseded_at', null, 'recorded_at', ${context.now}::timestamptz,
        'recorded_by', ${context.actor.person}::uuid)) r`.execute(context.db)
  return homes.length
}
