import type { Core } from './core.ts'

/** A part of a core as a core of its own: some items, some hubs, and how many of them. */
export interface Part {
  readonly core: Core
  /** The hub in the whole, for each in the part. */
  readonly hubsOf: Int32Array
}

export interface PartBy {
  readonly items: readonly number[]
  /** Each hub's own item is among the items. */
  readonly hubs: readonly number[]
  readonly least: number
  readonly most: number
  readonly price: number
  /** What leaving an item of the whole out costs here. */
  readonly out: (item: number) => number
  /** The part is held to what holds for the whole: its bound counts for more than the part. */
  readonly bounding: boolean
  /** Arcs of the whole that may not be chosen. */
  readonly off: Uint8Array
}

export function partOf(core: Core, by: PartBy): Part {
  const itemAt = new Map(by.items.map((item, at) => [item, at]))
  const start = new Int32Array(by.hubs.length + 1)
  const arcs: number[] = []
  const hubOf: number[] = []
  by.hubs.forEach((hub, at) => {
    for (let arc = core.start[hub] as number; arc < (core.start[hub + 1] as number); arc++) {
      const own = arc === core.start[hub]
      if (!own && (by.off[arc] === 1 || !itemAt.has(core.item[arc] as number))) continue
      arcs.push(arc)
      hubOf.push(at)
    }
    start[at + 1] = arcs.length
  })
  const item = Int32Array.from(arcs, (arc) => itemAt.get(core.item[arc] as number) as number)
  const cost = Float64Array.from(arcs, (arc) => core.cost[arc] as number)
  const pick = (values: Int32Array, from: readonly number[]) =>
    Int32Array.from(from, (at) => values[at] as number)
  const own = Int32Array.from(by.hubs, (hub) => itemAt.get(core.own[hub] as number) as number)
  const hubsOf: number[][] = by.items.map(() => [])
  own.forEach((at, hub) => {
    hubsOf[at]?.push(hub)
  })
  const within = <T>(
    lists: readonly (readonly T[])[],
    other: (one: T) => number,
    as: (one: T, at: number) => T,
  ) =>
    by.items.map((at) =>
      (lists[at] as readonly T[]).flatMap((one) => {
        const place = itemAt.get(other(one))
        return place === undefined ? [] : [as(one, place)]
      }),
    )
  const weight = pick(core.weight, by.items)
  const part: Core = {
    meter: core.meter,
    problem: core.problem,
    items: by.items.length,
    members: by.items.map((at) => core.members[at] as readonly number[]),
    weight,
    kids: pick(core.kids, by.items),
    out: Float64Array.from(by.items, by.out),
    hubs: by.hubs.length,
    hubHome: pick(core.hubHome, by.hubs),
    own,
    least: pick(core.least, by.hubs),
    most: pick(core.most, by.hubs),
    settled: Uint8Array.from(by.hubs, (hub) => core.settled[hub] as number),
    price: by.price,
    kLeast: by.least,
    kMost: by.most,
    kidsLeast: core.kidsLeast,
    kidsMost: core.kidsMost,
    start,
    item,
    hub: Int32Array.from(hubOf),
    cost,
    ...itemsFirst(item, cost, by.items.length),
    cap: Float64Array.from(by.items, (item) => (by.bounding ? (core.cap[item] as number) : Infinity)),
    sparse: by.bounding && core.sparse,
    hubsOf,
    apart: within(
      core.apart,
      (other) => other,
      (_, place) => place,
    ),
    wishes: core.wishes.flatMap(({ a, b, price }) => {
      const [one, other] = [itemAt.get(a), itemAt.get(b)]
      return one === undefined || other === undefined ? [] : [{ a: one, b: other, price }]
    }),
    wishesOf: within(
      core.wishesOf,
      ({ other }) => other,
      ({ price }, other) => ({ other, price }),
    ),
    mixes: core.mixes.map((mix) => ({ ...mix, counts: pick(mix.counts, by.items) })),
    even: weight.every((one) => one === 1),
    plain: core.plain,
  }
  return {
    core: part,
    hubsOf: Int32Array.from(by.hubs),
  }
}

function itemsFirst(item: Int32Array, cost: Float64Array, items: number) {
  const itemStart = new Int32Array(items + 1)
  for (const at of item) itemStart[at + 1] = (itemStart[at + 1] as number) + 1
  for (let at = 0; at < items; at++)
    itemStart[at + 1] = (itemStart[at + 1] as number) + (itemStart[at] as number)
  const next = itemStart.slice()
  const byItem = new Int32Array(item.length)
  item.forEach((at, arc) => {
    byItem[next[at] as number] = arc
    next[at] = (next[at] as number) + 1
  })
  for (let at = 0; at < items; at++)
    byItem
      .subarray(itemStart[at], itemStart[at + 1])
      .sort((one, other) => (cost[one] as number) - (cost[other] as number) || one - other)
  return { itemStart, byItem }
}
