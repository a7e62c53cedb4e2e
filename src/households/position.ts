import type { Kysely } from 'kysely'
import type { DB } from '../platform/tables.ts'
import type { Point } from '../values/distance.ts'
import { type PlaceLevel, splitPostcode } from '../values/postcode.ts'

/** Where a home is, and what that was read from: the wider the place, the rougher the position. */
export type Position = (Point & { from: PlaceLevel | 'register' }) | { lat: null; lon: null; from: 'none' }

export const NOWHERE: Position = { lat: null, lon: null, from: 'none' }

/**
 * The position of each postcode (as `normalisePostcode` writes it): of the unit, or else of its sector, or else of
 * its outcode, whichever the imported directory has. One that nobody knows is `none`: a notice, never an error.
 */
export async function positionsOf(
  db: Kysely<DB>,
  postcodes: readonly string[],
): Promise<Map<string, Position>> {
  const wanted = new Map(postcodes.map((postcode) => [postcode, splitPostcode(postcode)]))
  const places = [...wanted.values()].flatMap((parts) => (parts ? Object.values(parts) : []))
  const known = new Map<string, Point>()
  if (places.length > 0) {
    const rows = await db
      .selectFrom('place_position')
      .select(['place', 'lat', 'lon'])
      .where('place', 'in', [...new Set(places)])
      .execute()
    for (const { place, ...point } of rows) known.set(place, point)
  }
  const found = new Map<string, Position>()
  for (const [postcode, parts] of wanted) found.set(postcode, narrowest(parts, known))
  return found
}

/** The same for one postcode; without a postcode, `none`. */
export async function positionOf(db: Kysely<DB>, postcode: string | null): Promise<Position> {
  if (postcode === null) return NOWHERE
  return (await positionsOf(db, [postcode])).get(postcode) ?? NOWHERE
}

function narrowest(parts: ReturnType<typeof splitPostcode>, known: ReadonlyMap<string, Point>): Position {
  if (!parts) return NOWHERE
  for (const from of ['unit', 'sector', 'outcode'] as const) {
    const point = known.get(parts[from])
    if (point) return { ...point, from }
  }
  return NOWHERE
}
