import type { Core } from './core.ts'
import type { Settled } from './price.ts'

/** A mixed integer program, row by row, as HiGHS takes it. */
export interface Program {
  readonly cost: number[]
  readonly upper: number[]
  readonly whole: boolean[]
  readonly rows: {
    readonly least: number
    readonly most: number
    readonly of: readonly (readonly [number, number])[]
  }[]
  /** The columns of the arcs that may be chosen; -1: off. */
  readonly columnOf: Int32Array
}

/**
 * The whole problem as one program: a column for each arc that may still be chosen (a hub is open when its own is),
 * for each home left out, each wish kept at a hub, and each child too few or too many in a mix.
 */
export function programOf(core: Core, settled: Settled): Program {
  const program: Program = {
    cost: [],
    upper: [],
    whole: [],
    rows: [],
    columnOf: new Int32Array(core.item.length).fill(-1),
  }
  const { cost, upper, whole, rows, columnOf } = program
  const column = (price: number, most: number, isWhole: boolean) => {
    cost.push(price)
    upper.push(most)
    whole.push(isWhole)
    return cost.length - 1
  }
  // Where every home counts one, whole hubs make whole homes: what is left is a transport problem.
  const homesWhole = !core.plain || core.kidsMost >= 0 || !core.even
  const open = [...core.own.keys()].filter((hub) => settled.hubs[hub] !== -1)
  for (const hub of open)
    for (let arc = core.start[hub] as number; arc < (core.start[hub + 1] as number); arc++)
      if (settled.off[arc] === 0) {
        const own = arc === core.start[hub]
        columnOf[arc] = column((core.cost[arc] as number) + (own ? core.price : 0), 1, own || homesWhole)
      }
  const y = (hub: number) => columnOf[core.start[hub] as number] as number
  const row = (least: number, most: number, of: (readonly [number, number])[]) =>
    rows.push({ least, most, of })
  const columnsOf = (item: number) => {
    const found: { hub: number; at: number }[] = []
    for (let n = core.itemStart[item] as number; n < (core.itemStart[item + 1] as number); n++) {
      const arc = core.byItem[n] as number
      if (columnOf[arc] !== -1) found.push({ hub: core.hub[arc] as number, at: columnOf[arc] as number })
    }
    return found
  }
  const places = core.members.map((_, item) => columnsOf(item))
  places.forEach((found, item) => {
    const of: [number, number][] = found.map(({ at }) => [at, 1])
    if (core.out[item] !== Infinity) of.push([column(core.out[item] as number, 1, false), 1])
    row(1, 1, of)
    for (const { hub, at } of found)
      if (at !== y(hub))
        row(Number.NEGATIVE_INFINITY, 0, [
          [at, 1],
          [y(hub), -1],
        ])
  })
  row(
    core.kLeast,
    core.kMost,
    open.flatMap((hub) => (y(hub) === -1 ? [] : [[y(hub), 1] as const])),
  )
  for (const hub of open) {
    if (y(hub) === -1) continue
    if (core.settled[hub] === 1) row(1, 1, [[y(hub), 1]])
    sized(hub, core.weight, core.least[hub] as number, core.most[hub] as number)
    if (core.kidsMost >= 0) sized(hub, core.kids, core.kidsLeast, core.kidsMost)
    for (const mix of core.mixes) mixed(hub, mix)
  }
  core.apart.forEach((others, a) => {
    for (const b of others)
      if (a < b)
        together(a, b, (one, other, hub) => {
          if (one === y(hub))
            row(Number.NEGATIVE_INFINITY, 1, [
              [one, 1],
              [other, 1],
            ])
          else if (other === y(hub))
            row(Number.NEGATIVE_INFINITY, 1, [
              [one, 1],
              [other, 1],
            ])
          else
            row(Number.NEGATIVE_INFINITY, 0, [
              [one, 1],
              [other, 1],
              [y(hub), -1],
            ])
        })
  })
  // Paid from the start, and given back where both are at one hub.
  for (const { a, b, price } of core.wishes)
    together(a, b, (one, other) => {
      const kept = column(-price, 1, false)
      row(Number.NEGATIVE_INFINITY, 0, [
        [kept, 1],
        [one, -1],
      ])
      row(Number.NEGATIVE_INFINITY, 0, [
        [kept, 1],
        [other, -1],
      ])
    })
  return program

  function arcsAt(hub: number): { item: number; at: number }[] {
    const found: { item: number; at: number }[] = []
    for (let arc = core.start[hub] as number; arc < (core.start[hub + 1] as number); arc++)
      if (columnOf[arc] !== -1) found.push({ item: core.item[arc] as number, at: columnOf[arc] as number })
    return found
  }
  function sized(hub: number, amount: Int32Array, least: number, most: number): void {
    const of = arcsAt(hub).map(({ item, at }) => [at, amount[item] as number] as const)
    const less = (by: number) => of.map(([at, value]) => [at, at === y(hub) ? value - by : value] as const)
    row(Number.NEGATIVE_INFINITY, 0, less(most))
    if (least > 0) row(0, Infinity, less(least))
  }
  function mixed(hub: number, { counts, least, most, price }: Core['mixes'][number]): void {
    const of = arcsAt(hub).map(({ item, at }) => [at, counts[item] as number] as const)
    const less = (by: number) => of.map(([at, value]) => [at, at === y(hub) ? value - by : value] as const)
    if (least > 0) row(0, Infinity, [...less(least), [column(price, least, false), 1]])
    const total = of.reduce((sum, [, value]) => sum + value, 0)
    if (total > most) row(Number.NEGATIVE_INFINITY, 0, [...less(most), [column(price, total, false), -1]])
  }
  function together(a: number, b: number, see: (one: number, other: number, hub: number) => void): void {
    const there = new Map((places[b] ?? []).map(({ hub, at }) => [hub, at]))
    for (const { hub, at } of places[a] ?? []) {
      const other = there.get(hub)
      if (other !== undefined) see(at, other, hub)
    }
  }
}
