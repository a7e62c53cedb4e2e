/*
 * Where everything stands in a constellation's picture: pure geometry, no markup. The hub is in the middle; a home
 * stands in its true direction, as far out as the square root of its miles, and is nudged only so far as it takes
 * that no two discs touch. Units are those of the picture's view box, y downwards.
 */

export const WIDTH = 600
export const HEIGHT = 560
export const HUB_RADIUS = 44
export const HOME_RADIUS = 25

const GAP = 6
const EDGE = 6
const CENTRE = { x: WIDTH / 2, y: HEIGHT / 2 }
/** The outermost ring when every home has a place, and when some wait on an arc outside it. */
const REACH = HEIGHT / 2 - HOME_RADIUS - EDGE
const REACH_INSIDE_ARC = REACH - 2 * HOME_RADIUS - GAP
const RING_MILES = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000]

export type Spot = { x: number; y: number }
export type SkyHome = {
  id: string
  /** Written beside the disc when there is room for it. */
  name: string | null
  /** Null when the home, or the hub, has no known position. */
  way: { miles: number; bearing: number } | null
}
export type Disc = Spot & {
  id: string
  /** `true` as it is, `nudged` moved a little to make room, `unknown` on the outer arc. */
  placed: 'true' | 'nudged' | 'unknown'
}
export type Label = Spot & { id: string; text: string; anchor: 'start' | 'middle' | 'end' }
export type Ring = { miles: number; radius: number; label: Spot | null }
export type Sky = { discs: Disc[]; rings: Ring[]; labels: Label[]; centre: Spot }

/** Lays the picture out. The same homes give the same picture, whatever order they come in. */
export function layOut(homes: readonly SkyHome[]): Sky {
  const known = homes.filter((home) => home.way !== null)
  const reach = known.length === homes.length ? REACH : REACH_INSIDE_ARC
  const furthest = Math.max(0, ...known.map((home) => home.way?.miles ?? 0))
  const outer = RING_MILES.find((miles) => miles >= furthest) ?? furthest
  const radiusOf = (miles: number) => reach * Math.sqrt(miles / outer)
  const discs: Disc[] = []
  for (const home of inOrder(known)) {
    const { miles, bearing } = home.way ?? { miles: 0, bearing: 0 }
    discs.push({ id: home.id, ...nearestRoom(bearing, radiusOf(miles), reach, discs) })
  }
  discs.push(
    ...onArc(
      homes
        .filter((home) => home.way === null)
        .map((home) => home.id)
        .toSorted(),
    ),
  )
  const rings = known.length === 0 ? [] : ringsFor(outer, radiusOf, discs)
  return { discs, rings, labels: labelsFor(homes, discs, rings), centre: CENTRE }
}

/** Nearest first, so that those further out, with more room around them, make way. */
const inOrder = (homes: readonly SkyHome[]) =>
  homes.toSorted(
    (a, b) =>
      (a.way?.miles ?? 0) - (b.way?.miles ?? 0) ||
      (a.way?.bearing ?? 0) - (b.way?.bearing ?? 0) ||
      (a.id < b.id ? -1 : 1),
  )

/** The spot at a bearing (degrees clockwise from north) and a distance from the middle. */
export function spotAt(bearing: number, radius: number): Spot {
  const angle = ((bearing - 90) * Math.PI) / 180
  return { x: CENTRE.x + radius * Math.cos(angle), y: CENTRE.y + radius * Math.sin(angle) }
}

export const distance = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y)

const LEAST = HUB_RADIUS + HOME_RADIUS + GAP
const APART = 2 * HOME_RADIUS + GAP

/** How far a home may be turned from its true bearing, in degrees, while there is room for it somewhere closer. */
export const MOST_TURN = 14

/** The free spot nearest to the true one: first within a small turn of its bearing, only then anywhere. */
function nearestRoom(bearing: number, radius: number, reach: number, taken: readonly Spot[]) {
  const wanted = Math.max(radius, LEAST)
  const is = spotAt(bearing, wanted)
  const isFree = (spot: Spot) => taken.every((other) => distance(spot, other) >= APART)
  if (isFree(is)) return { ...is, placed: wanted === radius ? ('true' as const) : ('nudged' as const) }
  const closest = (turns: readonly number[]) =>
    turns
      .flatMap((turn) => steps(LEAST, reach, 6).map((out) => spotAt(bearing + turn, out)))
      .filter(isFree)
      .reduce<Spot | null>(
        (best, spot) => (best && distance(best, is) <= distance(spot, is) ? best : spot),
        null,
      )
  const spot = closest(steps(-MOST_TURN, MOST_TURN, 2)) ?? closest(steps(-180, 176, 4)) ?? is
  return { ...spot, placed: 'nudged' as const }
}

const steps = (from: number, to: number, by: number): number[] =>
  Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, step) => from + step * by)

