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
  placed: ReadonlyMap<string, Placed>,
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
    const [across, up] = [home.radius + w + 4, home.radius + h + 2]
    const places = (
      [
        [0, up, 'middle'],
        [0, -up, 'middle'],
        [across, 0, 'start'],
        [-across, 0, 'end'],
        [across * 0.85, up * 0.8, 'start'],
        [-across * 0.85, up * 0.8, 'end'],
        [across * 0.85, -up * 0.8, 'start'],
        [-across * 0.85, -up * 0.8, 'end'],
      ] as const
    ).map(([dx, dy, anchor]) => ({ x: home.x + dx, y: home.y + dy, w, h, anchor }))
    const clear = places.filter((area) => isClear(area, areas, placed, height))
    // A hub always has its name: over lines, or over homes, when there is no better place.
    const place =
      clear.find((area) => lines.every((point) => !isOn(area, point, 0))) ??
      clear[0] ??
      (part === 'hub' ? places[0] : null)
    if (!place) continue
    areas.push(place)
    const x = place.anchor === 'start' ? place.x - w : place.anchor === 'end' ? place.x + w : place.x
    labels.push({ id, text: name, x, y: place.y, anchor: place.anchor })
  }
  return labels
}

function isClear(
  area: Area,
  areas: readonly Area[],
  placed: ReadonlyMap<string, Placed>,
  height: number,
): boolean {
  const { x, y, w, h } = area
  if (x - w < 3 || x + w > WIDTH - 3 || y - h < 3 || y + h > height - 3) return false
  if (
    areas.some((other) => Math.abs(other.x - x) < other.w + w + 2 && Math.abs(other.y - y) < other.h + h + 1)
  )
    return false
  for (const home of placed.values()) if (isOn(area, home, home.radius + 1)) return false
  return true
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
