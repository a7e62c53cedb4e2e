import type { Highs, HighsCallbackMap } from 'highs'
import { put, worth } from './layout.ts'
import type { Column } from './pool.ts'
import { isOver, offer, type Run } from './run.ts'
import { better } from './search.ts'
import { keep, restore } from './shake.ts'
import { itemsAt, replaceHubs } from './slots.ts'
import { withProgram } from './with-highs.ts'

/** So many constellations, the likeliest, are weighed against each other at once. */
const COLUMNS = 2500

/**
 * The best way to make the plan of some slots from constellations met on the way, as a program for HiGHS: every home
 * in at least one of them, as many of them as there are slots. The layout takes it when it is better.
 */
export function recombine(run: Run, highs: Highs, slots: readonly number[], nodes: number): boolean {
  const { core, layout, pool, multipliers } = run
  const items = itemsAt(layout, slots)
  const rowOf = new Map(items.map((item, row) => [item, row]))
  const worthOf = ({ cost, items }: Column) => {
    let value = cost
    for (const item of items) value -= multipliers[item] as number
    return value
  }
  const within = pool.columns.filter((column) => column.items.every((item) => rowOf.has(item)))
  const columns = within
    .map((column) => ({ column, value: worthOf(column) }))
    .sort((one, other) => one.value - other.value)
    .slice(0, COLUMNS)
    .map(({ column }) => column)
  if (columns.length <= slots.length) return false
  const before = keep(layout)
  const chosen = choose(run, highs, columns, items.length, rowOf, slots.length, nodes)
  if (!chosen || chosen.length !== slots.length) return false
  replaceHubs(
    layout,
    slots,
    chosen.map(({ hub }) => hub),
  )
  // A home in two of them goes where it costs less; a hub's own stays with it.
  chosen.forEach(({ hub }, n) => {
    put(layout, core.own[hub] as number, slots[n] as number)
  })
  for (const item of items) {
    if (layout.at[item] !== -1) continue
    let best = -1
    let least = Infinity
    chosen.forEach((column, n) => {
      if (column.items.includes(item) && layout.way(column.hub, item) < least) {
        least = layout.way(column.hub, item)
        best = slots[n] as number
      }
    })
    put(layout, item, best)
  }
  better(layout, run.chance)
  const now = worth(layout)
  if (now.broken === 0 && now.cost < before.cost - 0.5) {
    offer(run, keep(layout))
    return true
  }
  restore(layout, before)
  return false
}

function choose(
  run: Run,
  highs: Highs,
  columns: readonly Column[],
  rows: number,
  rowOf: Map<number, number>,
  count: number,
  nodes: number,
): Column[] | null {
  const { callbackType: event, modelStatus, variableType } = highs.constants
  const hubs = [...new Set(columns.map(({ hub }) => hub))]
  const hubRow = new Map(hubs.map((hub, n) => [hub, rows + 1 + n]))
  const starts = new Int32Array(columns.length + 1)
  const indices: number[] = []
  columns.forEach(({ hub, items }, at) => {
    for (const item of items) indices.push(rowOf.get(item) as number)
    indices.push(rows, hubRow.get(hub) as number)
    starts[at + 1] = indices.length
  })
  const numRows = rows + 1 + hubs.length
  const lower = new Float64Array(numRows).fill(1)
  const upper = new Float64Array(numRows).fill(highs.infinity)
  lower[rows] = count
  upper[rows] = count
  lower.fill(-highs.infinity, rows + 1)
  upper.fill(1, rows + 1)
  const data = {
    numCols: columns.length,
    numRows,
    colCost: columns.map(({ cost }) => cost),
    colLower: new Float64Array(columns.length),
    colUpper: new Float64Array(columns.length).fill(1),
    rowLower: lower,
    rowUpper: upper,
    matrix: {
      format: 'csc' as const,
      numRows,
      numCols: columns.length,
      starts,
      indices,
      values: new Float64Array(indices.length).fill(1),
    },
    integrality: columns.map(() => variableType.integer),
  }
  const callbacks: HighsCallbackMap = {
    [event.mipInterrupt]: (found) => {
      if (isOver(run)) found.interrupt()
    },
  }
  return withProgram(
    highs,
    data,
    { seed: run.effort.seed, nodes, open: null, start: null, callbacks },
    (model) => {
      run.core.meter.done += 2000 * columns.length
      const status = model.getModelStatus()
      if (status === modelStatus.infeasible) return null
      const values = model.getSolution().colValue
      if (values.length !== columns.length) return null
      return columns.filter((_, at) => (values[at] as number) > 0.5)
    },
  )
}
