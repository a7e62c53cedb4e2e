import type { Barrier, Journeys } from './problem.ts'

/* The checker's own sums and distances: nothing of the solver's is used. */

/** Sums of fractions that are this close are one sum; a bound is rounded up only past it. */
export const CLOSE = 1e-6

/** A sum of many numbers that loses nothing on the way (Neumaier): 40,000 fractions would lose more than CLOSE. */
export function sumOf(numbers: readonly number[]): number {
  let [sum, lost] = [0, 0]
  for (const number of numbers) {
    const next = sum + number
    if (Number.isFinite(next))
      lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum
    sum = next
  }
  return sum + lost
}

/** What the way between a hub and a home costs, in whole units; -1: there is none. */
export type Way = (hub: number, home: number) => number

export function wayOf(journeys: Journeys, homes: number): Way {
  if (journeys.kind === 'matrix') {
    const { units } = journeys
    return (hub, home) => (hub === home ? 0 : (units[hub * homes + home] ?? -1))
  }
  if (journeys.kind === 'plane') {
    const [x, y] = [Float64Array.from(journeys.x), Float64Array.from(journeys.y)]
    const { unit, round } = journeys
    return (hub, home) => {
      const [dx, dy] = [at(x, hub) - at(x, home), at(y, hub) - at(y, home)]
      const length = Math.sqrt(dx * dx + dy * dy)
      return round === 'floor' ? Math.floor(length) * unit : Math.round(length * unit)
    }
  }
  const { lat, lon, detour, barriers } = journeys
  // The straight line on the globe: the angle between two places, by the chord through it, times the mean radius.
  const turn = (degrees: number) => degrees * (Math.PI / 180)
  const x = Float64Array.from(lat, (up, i) => Math.cos(turn(up)) * Math.cos(turn(lon[i] ?? 0)))
  const y = Float64Array.from(lat, (up, i) => Math.cos(turn(up)) * Math.sin(turn(lon[i] ?? 0)))
  const z = Float64Array.from(lat, (up) => Math.sin(turn(up)))
  return (hub, home) => {
    if (hub === home) return 0
    const [dx, dy, dz] = [at(x, hub) - at(x, home), at(y, hub) - at(y, home), at(z, hub) - at(z, home)]
    const half = Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2)
    let metres = Math.round(2 * Math.asin(half) * 6_371_008.8 * detour)
    for (const barrier of barriers) {
      if (!meets(barrier, [lon[hub] ?? 0, lat[hub] ?? 0], [lon[home] ?? 0, lat[home] ?? 0])) continue
      if (barrier.extra === null) return -1
      metres += barrier.extra
    }
    return metres
  }
}

const at = (array: Float64Array, place: number): number => array[place] as number

type Point = readonly [number, number]

/** Whether a straight way meets a line: the ends of each lie on two sides of the other (on it is a side of its own). */
function meets({ line }: Barrier, from: Point, to: Point): boolean {
  const side = ([ax, ay]: Point, [bx, by]: Point, [px, py]: Point) =>
    Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))
  const points = line.map(({ lat, lon }): Point => [lon, lat])
  return points.some((end, i) => {
    const start = points[i - 1]
    if (!start) return false
    return side(from, to, start) !== side(from, to, end) && side(start, end, from) !== side(start, end, to)
  })
}
