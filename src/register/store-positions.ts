import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { DB } from '../platform/tables.ts'
import type { PlacedAt } from './read-positions.ts'
import { standing } from './store.ts'

/** Saves where places are. Gives how many are new or have moved. */
export async function savePositions(db: Kysely<DB>, places: readonly PlacedAt[]): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into place_position (place, level, lat, lon)
    select * from unnest(${places.map((p) => p.place)}::text[], ${places.map((p) => p.level)}::text[],
      ${places.map((p) => p.lat)}::float8[], ${places.map((p) => p.lon)}::float8[])
    on conflict (place) do update set level = excluded.level, lat = excluded.lat, lon = excluded.lon
    where (place_position.lat, place_position.lon) is distinct from (excluded.lat, excluded.lon)`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Sectors and outcodes no file gave: the middle of the narrower places in them. Gives how many. */
export async function fillWiderPlaces(db: Kysely<DB>): Promise<number> {
  const sectors = await sql`
    insert into place_position (place, level, lat, lon)
    select left(place, -2), 'sector', round(avg(lat)::numeric, 5), round(avg(lon)::numeric, 5)
    from place_position where level = 'unit' group by 1 on conflict (place) do nothing`.execute(db)
  const outcodes = await sql`
    insert into place_position (place, level, lat, lon)
    select split_part(place, ' ', 1), 'outcode', round(avg(lat)::numeric, 5), round(avg(lon)::numeric, 5)
    from place_position where level = 'sector' group by 1 on conflict (place) do nothing`.execute(db)
  return Number(sectors.numAffectedRows ?? 0) + Number(outcodes.numAffectedRows ?? 0)
}

export type PlacedHome = {
  id: string
  postcode: string
  lat: number | null
  lon: number | null
  from: string
}

/** Homes whose position was looked up, or could not be: not those the register itself placed. */
export async function homesToPlace({ db, today }: Context): Promise<PlacedHome[]> {
  const { rows } = await sql<PlacedHome>`
    select d.id, d.postcode, d.lat, d.lon, d.position_from as from from household_detail d
    where d.postcode is not null and d.position_from <> 'register' and ${standing('d', today)}`.execute(db)
  return rows
}
