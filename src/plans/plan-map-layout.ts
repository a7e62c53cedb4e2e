import type { Border, Box, LonLat } from './borders.ts'
import { bordersIn, isInside } from './borders.ts'
import { type Label, labelsFor } from './plan-map-labels.ts'
import { type Part, type Placed, pathOf, type Spot, WIDTH } from './plan-map-shapes.ts'

/*
 * Where everything stands on the map of a plan: pure geometry, no markup. Units are those of the picture's view box,
 * 600 wide, y downwards. North is up, a kilometre as long in every direction; homes that would lie on one another
 * are moved apart, no further than it takes.
 */

export interface MapHome {
  readonly id: string
  readonly name: string
  /** Degrees, WGS 84; null: the home is not on the map, and is named under it. */
  readonly place: { readonly lat: number; readonly lon: number } | null
}

export interface Layout {
  readonly height: number
  readonly placed: ReadonlyMap<string, Placed>
  readonly labels: readonly Label[]
  /** The council most homes are in is `own`. */
  readonly borders: readonly { readonly name: string; readonly path: string; readonly own: boolean }[]
  /** Lines a person drew, in the picture's units. */
  readonly barriers: readonly { readonly name: string; readonly path: string }[]
  readonly scale: { readonly km: number; readonly length: number }
}

export interface ToLayOut {
  readonly homes: readonly MapHome[]
  readonly constellations: readonly { readonly hub: string; readonly satellites: readonly string[] }[]
  readonly borders: readonly Border[]
  readonly barriers: readonly {
    readonly name: string
    readonly line: readonly { readonly lat: number; readonly lon: number }[]
  }[]
}

/** Lays the map out; null when no home has a place. The same plan gives the same map. */
export function layOutMap({ homes, constellations, borders, barriers }: ToLayOut): Layout | null {
  const known = homes.flatMap(({ id, name, place }) => (place ? [{ id, name, place }] : []))
  if (known.length === 0) return null
  const view = viewOf(known.map(({ place }) => place))
  const sizes = sizesFor(known.length)
  const hubs = new Set(constellations.map(({ hub }) => hub))
  const satellites = new Set(constellations.flatMap((one) => one.satellites))
  const partOf = (id: string): Part => (hubs.has(id) ? 'hub' : satellites.has(id) ? 'satellite' : 'out')
  // Hubs stay where they are; what is small makes way for what is large.
  const inOrder = PARTS.flatMap((part) => known.filter(({ id }) => partOf(id) === part)).map((home) => ({
    ...home,
    part: partOf(home.id),
  }))
  const placed = new Map<string, Placed>()
  for (const { id, place, part } of inOrder)
    placed.set(id, {
      id,
      part,
      ...nearestRoom(view.at(place), sizes[part], [...placed.values()], view.height),
    })
  const near = bordersIn(borders, view.box)
  const own = mostIn(
    near,
    known.map(({ place }) => [place.lon, place.lat] as const),
  )
  return {
    height: view.height,
    placed,
    labels: labelsFor(inOrder, placed, constellations, view.height),
    borders: near.map((border) => ({
      name: border.name,
      path: ringsPath(border, view),
      own: border === own,
    })),
    barriers: barriers.map(({ name, line }) => ({ name, path: pathOf(line.map(view.at)) })),
    scale: scaleBar(view.unitsPerKm),
  }
}

const PARTS: readonly Part[] = ['hub', 'satellite', 'out']

/** The more homes there are, the smaller each is drawn. */
function sizesFor(homes: number): Record<Part, number> {
  if (homes <= 90) return { hub: 19, satellite: 10.5, out: 5 }
  return homes <= 260 ? { hub: 16, satellite: 8.5, out: 4 } : { hub: 13, satellite: 5.5, out: 2.8 }
}

const KM_A_DEGREE = 111.195
/** Room round the outermost homes, for their marks and names. */
const MARGIN = 48
const [LOWEST, HIGHEST] = [400, 720]
/** A plan of one street is not drawn larger than this many kilometres across. */
const LEAST_KM = 2

interface View {
  readonly height: number
  readonly unitsPerKm: number
  readonly box: Box
  readonly at: (place: { readonly lat: number; readonly lon: number }) => Spot
}

