import { type Part, type Placed, type Spot, WIDTH } from './plan-map-shapes.ts'

/* Where names stand on the map of a plan: on no home, on no other name, and off the lines where they can be. */

export interface Label extends Spot {
  readonly id: string
  readonly text: string
  readonly anchor: 'start' | 'middle' | 'end'
}

const HUB_FONT = 17
const NAME_FONT = 12.5

interface Area extends Spot {
  /** Half its width and half its height. */
  readonly w: number
  readonly h: number
}

/** Hubs' names first, then the other homes' while there is room: words never lie on a home or on other words. */
export function labelsFor(
  homes: readonly { readonly id: string; readonly name: string; readonly part: Part }[],
  placed: Homes,
  constellations: readonly { readonly hub: string; readonly satellites: readonly string[] }[],
  height: number,
): Label[] {
  // Kept clear for the scale.
  const areas: Area[] = [{ x: 80, y: height - 20, w: 80, h: 20 }]
  const lines = constellations.flatMap(({ hub, satellites }) =>
    satellites.flatMap((home) => pointsBetween(placed.get(hub), placed.get(home))),
  )
  const labels: Label[] = []
  for (const { id, name, part } of homes) {
    const home = placed.get(id)
    if (!home || name === '' || part === 'out') continue
    const font = part === 'hub' ? HUB_FONT : NAME_FONT
    const [w, h] = [(name.length * font * 0.56) / 2, font * 0.62]
    const places = placesRound(home, w, h)
    const clear = places.filter((area) => isClear(area, areas, placed, height))
    const offLines = clear.find((area) => lines.every((point) => !isOn(area, point, 0)))
    // Where there is no room a hub's name may lie on homes, on as few as can be: not on hubs or on other names.
    const place =
      offLines ?? clear[0] ?? (part === 'hub' ? leastInTheWay(places, areas, placed, height) : null)
    if (!place) continue
    areas.push(place)
    const x = place.anchor === 'start' ? place.x - w : place.anchor === 'end' ? place.x + w : place.x
    labels.push({ id, text: name, x, y: place.y, anchor: place.anchor })
  }
  return labels
}

type Place = Area & Pick<Label, 'anchor'>

/** Below, above and beside a home, then at its corners. */
function placesRound({ x, y, radius }: Placed, w: number, h: number): Place[] {
  const [across, up] = [radius + w + 4, radius + h + 2]
  const ways = [
    [0, up, 'middle'],
    [0, -up, 'middle'],
    [across, 0, 'start'],
    [-across, 0, 'end'],
    [across * 0.85, up * 0.8, 'start'],
    [-across * 0.85, up * 0.8, 'end'],
    [across * 0.85, -up * 0.8, 'start'],
    [-across * 0.85, -up * 0.8, 'end'],
  ] as const
  return ways.map(([dx, dy, anchor]) => ({ x: x + dx, y: y + dy, w, h, anchor }))
}

type Homes = ReadonlyMap<string, Placed>

const isClear = (area: Area, areas: readonly Area[], placed: Homes, height: number) =>
  isFree(area, areas, height) && [...placed.values()].every((home) => !isOn(area, home, home.radius + 1))

/** Whether words are on the picture, and on no other words. */
const isFree = ({ x, y, w, h }: Area, areas: readonly Area[], height: number) =>
  x - w >= 3 &&
  x + w <= WIDTH - 3 &&
  y - h >= 3 &&
  y + h <= height - 3 &&
  areas.every((other) => Math.abs(other.x - x) >= other.w + w + 2 || Math.abs(other.y - y) >= other.h + h + 1)

/** A hub whose name would hide more than this is known by its letter, and named in the key. */
const MOST_HIDDEN = 3

function leastInTheWay(
  places: readonly Place[],
  areas: readonly Area[],
  placed: Homes,
  height: number,
): Place | null {
  const weight = { hub: MOST_HIDDEN + 1, satellite: 1, out: 0.5 }
  const hidden = (area: Area) =>
    [...placed.values()].reduce(
      (sum, home) => sum + (isOn(area, home, home.radius - 2) ? weight[home.part] : 0),
      0,
    )
  const best = places
    .filter((area) => isFree(area, areas, height))
    .map((area) => ({ area, hides: hidden(area) }))
    .reduce<{ area: Place; hides: number } | null>((a, b) => (a && a.hides <= b.hides ? a : b), null)
  return best && best.hides <= MOST_HIDDEN ? best.area : null
}

const isOn = ({ x, y, w, h }: Area, spot: Spot, radius: number) =>
  Math.hypot(Math.max(0, Math.abs(spot.x - x) - w), Math.max(0, Math.abs(spot.y - y) - h)) < radius + 0.5

function pointsBetween(from: Spot | undefined, to: Spot | undefined): Spot[] {
  if (!from || !to) return []
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 8)
  return Array.from({ length: steps + 1 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / Math.max(1, steps),
    y: from.y + ((to.y - from.y) * step) / Math.max(1, steps),
  }))
}
