import { z } from 'zod'

/*
 * Councils' borders for the map of a plan, from a TopoJSON file such as the Office for National Statistics' boundary
 * sets converted with mapshaper. In it a border two councils share is kept once, as an arc; here each council gets
 * its own rings again. Pure: text in, borders out.
 */

/** A place as [longitude, latitude] in degrees, WGS 84. */
export type LonLat = readonly [number, number]

export interface Border {
  readonly name: string
  /** Closed rings, islands and holes alike: inside is where an odd number of them is round a place. */
  readonly rings: readonly (readonly LonLat[])[]
}

const Arc = z.array(z.array(z.number()).min(2))
const Arcs = z.array(z.int())
const Properties = z.record(z.string(), z.unknown()).nullish()
const Geometry = z.union([
  z.object({ type: z.literal('Polygon'), arcs: z.array(Arcs), properties: Properties }),
  z.object({ type: z.literal('MultiPolygon'), arcs: z.array(z.array(Arcs)), properties: Properties }),
  // Points, lines and councils without a shape have no border.
  z.object({ type: z.string() }).transform(() => null),
])
const Topology = z.object({
  type: z.literal('Topology'),
  arcs: z.array(Arc),
  transform: z
    .object({ scale: z.tuple([z.number(), z.number()]), translate: z.tuple([z.number(), z.number()]) })
    .optional(),
  objects: z.record(z.string(), z.union([z.object({ geometries: z.array(Geometry) }), Geometry])),
})

/**
 * Reads the borders of a TopoJSON file in degrees (WGS 84), in the file's order. Gives `problem`, a sentence with how
 * to mend it, for a text that is no such file, holds no border, or is in metres (British National Grid).
 */
export function readBorders(text: string): { borders: Border[] } | { problem: string } {
  const read = Topology.safeParse(asJson(text))
  if (!read.success)
    return {
      problem: 'This is not a TopoJSON file. Export the boundaries as TopoJSON, for example with mapshaper.',
    }
  const { arcs, objects, transform } = read.data
  const places = arcs.map((arc) => placesOf(arc, transform))
  const borders = Object.values(objects)
    .flatMap((object) => (object && 'geometries' in object ? object.geometries : [object]))
    .flatMap((geometry) => {
      if (!geometry) return []
      const rings = geometry.type === 'Polygon' ? geometry.arcs : geometry.arcs.flat()
      return [{ name: nameIn(geometry.properties), rings: rings.map((ring) => ringOf(ring, places)) }]
    })
  if (borders.length === 0)
    return { problem: 'There is no area in this file. Export polygons, one for each council.' }
  if (borders.some(({ rings }) => rings.some((ring) => ring.length < 4)))
    return { problem: 'The file is damaged: an area has no closed border. Export it again.' }
  if (
    borders.some(({ rings }) =>
      rings.some((ring) => ring.some(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90)),
    )
  )
    return {
      problem: 'The borders are not in degrees. Export them as longitude and latitude (WGS 84, EPSG:4326).',
    }
  return { borders }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

/** An arc's places: with a transform, each is written as whole steps from the one before. */
function placesOf(arc: z.infer<typeof Arc>, transform: z.infer<typeof Topology>['transform']): LonLat[] {
  let [x, y] = [0, 0]
  return arc.map(([dx = 0, dy = 0]) => {
    if (!transform) return [dx, dy] as const
    x += dx
    y += dy
    return [
      x * transform.scale[0] + transform.translate[0],
      y * transform.scale[1] + transform.translate[1],
    ] as const
  })
}

/** Arcs end to end, each starting where the last one ended; `~arc` is that arc from its end. */
function ringOf(ring: readonly number[], places: readonly (readonly LonLat[])[]): LonLat[] {
  return ring.flatMap((arc, at) => {
    const along = arc >= 0 ? (places[arc] ?? []) : (places[~arc] ?? []).toReversed()
    return at === 0 ? along : along.slice(1)
  })
}

/** What a council is called: files name the column after their own edition (LAD24NM, CTYUA23NM, utlaName). */
function nameIn(properties: z.infer<typeof Properties>): string {
  const words = Object.entries(properties ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return (words.find(([key]) => /(nm|name)$/i.test(key)) ?? words[0])?.[1] ?? ''
}

/** West, south, east and north in degrees. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** The borders that come into a box, each with only the rings that do. */
export function bordersIn(borders: readonly Border[], { west, south, east, north }: Box): Border[] {
  const comesIn = (ring: readonly LonLat[]) => {
    const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)]
    return (
      Math.min(...lons) <= east &&
      Math.max(...lons) >= west &&
      Math.min(...lats) <= north &&
      Math.max(...lats) >= south
    )
  }
  return borders
    .map(({ name, rings }) => ({ name, rings: rings.filter(comesIn) }))
    .filter(({ rings }) => rings.length > 0)
}

/** Whether a place is inside a border. */
export function isInside({ rings }: Border, [lon, lat]: LonLat): boolean {
  let inside = false
  for (const ring of rings)
    ring.forEach(([x, y], at) => {
      const [px, py] = ring[at === 0 ? ring.length - 1 : at - 1] ?? [x, y]
      if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside
    })
  return inside
}