/** Homes without a position stand side by side on the outermost arc, from the south both ways. */
function onArc(ids: readonly string[]): Disc[] {
  const turn = (2 * Math.asin(APART / 2 / REACH) * 180) / Math.PI + 0.1
  return ids.map((id, index) => ({
    id,
    ...spotAt(180 + turn * (index - (ids.length - 1) / 2), REACH),
    placed: 'unknown' as const,
  }))
}

const RING_FONT = 20
const NAME_FONT = 15

/** Half the size of a line of words, wide enough for the widest fonts people have. */
const half = (text: string, font: number) => ({ w: (text.length * font * 0.6) / 2, h: font * 0.62 })

type Box = { x: number; y: number; w: number; h: number }

const boxHitsDisc = (box: Box, spot: Spot, radius: number) =>
  Math.hypot(Math.max(0, Math.abs(spot.x - box.x) - box.w), Math.max(0, Math.abs(spot.y - box.y) - box.h)) <
  radius + 2

const boxesHit = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) < a.w + b.w + 2 && Math.abs(a.y - b.y) < a.h + b.h + 2

const inside = ({ x, y, w, h }: Box) => x - w >= 2 && x + w <= WIDTH - 2 && y - h >= 2 && y + h <= HEIGHT - 2

const isClear = (box: Box, discs: readonly Spot[], boxes: readonly Box[]) =>
  inside(box) &&
  !boxHitsDisc(box, CENTRE, HUB_RADIUS) &&
  discs.every((disc) => !boxHitsDisc(box, disc, HOME_RADIUS)) &&
  boxes.every((other) => !boxesHit(box, other))

/** `half a mile`, `1 mile`, `2.5 miles` */
export const ringWords = (miles: number): string =>
  miles === 0.5 ? 'half a mile' : miles === 1 ? '1 mile' : `${Math.round(miles * 100) / 100} miles`

const RING_BEARINGS = [
  45, 55, 35, 65, 25, 315, 305, 325, 135, 125, 145, 225, 235, 215, 75, 285, 105, 255, 15, 345,
]

/** The outermost ring and up to two inside it, each with its miles written where nothing else stands. */
function ringsFor(outer: number, radiusOf: (miles: number) => number, discs: readonly Spot[]): Ring[] {
  const all = RING_MILES.filter((miles) => miles < outer && radiusOf(miles) > HUB_RADIUS + 20)
  const boxes: Box[] = []
  return [...all.slice(-2), outer].map((miles) => {
    const radius = radiusOf(miles)
    const size = half(ringWords(miles), RING_FONT)
    const spots = RING_BEARINGS.map((bearing) => spotAt(bearing, radius))
    const label = spots.find((spot) => isClear({ ...spot, ...size }, discs, boxes)) ?? null
    if (label) boxes.push({ ...label, ...size })
    return { miles, radius, label }
  })
}

/** Names go below their disc, or above or beside it; one with room nowhere is left to its letter and the table. */
function labelsFor(homes: readonly SkyHome[], discs: readonly Disc[], rings: readonly Ring[]): Label[] {
  const boxes: Box[] = rings.flatMap(({ label, miles }) =>
    label ? [{ ...label, ...half(ringWords(miles), RING_FONT) }] : [],
  )
  const labels: Label[] = []
  for (const disc of discs) {
    const text = homes.find(({ id }) => id === disc.id)?.name
    if (!text) continue
    const { w, h } = half(text, NAME_FONT)
    const [beside, above] = [HOME_RADIUS + 6, HOME_RADIUS + h + 4]
    const places: (Box & { anchor: Label['anchor'] })[] = [
      { x: disc.x, y: disc.y + above, w, h, anchor: 'middle' },
      { x: disc.x, y: disc.y - above, w, h, anchor: 'middle' },
      { x: disc.x + beside + w, y: disc.y, w, h, anchor: 'start' },
      { x: disc.x - beside - w, y: disc.y, w, h, anchor: 'end' },
    ]
    const place = places.find((box) => isClear(box, discs, boxes))
    if (!place) continue
    boxes.push(place)
    const x = place.anchor === 'start' ? place.x - w : place.anchor === 'end' ? place.x + w : place.x
    labels.push({ id: disc.id, text, x, y: place.y, anchor: place.anchor })
  }
  return labels
}

/**
 * The bent line between two homes: a quadratic curve that leans away from the middle, far enough to pass the hub.
 * `lean` is how far its middle is from the straight line, as a share of the line's length.
 */
export function curve(a: Spot, b: Spot, lean: number): string {
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  const long = distance(a, b) || 1
  const across = { x: (b.y - a.y) / long, y: (a.x - b.x) / long }
  const away = (middle.x - CENTRE.x) * across.x + (middle.y - CENTRE.y) * across.y
  const side = away < 0 ? -1 : 1
  const bow = Math.max(lean * long, HUB_RADIUS + 16 - Math.abs(away))
  // A quadratic curve comes half as far out as its handle.
  const handle = { x: middle.x + across.x * side * bow * 2, y: middle.y + across.y * side * bow * 2 }
  return `M${at(a)}Q${at(handle)} ${at(b)}`
}

const at = ({ x, y }: Spot) => `${Math.round(x)} ${Math.round(y)}`
