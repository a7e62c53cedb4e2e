import { bearing, miles, type Point } from '../values/distance.ts'

const WINDS = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
] as const

export type Wind = (typeof WINDS)[number]

/** The direction in words, from degrees clockwise from north. */
export const windOf = (degrees: number): Wind =>
  WINDS[Math.round((((degrees % 360) + 360) % 360) / 45) % 8] ?? 'north'

/** How far and in which direction a home is from the hub; `roughly` when a postcode's whole area stands for it. */
export type Way = { miles: number; bearing: number; wind: Wind; roughly: boolean }

/** A place as a home's record has it: perhaps not known, perhaps only roughly. */
export type Place = { lat: number | null; lon: number | null; positionFrom: string | null }

const pointOf = ({ lat, lon }: Place): Point | null => (lat === null || lon === null ? null : { lat, lon })

const rough = ({ positionFrom }: Place) => positionFrom === 'sector' || positionFrom === 'outcode'

/** The way from one home to another, as the crow flies; null when either place is not known. */
export function wayBetween(from: Place, to: Place): Way | null {
  const [a, b] = [pointOf(from), pointOf(to)]
  if (!a || !b) return null
  const degrees = bearing(a, b)
  return { miles: miles(a, b), bearing: degrees, wind: windOf(degrees), roughly: rough(from) || rough(to) }
}

/** The middle of the places that are known, for a constellation without a hub; null when none is. */
export function middleOf(places: readonly Place[]): Place | null {
  const points = places.map(pointOf).filter((point) => point !== null)
  if (points.length === 0) return null
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  return { lat: mean((p) => p.lat), lon: mean((p) => p.lon), positionFrom: 'sector' }
}

/** `2.1 miles`, `about 2 miles`, `1 mile`, `less than a tenth of a mile`. */
export function milesInWords({ miles, roughly }: Pick<Way, 'miles' | 'roughly'>): string {
  const shown = roughly ? Math.round(miles) : Math.round(miles * 10) / 10
  if (shown === 0) return roughly ? 'less than a mile' : 'less than a tenth of a mile'
  return `${roughly ? 'about ' : ''}${shown} ${shown === 1 ? 'mile' : 'miles'}`
}
