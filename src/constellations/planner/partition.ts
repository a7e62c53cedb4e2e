import type { Highs } from 'highs'
import type { Column } from './pool.ts'
import { withProgram } from './with-highs.ts'

export interface Partition {
  /** The cheapest choice of constellations: each home in exactly one, or left out at its price. */
  readonly chosen: Column[] | null
  /** It is the cheapest, or there is none. */
  readonly done: boolean
}

export interface PartitionBy {
  readonly items: readonly number[]
  readonly out: (item: number) => number
  readonly least: number
  readonly most: number
  readonly nodes: number
  readonly seed: number
  readonly stop: () => boolean
}

/** The cheapest choice among constellations, as a program for HiGHS. */
export function cheapestPartition(highs: Highs, columns: readonly Column[], by: PartitionBy): Partition {
  if (columns.length < by.least) return { chosen: null, done: true }
  const { callbackType: event, modelStatus, variableType } = highs.constants
  const rowOf = new Map(by.items.map((item, row) => [item, row]))
  const rows = by.items.length
  const starts: number[] = [0]
  const indices: number[] = []
  const cost: number[] = []
  const column = (price: number, of: readonly number[]) => {
    cost.push(price)
    indices.push(...of)
    starts.push(indices.length)
  }
  for (const { items, cost: price } of columns)
    column(price, [...Array.from(items, (item) => rowOf.get(item) as number), rows])
  by.items.forEach((item, row) => {
    if (by.out(item) !== Infinity) column(by.out(item), [row])
  })
  const ones = new Float64Array(rows + 1).fill(1)
  const lower = ones.slice()
  const upper = ones.slice()
  lower[rows] = by.least
  upper[rows] = by.most
  return withProgram(
    highs,
    {
      numCols: cost.length,
      numRows: rows + 1,
      colCost: cost,
      colLower: new Float64Array(cost.length),
      colUpper: new Float64Array(cost.length).fill(1),
      rowLower: lower,
      rowUpper: upper,
      matrix: {
        format: 'csc',
        numRows: rows + 1,
        numCols: cost.length,
        starts,
        indices,
        values: new Float64Array(indices.length).fill(1),
      },
      integrality: cost.map(() => variableType.integer),
    },
    {
      seed: by.seed,
      nodes: by.nodes,
      open: 0.5,
      start: null,
      callbacks: {
        [event.mipInterrupt]: (found) => {
          if (by.stop()) found.interrupt()
        },
      },
    },
    (model) => {
      const status = model.getModelStatus()
      if (status === modelStatus.infeasible) return { chosen: null, done: true }
      const values = model.getSolution().colValue
      const done = status === modelStatus.optimal
      const chosen = columns.filter((_, at) => (values[at] ?? 0) > 0.5)
      return {
        chosen: chosen.length > 0 ? chosen : null,
        done,
      }
    },
  )
}
