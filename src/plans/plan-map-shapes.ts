/* What is drawn on the map of a plan, as SVG writes it: lines, threads, and each constellation's own mark. */

/** How wide the picture's view box is; its height is the layout's. */
export const WIDTH = 600

export type Part = 'hub' | 'satellite' | 'out'
export interface Spot {
  readonly x: number
  readonly y: number
}
export interface Placed extends Spot {
  readonly id: string
  readonly part: Part
  /** Half its size. */
  readonly radius: number
  /** It was moved to make room, by more than anybody could overlook. */
  readonly moved: boolean
}
/** To a tenth of a unit: finer than anybody sees. */
export const round = (value: number): number => Math.round(value * 10) / 10

export const pathOf = (spots: readonly Spot[]): string =>
  spots.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')

/** How a thread hangs between two homes: a bent line, so that it is told from the straight ones. */
export function threadPath(a: Spot, b: Spot): string {
  const handle = { x: (a.x + b.x) / 2 + (b.y - a.y) * 0.18, y: (a.y + b.y) / 2 - (b.x - a.x) * 0.18 }
  return `M${round(a.x)} ${round(a.y)}Q${round(handle.x)} ${round(handle.y)} ${round(b.x)} ${round(b.y)}`
}

/** Corners and turn (degrees) of each mark, told apart without colour; 0 corners: round. */
const SHAPES = [
  { corners: 0, turn: 0, size: 1 },
  { corners: 4, turn: 45, size: 1.22 },
  { corners: 3, turn: 0, size: 1.42 },
  { corners: 4, turn: 0, size: 1.25 },
  { corners: 6, turn: 0, size: 1.12 },
  { corners: 3, turn: 180, size: 1.42 },
  { corners: 5, turn: 0, size: 1.15 },
] as const

/** The mark of the constellation with this number round a spot, as large as a disc of the radius. */
export function markPath(number: number, { x, y }: Spot, radius: number): string {
  const { corners, turn, size } = SHAPES[number % SHAPES.length] ?? SHAPES[0]
  const far = radius * size
  if (corners === 0)
    return `M${round(x - far)} ${round(y)}a${round(far)} ${round(far)} 0 1 0 ${round(2 * far)} 0a${round(far)} ${round(far)} 0 1 0 ${round(-2 * far)} 0Z`
  const spots = Array.from({ length: corners }, (_, corner) => {
    const angle = ((turn - 90 + (360 / corners) * corner) * Math.PI) / 180
    return { x: x + far * Math.cos(angle), y: y + far * Math.sin(angle) }
  })
  return `${pathOf(spots)}Z`
}

/** So many colours there are; with seven marks beside them, 56 constellations look different. */
const COLOURS = 8

/** The class that gives the constellation with this number its colour. */
export const colourOf = (number: number): string => `plan-map__c${number % COLOURS}`