/** The part of the world that shows every place, and how a place becomes a spot. */
export function viewOf(places: readonly { readonly lat: number; readonly lon: number }[]): View {
  const [lats, lons] = [places.map(({ lat }) => lat), places.map(({ lon }) => lon)]
  const [south, north, west, east] = [least(lats), most(lats), least(lons), most(lons)]
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 }
  const narrow = Math.cos((middle.lat * Math.PI) / 180)
  const [wideKm, highKm] = [(east - west) * KM_A_DEGREE * narrow, (north - south) * KM_A_DEGREE]
  const unitsPerKm = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(wideKm, LEAST_KM),
    (HIGHEST - 2 * MARGIN) / Math.max(highKm, LEAST_KM),
  )
  const height = Math.round(Math.min(HIGHEST, Math.max(LOWEST, highKm * unitsPerKm + 2 * MARGIN)))
  const [halfWide, halfHigh] = [
    WIDTH / 2 / unitsPerKm / KM_A_DEGREE / narrow,
    height / 2 / unitsPerKm / KM_A_DEGREE,
  ]
  return {
    height,
    unitsPerKm,
    box: {
      west: middle.lon - halfWide,
      east: middle.lon + halfWide,
      south: middle.lat - halfHigh,
      north: middle.lat + halfHigh,
    },
    at: ({ lat, lon }) => ({
      x: WIDTH / 2 + (lon - middle.lon) * KM_A_DEGREE * narrow * unitsPerKm,
      y: height / 2 - (lat - middle.lat) * KM_A_DEGREE * unitsPerKm,
    }),
  }
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b))
const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b))

const GAP = 2.5
/** A golden angle from one try to the next, so that tries fill a disc evenly. */
const TURN = Math.PI * (3 - Math.sqrt(5))
const TRIES = 900

/** The free spot nearest to the true one, tried outwards along a sunflower's spiral. */
function nearestRoom(
  is: Spot,
  radius: number,
  taken: readonly Placed[],
  height: number,
): Spot & Pick<Placed, 'radius' | 'moved'> {
  const near = taken.filter(
    (other) => Math.hypot(other.x - is.x, other.y - is.y) < 90 + other.radius + radius,
  )
  const isFree = ({ x, y }: Spot) =>
    x > radius &&
    x < WIDTH - radius &&
    y > radius &&
    y < height - radius &&
    near.every((other) => Math.hypot(other.x - x, other.y - y) >= other.radius + radius + GAP)
  for (let step = 0; step < TRIES; step++) {
    const far = 3 * Math.sqrt(step)
    const spot = { x: is.x + far * Math.cos(step * TURN), y: is.y + far * Math.sin(step * TURN) }
    if (isFree(spot)) return { ...spot, radius, moved: far > radius }
  }
  return { ...is, radius, moved: false }
}

/** The border most places are inside of. */
function mostIn(borders: readonly Border[], places: readonly LonLat[]): Border | null {
  const counted = borders.map((border) => ({
    border,
    count: places.filter((place) => isInside(border, place)).length,
  }))
  const best = counted.reduce((a, b) => (b.count > a.count ? b : a), {
    border: null as Border | null,
    count: 0,
  })
  return best.border
}

/** A point that moves the line by less than this is left out: nobody could see it. */
const FINE = 1.2

function ringsPath({ rings }: Border, view: View): string {
  return rings
    .map((ring) => {
      const spots: Spot[] = []
      for (const [lon, lat] of ring) {
        const spot = view.at({ lat, lon })
        const last = spots.at(-1)
        if (!last || Math.hypot(spot.x - last.x, spot.y - last.y) >= FINE) spots.push(spot)
      }
      return spots.length < 3 ? '' : `${pathOf(spots)}Z`
    })
    .join('')
}

/** The longest round number of kilometres that is at most a quarter of the picture. */
export function scaleBar(unitsPerKm: number): { km: number; length: number } {
  const ROUND = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500]
  const km = ROUND.findLast((one) => one * unitsPerKm <= WIDTH / 4) ?? 0.1
  return { km, length: km * unitsPerKm }
}
