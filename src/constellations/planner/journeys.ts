import type { Barrier, Journeys } from './problem.ts'

/** The way from a home to a hub costs this many whole units; -1: there is no way. */
export type JourneyOf = (hub: number, home: number) => number

/** What each journey costs, worked out when asked: 40,000 homes would make a matrix of a billion. */
export function journeyOf(journeys: Journeys, homes: number): JourneyOf {
  if (journeys.kind === 'matrix')
    return (hub, home) => (hub === home ? 0 : (journeys.units[hub * homes + home] ?? -1))
  if (journeys.kind === 'plane') return onPlane(journeys)
  return onGlobe(journeys)
}

function onPlane({ x, y, unit, round }: Extract<Journeys, { kind: 'plane' }>): JourneyOf {
  const xs = Float64Array.from(x)
  const ys = Float64Array.from(y)
  return (hub, home) => {
    const dx = (xs[hub] as number) - (xs[home] as number)
    const dy = (ys[hub] as number) - (ys[home] as number)
    const length = Math.sqrt(dx * dx + dy * dy)
    return round === 'floor' ? Math.floor(length) * unit : Math.round(length * unit)
  }
}

const EARTH_METRES = 6_371_008.8
const RADIANS = Math.PI / 180

function onGlobe({ lat, lon, detour, barriers }: Extract<Journeys, { kind: 'globe' }>): JourneyOf {
  // A point of the sphere each: the chord between two needs no sine, and is within a metre at a county's size.
  const points = lat.map((degrees, at) => {
    const up = degrees * RADIANS
    const along = (lon[at] as number) * RADIANS
    return [Math.cos(up) * Math.cos(along), Math.cos(up) * Math.sin(along), Math.sin(up)] as const
  })
  return (hub, home) => {
    if (hub === home) return 0
    const a = points[hub] as readonly [number, number, number]
    const b = points[home] as readonly [number, number, number]
    const chord = Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2)
    let metres = Math.round(2 * Math.asin(Math.min(1, chord / 2)) * EARTH_METRES * detour)
    for (const barrier of barriers) {
      if (!crosses(barrier, { lat: lat[hub], lon: lon[hub] }, { lat: lat[home], lon: lon[home] })) continue
      if (barrier.extra === null) return -1
      metres += barrier.extra
    }
    return metres
  }
}

interface Loose {
  lat: number | undefined
  lon: number | undefined
}

/** Whether the straight way between two places meets the line somebody drew. */
function crosses(barrier: Barrier, from: Loose, to: Loose): boolean {
  const [fx, fy, tx, ty] = [from.lon ?? 0, from.lat ?? 0, to.lon ?? 0, to.lat ?? 0]
  for (let at = 1; at < barrier.line.length; at++) {
    const p = barrier.line[at - 1] as { lat: number; lon: number }
    const q = barrier.line[at] as { lat: number; lon: number }
    const side = (x: number, y: number) => Math.sign((tx - fx) * (y - fy) - (ty - fy) * (x - fx))
    const other = (x: number, y: number) =>
      Math.sign((q.lon - p.lon) * (y - p.lat) - (q.lat - p.lat) * (x - p.lon))
    if (side(p.lon, p.lat) !== side(q.lon, q.lat) && other(fx, fy) !== other(tx, ty)) return true
  }
  return false
}
