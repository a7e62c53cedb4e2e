import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Border } from './borders.ts'
import { layOutMap, type MapHome, scaleBar, type ToLayOut, viewOf } from './plan-map-layout.ts'
import { markPath, WIDTH } from './plan-map-shapes.ts'

const at = (id: string, lat: number, lon: number): MapHome => ({
  id,
  name: `Home ${id}`,
  place: { lat, lon },
})

/** An imagined council round the homes, and one far away. */
const square = (name: string, west: number, south: number, size: number): Border => ({
  name,
  rings: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})

const PLAN: ToLayOut = {
  homes: [
    at('hub', 50.8, -1.08),
    at('near', 50.81, -1.07),
    at('far', 50.85, -1.02),
    at('out', 50.82, -1.1),
    { id: 'nowhere', name: 'Home nowhere', place: null },
  ],
  constellations: [{ hub: 'hub', satellites: ['near', 'far', 'nowhere'] }],
  borders: [
    square('Westmere', -1.09, 50.7, 0.3),
    square('Eastholm', -1.2, 50.7, 0.11),
    square('Faraway', 3, 55, 1),
  ],
  barriers: [
    {
      name: 'the water',
      line: [
        { lat: 50.8, lon: -1.05 },
        { lat: 50.83, lon: -1.05 },
      ],
    },
  ],
}

const laidOut = (plan: ToLayOut) => {
  const layout = layOutMap(plan)
  if (!layout) throw new Error('there are places')
  return layout
}

describe('the map of a plan', () => {
  const { placed, borders, barriers, labels, height } = laidOut(PLAN)

  test('says of each home with a place what it is in the plan', () => {
    expect([...placed.values()].map(({ id, part }) => [id, part])).toEqual([
      ['hub', 'hub'],
      ['near', 'satellite'],
      ['far', 'satellite'],
      ['out', 'out'],
    ])
  })

  test('has north up, east to the right, and all in the picture', () => {
    const [hub, far] = [placed.get('hub'), placed.get('far')]
    if (!hub || !far) throw new Error('both are placed')
    expect(far.x).toBeGreaterThan(hub.x)
    expect(far.y).toBeLessThan(hub.y)
    for (const { x, y, radius } of placed.values()) {
      expect(Math.min(x, WIDTH - x, y, height - y)).toBeGreaterThanOrEqual(radius)
    }
  })

  test('draws the borders that are in sight, that of most homes as their own', () => {
    expect(borders.map(({ name, own }) => [name, own])).toEqual([
      ['Westmere', true],
      ['Eastholm', false],
    ])
    expect(borders[0]?.path).toMatch(/^M[-\d. ]+(L[-\d. ]+)+Z$/)
    expect(barriers.map(({ path }) => path.match(/[ML]/g)?.join(''))).toEqual(['ML'])
  })

  test('names hubs and satellites, and not the homes left out', () => {
    expect(labels.map(({ id }) => id).sort()).toEqual(['far', 'hub', 'near'])
  })

  test('is none when no place is known', () => {
    expect(layOutMap({ ...PLAN, homes: PLAN.homes.map((home) => ({ ...home, place: null })) })).toBeNull()
  })

  test('is a map of one home too', () => {
    expect(laidOut({ ...PLAN, homes: [at('hub', 50.8, -1.08)] }).placed.get('hub')).toMatchObject({
      x: WIDTH / 2,
    })
  })
})

test('a kilometre is as long to the north as to the east', () => {
  const view = viewOf([
    { lat: 50.7, lon: -1.3 },
    { lat: 50.9, lon: -0.9 },
  ])
  const spot = view.at({ lat: 50.8, lon: -1.1 })
  const [north, east] = [
    view.at({ lat: 50.809, lon: -1.1 }),
    view.at({ lat: 50.8, lon: -1.1 + 0.009 / Math.cos((50.8 * Math.PI) / 180) }),
  ]
  expect(spot.y - north.y).toBeCloseTo(east.x - spot.x, 6)
  expect(spot.y - north.y).toBeCloseTo(0.009 * 111.195 * view.unitsPerKm, 6)
})

test.each([
  [100, 1, 100],
  [30, 5, 150],
  [1, 100, 100],
  [900, 0.1, 90],
])('at %f units a kilometre the scale is of %f km', (unitsPerKm, km, length) => {
  expect(scaleBar(unitsPerKm).km).toBe(km)
  expect(scaleBar(unitsPerKm).length).toBeCloseTo(length, 6)
})

const somewhere = fc.record({
  lat: fc.double({ min: 50.7, max: 50.9, noNaN: true }),
  lon: fc.double({ min: -1.2, max: -1, noNaN: true }),
})
const plans = fc
  .array(fc.oneof(somewhere, fc.constant({ lat: 50.8, lon: -1.1 })), { minLength: 2, maxLength: 60 })
  .map((places): ToLayOut => {
    const homes = places.map(({ lat, lon }, number) => at(`${number}`, lat, lon))
    const ids = homes.map(({ id }) => id)
    return { homes, constellations: [{ hub: '0', satellites: ids.slice(1, 9) }], borders: [], barriers: [] }
  })

test('no home lies on another, however many share a place, and names lie on no satellite', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { placed, labels, height } = laidOut(plan)
      const homes = [...placed.values()]
      homes.forEach((a, i) => {
        for (const b of homes.slice(i + 1))
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.radius + b.radius)
        expect(Math.min(a.x, WIDTH - a.x, a.y, height - a.y)).toBeGreaterThan(0)
      })
      labels.forEach(({ y, x }, i) => {
        for (const other of labels.slice(i + 1)) expect([x, y]).not.toEqual([other.x, other.y])
      })
    }),
    { numRuns: 60 },
  )
})

test('the same plan gives the same map, and seven constellations have seven marks', () => {
  expect(laidOut(PLAN)).toEqual(laidOut(PLAN))
  const marks = Array.from({ length: 7 }, (_, number) => markPath(number, { x: 0, y: 0 }, 10))
  expect(new Set(marks).size).toBe(7)
  expect(markPath(7, { x: 0, y: 0 }, 10)).toBe(marks[0])
})
