import type { PlacedAt } from '../register/read-positions.ts'
import type { Point } from '../values/distance.ts'
import { type PlaceLevel, splitPostcode } from '../values/postcode.ts'

/** Where a postcode is, and how wide the place is that was known. */
export type Found = Point & { readonly level: PlaceLevel }

const LEVELS = ['unit', 'sector', 'outcode'] as const

/**
 * Takes the places of a positions file as they are read, and gives the place of a postcode: of its unit, or else of its
 * sector, or else of its outcode; a sector or outcode that no line gives is the middle of the narrower places in it. Of
 * the whole country only what `postcodes` need is kept.
 */
export function placeFinder(postcodes: readonly string[]) {
  const needed = new Set(postcodes.flatMap((postcode) => Object.values(splitPostcode(postcode) ?? {})))
  const given = new Map<string, Point>()
  const middles = new Map<string, { lat: number; lon: number; of: number }>()
  const addTo = (place: string, { lat, lon }: Point) => {
    if (!needed.has(place)) return
    const middle = middles.get(place) ?? { lat: 0, lon: 0, of: 0 }
    middles.set(place, { lat: middle.lat + lat, lon: middle.lon + lon, of: middle.of + 1 })
  }
  const take = ({ place, level, lat, lon }: PlacedAt): void => {
    if (needed.has(place)) given.set(place, { lat, lon })
    if (level === 'unit') addTo(place.slice(0, -2), { lat, lon })
    if (level !== 'outcode') addTo(place.split(' ')[0] ?? '', { lat, lon })
  }
  const known = (place: string): Point | null => {
    const middle = middles.get(place)
    return given.get(place) ?? (middle ? { lat: middle.lat / middle.of, lon: middle.lon / middle.of } : null)
  }
  const find = (postcode: string): Found | null => {
    const parts = splitPostcode(postcode)
    for (const level of LEVELS) {
      const point = parts && known(parts[level])
      if (point) return { ...point, level }
    }
    return null
  }
  return { take, find }
}
