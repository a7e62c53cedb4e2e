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
const LEAST = HUB_RADIUS + HOME_RADIUS + GAP
const APART = 2 * HOME_RADIUS + GAP
/** How far out a home may stand: the outermost ring. */
const REACH = HEIGHT / 2 - HOME_RADIUS - EDGE
const RING_MILES = [
  0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 250, 500, 1000,
]

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
  /** `true` as it is, `nudged` moved a little to make room, `unknown` outside the rings. */
  placed: 'true' | 'nudged' | 'unknown'
}
export type Label = Spot & { id: string; text: string; anchor: 'start' | 'middle' | 'end' }
export type Ring = { miles: number; radius: number; label: Spot | null }
export type Sky = { discs: Disc[]; rings: Ring[]; labels: Label[]; centre: Spot }

/**
 * Lays the picture out. The same homes give the same picture, whatever order they come in. `ties` are the pairs
 * with a line between them, which words keep off where they can; `hub` is the id that means the middle.
 */
export function layOut(
  homes: readonly SkyHome[],
  ties: readonly (readonly [string, string])[] = [],
  hub: string | null = null,
): Sky {
  const known = homes.filter((home) => home.way !== null)
  const unknown = homes.filter((home) => home.way === null).map((home) => home.id)
  const corners = known.length > 0 && unknown.length <= CORNERS.length
  const reach = known.length === 0 || corners ? REACH : REACH - APART
  const furthest = Math.max(0, ...known.map((home) => home.way?.miles ?? 0))
  const outer = RING_MILES.find((miles) => miles >= furthest) ?? furthest
  const radiusOf = (miles: number) => reach * Math.sqrt(miles / outer)
  const discs: Disc[] = []
  for (const home of inOrder(known)) {
    const { miles, bearing } = home.way ?? { miles: 0, bearing: 0 }
    discs.push({ id: home.id, ...nearestRoom(bearing, radiusOf(miles), reach, discs) })
  }
  discs.push(...(corners ? inCorners : onArc)(unknown.toSorted()))
  const spotOf = (id: string) => (id === hub ? CENTRE : discs.find((disc) => disc.id === id))
  const lines = ties.flatMap(([one, other]) => {
    const [a, b] = [spotOf(one), spotOf(other)]
    return a && b ? pointsOn(curve(a, b)) : []
  })
  const rings = known.length === 0 ? [] : ringsFor(outer, radiusOf, discs, lines)
  return { discs, rings, labels: labelsFor(homes, discs, rings, lines), centre: CENTRE }
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

/** The corners of the picture, which the round of the rings leaves empty: three homes in each. */
const CORNERS: readonly Spot[] = [
  [HEIGHT - HOME_RADIUS - EDGE, -1],
  [HOME_RADIUS + EDGE, 1],
].flatMap(([y = 0, inwards = 0]) =>
  [HOME_RADIUS + EDGE, WIDTH - HOME_RADIUS - EDGE].flatMap((x) => [
    { x, y },
    { x: x + (x < CENTRE.x ? APART : -APART), y },
    { x, y: y + inwards * APART },
  ]),
)

function inCorners(ids: readonly string[]): Disc[] {
  return ids.map((id, index) => ({ id, ...(CORNERS[index] ?? CENTRE), placed: 'unknown' as const }))
}

/** Too many for the corners, or nothing else to show: side by side on the outermost arc, from the south both ways. */
function onArc(ids: readonly string[]): Disc[] {
  const least = (2 * Math.asin(APART / 2 / REACH) * 180) / Math.PI + 0.1
  const turn = Math.max(least, Math.min(36, 360 / ids.length))
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

/** The first place that is clear, of no line either if there is such a one. */
function firstClear<Place extends Box>(
  places: readonly Place[],
  discs: readonly Spot[],
  boxes: readonly Box[],
  lines: readonly Spot[],
): Place | undefined {
  const clear = places.filter((box) => isClear(box, discs, boxes))
  return clear.find((box) => lines.every((point) => !boxHitsDisc(box, point, 0))) ?? clear[0]
}

/** `half a mile`, `1 mile`, `2.5 miles` */
export const ringWords = (miles: number): string =>
  miles === 0.5 ? 'half a mile' : miles === 1 ? '1 mile' : `${Math.round(miles * 100) / 100} miles`

const RING_BEARINGS = [
  45, 55, 35, 65, 25, 315, 305, 325, 135, 125, 145, 225, 235, 215, 75, 285, 105, 255, 15, 345,
]

/** The outermost ring and up to two inside it, each with its miles written where nothing else stands. */
function ringsFor(
  outer: number,
  radiusOf: (miles: number) => number,
  discs: readonly Spot[],
  lines: readonly Spot[],
): Ring[] {
  const near = (wanted: number) =>
    RING_MILES.reduce((best, miles) => (Math.abs(miles - wanted) < Math.abs(best - wanted) ? miles : best))
  // Seen as circles, a fifth and a half of the miles are nearly evenly apart.
  const inner = [near(outer / 5), near(outer / 2)].filter(
    (miles, index, all) => miles < outer && all.indexOf(miles) === index && radiusOf(miles) > HUB_RADIUS + 20,
  )
  const boxes: Box[] = []
  return [...inner, outer].map((miles) => {
    const radius = radiusOf(miles)
    const size = half(ringWords(miles), RING_FONT)
    const spots = RING_BEARINGS.map((bearing) => ({ ...spotAt(bearing, radius), ...size }))
    const label = firstClear(spots, discs, boxes, lines) ?? null
    if (label) boxes.push(label)
    return { miles, radius, label: label && { x: label.x, y: label.y } }
  })
}

/** Names go below their disc, or above or beside it; one with room nowhere is left to its letter and the table. */
function labelsFor(
  homes: readonly SkyHome[],
  discs: readonly Disc[],
  rings: readonly Ring[],
  lines: readonly Spot[],
): Label[] {
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
    const place = firstClear(places, discs, boxes, lines)
    if (!place) continue
    boxes.push(place)
    const x = place.anchor === 'start' ? place.x - w : place.anchor === 'end' ? place.x + w : place.x
    labels.push({ id: disc.id, text, x, y: place.y, anchor: place.anchor })
  }
  return labels
}

export type Curve = { from: Spot; handle: Spot; to: Spot }

/** How far the middle of a line between two homes is from the straight one, as a share of its length. */
const LEAN = 0.13

/** The bent line between two homes, a quadratic curve that leans away from the middle, far enough to pass the hub. */
export function curve(a: Spot, b: Spot): Curve {
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  const long = distance(a, b) || 1
  const across = { x: (b.y - a.y) / long, y: (a.x - b.x) / long }
  const away = (middle.x - CENTRE.x) * across.x + (middle.y - CENTRE.y) * across.y
  const side = away < 0 ? -1 : 1
  const fromHub = distance(a, CENTRE) < HUB_RADIUS || distance(b, CENTRE) < HUB_RADIUS
  const bow = fromHub ? LEAN * long : Math.max(LEAN * long, HUB_RADIUS + 16 - Math.abs(away))
  // A quadratic curve comes half as far out as its handle.
  const handle = { x: middle.x + across.x * side * bow * 2, y: middle.y + across.y * side * bow * 2 }
  return { from: a, handle, to: b }
}

/** The curve as SVG writes it. */
export const pathOf = ({ from, handle, to }: Curve): string => `M${at(from)}Q${at(handle)} ${at(to)}`

const at = ({ x, y }: Spot) => `${Math.round(x)} ${Math.round(y)}`

/** Points along a curve, close enough together that no words fit between two of them. */
export const pointsOn = ({ from, handle, to }: Curve): Spot[] =>
  steps(0, 40, 1).map((step) => {
    const t = step / 40
    const mix = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c
    return { x: mix(from.x, handle.x, to.x), y: mix(from.y, handle.y, to.y) }
  })
