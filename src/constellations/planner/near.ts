import type { Journeys } from './problem.ts'

export interface Near {
  /** Places in the list of hubs. */
  readonly hubs: readonly number[]
  /** No hub that is not in the list costs less than this. */
  readonly beyond: number
}

/** The hubs near a home, by a grid over the map, so that 40,000 homes need not be held against 10,000 hubs each. */
export function nearestHubs(
  journeys: Journeys,
  hubHomes: readonly number[],
  wanted: number,
): (home: number) => Near {
  if (journeys.kind === 'matrix' || hubHomes.length <= wanted)
    return () => ({ hubs: hubHomes.map((_, at) => at), beyond: Infinity })
  const { x, y, units } = flat(journeys)
  const xs = hubHomes.map((home) => x[home] as number)
  const ys = hubHomes.map((home) => y[home] as number)
  const [left, low] = [smallest(xs), smallest(ys)]
  const [wide, high] = [-smallest(xs.map((v) => -v)) - left, -smallest(ys.map((v) => -v)) - low]
  const side = Math.max(Math.sqrt((wide * high * 2) / hubHomes.length), (wide + high) / 4000, 1e-9)
  const columns = Math.floor(wide / side) + 1
  const rows = Math.floor(high / side) + 1
  const cells: number[][] = Array.from({ length: columns * rows }, () => [])
  hubHomes.forEach((_, at) => {
    const cell =
      Math.floor(((ys[at] as number) - low) / side) * columns + Math.floor(((xs[at] as number) - left) / side)
    cells[cell]?.push(at)
  })
  return (home) => {
    const column = Math.floor(((x[home] as number) - left) / side)
    const row = Math.floor(((y[home] as number) - low) / side)
    const found: number[] = []
    let ring = 0
    const outermost = Math.max(columns, rows) + Math.max(Math.abs(column), Math.abs(row))
    // One more ring than fills the list: a corner's hub may be farther than one just outside the last ring.
    for (let enough = -1; ring <= outermost && (enough < 0 || ring <= enough); ring++) {
      for (const cell of ringOf(column, row, ring, columns, rows)) found.push(...(cells[cell] as number[]))
      if (enough < 0 && found.length >= wanted) enough = Math.ceil(ring * 1.42) + 1
    }
    return { hubs: found, beyond: ring > outermost ? Infinity : Math.floor((ring - 1) * side * units) }
  }
}

function ringOf(column: number, row: number, ring: number, columns: number, rows: number): number[] {
  const cells: number[] = []
  for (let r = row - ring; r <= row + ring; r++) {
    if (r < 0 || r >= rows) continue
    const edge = r === row - ring || r === row + ring
    for (let c = column - ring; c <= column + ring; c += edge ? 1 : Math.max(1, 2 * ring))
      if (c >= 0 && c < columns) cells.push(r * columns + c)
  }
  return cells
}

const smallest = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity)

/** Places on a flat map, and how many units of cost one step on it is at the very least. */
function flat(journeys: Exclude<Journeys, { kind: 'matrix' }>) {
  if (journeys.kind === 'plane') return { x: journeys.x, y: journeys.y, units: journeys.unit }
  // Degrees are narrowest at the latitude farthest from the equator: a step is never longer than it is on the ground.
  const steepest = journeys.lat.reduce((most, lat) => Math.max(most, Math.abs(lat)), 0)
  const narrow = Math.cos((Math.min(89, steepest) * Math.PI) / 180)
  const metresADegree = 111_000
  return {
    x: journeys.lon.map((lon) => lon * narrow),
    y: journeys.lat,
    units: metresADegree * journeys.detour,
  }
}
