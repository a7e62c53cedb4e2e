import fc from 'fast-check'
import type { Home, Journeys, Pair, Problem } from '../../src/constellations/planner/problem.ts'

/* Small made-up problems of every sort, the contradictory ones included: what the planner is held against. */

/** Problems of 1 to `most` homes: each side rule is there now and then, so that what fails shrinks to little. */
export const problems = (most: number): fc.Arbitrary<Problem> =>
  fc
    .record({ homes: fc.integer({ min: 1, max: most }), unit: fc.boolean(), small: fc.boolean() })
    .chain(({ homes, unit, small }) =>
      fc.record({
        name: fc.constant('made up'),
        scale: fc.constant(small ? 1 : 1000),
        homes: fc.tuple(...Array.from({ length: homes }, (_, at) => home(at, unit, small))),
        journeys: journeys(homes, small),
        constellations: rangeOf(0, 3, 2).chain(({ least, most }) =>
          fc.record({ ...constant({ least, most: Math.max(1, most) }), price: price(small) }),
        ),
        children: fc.oneof(
          { weight: 2, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: rangeOf(0, 4, 9) },
        ),
        together: now(fc.uniqueArray(place(homes), { minLength: 1, maxLength: 3 }), 2),
        apart: now(pair(homes), 2),
        wishes: now(
          pair(homes).chain((two) =>
            fc.record({
              ...constant(two),
              kind: fc.constantFrom('siblings' as const, 'friendship' as const, 'tie' as const),
              price: price(small),
            }),
          ),
          3,
        ),
        mixes: now(mix(homes, small), 2),
        hubs: now(place(homes), 2),
        locks: now(homeAndHub(homes), 2),
        bans: now(homeAndHub(homes), 2),
      }),
    )

/**
 * Problems in which little is open beside what hubs cost, homes count differently and some are kept apart: other ways of
 * proving come to bear there.
 */
export const dearAndApart = (homes: number): fc.Arbitrary<Problem> =>
  fc.record({
    name: fc.constant('dear'),
    scale: fc.constant(1000),
    homes: fc.tuple(
      ...Array.from({ length: homes }, (_, at) =>
        fc.record({
          id: fc.constant(`H${at}`),
          load: fc.integer({ min: 1, max: 3 }),
          children: fc.constant(0),
          hub: at < 5 ? fc.constant({ least: 2, most: 9 }) : fc.constant(null),
          leaveOut: fc.option(fc.integer({ min: 400, max: 900 })),
        }),
      ),
    ),
    journeys: fc.record({
      ...constant({ kind: 'plane' as const, unit: 1, round: 'nearest' as const }),
      x: fc.array(fc.nat({ max: 1000 }), { minLength: homes, maxLength: homes }),
      y: fc.array(fc.nat({ max: 1000 }), { minLength: homes, maxLength: homes }),
    }),
    constellations: rangeOf(2, 2, 1).map((range) => ({ ...range, price: 1_000_000 })),
    children: fc.constant(null),
    apart: fc.array(pair(homes), { minLength: 1, maxLength: 4 }),
    ...constant({ together: [], wishes: [], mixes: [], hubs: [], locks: [], bans: [] }),
  })

/** A list that is most often empty. */
const now = <T>(one: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.array(one, { maxLength }) },
  )

const constant = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fc.constant(value)])) as {
    [Key in keyof T]: fc.Arbitrary<T[Key]>
  }

const place = (homes: number) => fc.integer({ min: 0, max: homes - 1 })

const price = (small: boolean) => fc.integer({ min: 0, max: small ? 12 : 20_000 })

const rangeOf = (from: number, to: number, wide: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.nat({ max: wide }))
    .map(([least, more]) => ({ least, most: least + more }))

const pair = (homes: number): fc.Arbitrary<Pair> =>
  fc
    .tuple(place(homes), fc.nat({ max: Math.max(0, homes - 2) }))
    .map(([a, more]) => ({ a, b: (a + 1 + more) % homes }))

const homeAndHub = (homes: number) => pair(homes).map(({ a, b }) => ({ home: a, hub: b }))

function home(at: number, unit: boolean, small: boolean): fc.Arbitrary<Home> {
  return fc.record({
    id: fc.constant(`H${at}`),
    load: unit ? fc.constant(1) : fc.integer({ min: 1, max: 6 }),
    children: fc.integer({ min: 0, max: 3 }),
    hub: fc.option(
      fc.oneof(
        rangeOf(0, 4, unit ? 4 : 12),
        fc.integer({ min: 1, max: unit ? 5 : 16 }).map((most) => ({ least: 0, most })),
      ),
      { freq: 3 },
    ),
    leaveOut: fc.option(price(small), { freq: 2 }),
  })
}

function journeys(homes: number, small: boolean): fc.Arbitrary<Journeys> {
  const each = <T>(one: fc.Arbitrary<T>, times = homes) =>
    fc.array(one, { minLength: times, maxLength: times })
  const spot = fc.integer({ min: 0, max: small ? 8 : 20_000 })
  const plane = fc.record({
    kind: fc.constant('plane' as const),
    x: each(spot),
    y: each(spot),
    round: fc.constantFrom('nearest' as const, 'floor' as const),
    unit: fc.constantFrom(1, 3),
  })
  const degrees = (from: number) => fc.nat({ max: 3000 }).map((more) => from + more / 10_000)
  const globe = fc.record({
    kind: fc.constant('globe' as const),
    lat: each(degrees(50.7)),
    lon: each(degrees(-1.2)),
    detour: fc.constantFrom(1, 1.3),
    barriers: now(
      fc.record({
        name: fc.constant('the water'),
        line: fc.array(fc.record({ lat: degrees(50.70003), lon: degrees(-1.19997) }), {
          minLength: 2,
          maxLength: 3,
        }),
        extra: fc.option(fc.integer({ min: 0, max: 20_000 }), { freq: 2 }),
      }),
      2,
    ),
  })
  const units = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: small ? 9 : 30_000 }) },
    { weight: 1, arbitrary: fc.constant(-1) },
  )
  const matrix = fc.record({
    kind: fc.constant('matrix' as const),
    units: each(units, homes * homes).map((all) => all.map((one, at) => (at % (homes + 1) === 0 ? 0 : one))),
  })
  return fc.oneof(plane, globe, matrix)
}

const mix = (homes: number, small: boolean) =>
  fc
    .record({
      counts: fc.array(fc.nat({ max: 2 }), { minLength: homes, maxLength: homes }),
      range: rangeOf(0, 2, 2),
      open: fc.boolean(),
      price: price(small),
    })
    .map(({ counts, range, open, price }) => ({
      name: 'a child under five',
      counts,
      least: range.least,
      most: open ? null : range.most,
      price,
    }))
