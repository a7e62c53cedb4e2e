import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  curve,
  distance,
  HEIGHT,
  HOME_RADIUS,
  HUB_RADIUS,
  layOut,
  MOST_TURN,
  pathOf,
  pointsOn,
  ringWords,
  type SkyHome,
  spotAt,
  WIDTH,
} from './sky-layout.ts'

const way = fc.record({
  miles: fc.double({ min: 0, max: 30, noNaN: true }),
  bearing: fc.double({ min: 0, max: 360, maxExcluded: true, noNaN: true }),
})
const name = fc.string({ minLength: 1, maxLength: 24 })
const homesOf = (most: number, ways: fc.Arbitrary<SkyHome['way']> = fc.option(way, { freq: 6 })) =>
  fc
    .array(fc.record({ name: fc.option(name), way: ways }), { maxLength: most })
    .map((homes): SkyHome[] => homes.map((home, index) => ({ id: `home-${index}`, ...home })))

const bearingOf = ({ x, y }: { x: number; y: number }) =>
  ((Math.atan2(y - HEIGHT / 2, x - WIDTH / 2) * 180) / Math.PI + 450) % 360

const turn = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180)

test('every home is there once; no two discs touch, none touches the hub, all are inside the picture', () => {
  fc.assert(
    fc.property(homesOf(16), (homes) => {
      const { discs, centre } = layOut(homes)
      expect(discs.map(({ id }) => id).toSorted()).toEqual(homes.map(({ id }) => id).toSorted())
      for (const [index, disc] of discs.entries()) {
        expect(disc.x - HOME_RADIUS).toBeGreaterThanOrEqual(0)
        expect(disc.x + HOME_RADIUS).toBeLessThanOrEqual(WIDTH)
        expect(disc.y - HOME_RADIUS).toBeGreaterThanOrEqual(0)
        expect(disc.y + HOME_RADIUS).toBeLessThanOrEqual(HEIGHT)
        expect(distance(disc, centre)).toBeGreaterThan(HUB_RADIUS + HOME_RADIUS)
        for (const other of discs.slice(index + 1)) {
          expect(distance(disc, other)).toBeGreaterThan(2 * HOME_RADIUS)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('a home with room stands exactly where it belongs: true bearing, square root of its miles', () => {
  fc.assert(
    fc.property(homesOf(12, way), (homes) => {
      const { discs, rings } = layOut(homes)
      const outer = rings.at(-1)
      for (const disc of discs.filter(({ placed }) => placed === 'true')) {
        const { miles, bearing } = homes.find(({ id }) => id === disc.id)?.way ?? { miles: 0, bearing: 0 }
        expect(turn(bearingOf(disc), bearing)).toBeLessThan(0.001)
        const radius = (outer?.radius ?? 0) * Math.sqrt(miles / (outer?.miles ?? 1))
        expect(Math.hypot(disc.x - WIDTH / 2, disc.y - HEIGHT / 2)).toBeCloseTo(radius, 6)
      }
    }),
  )
})

test('homes far enough apart are not nudged', () => {
  const homes = [0, 40, 80, 120, 160, 200, 240, 280, 320].map((bearing, index) => ({
    id: `home-${index}`,
    name: null,
    way: { miles: 2 + (index % 3), bearing },
  }))
  expect(layOut(homes).discs.map(({ placed }) => placed)).toEqual(homes.map(() => 'true'))
})

test('up to four homes in one place keep within a small turn of their bearing', () => {
  fc.assert(
    fc.property(homesOf(4, way), (homes) => {
      for (const disc of layOut(homes).discs) {
        const bearing = homes.find(({ id }) => id === disc.id)?.way?.bearing ?? 0
        expect(turn(bearingOf(disc), bearing)).toBeLessThanOrEqual(MOST_TURN + 0.001)
      }
    }),
    { numRuns: 500 },
  )
  const same = [1, 2, 3, 4].map((n) => ({ id: `home-${n}`, name: null, way: { miles: 3, bearing: 77 } }))
  for (const disc of layOut(same).discs) expect(turn(bearingOf(disc), 77)).toBeLessThanOrEqual(MOST_TURN)
})

test('homes without a position stand outside every ring, and are marked so', () => {
  fc.assert(
    fc.property(homesOf(30, fc.option(way, { freq: 1 })), (homes) => {
      const { discs, rings } = layOut(homes)
      const nowhere = homes.filter((home) => home.way === null).map(({ id }) => id)
      const marked = discs.filter(({ placed }) => placed === 'unknown')
      expect(marked.map(({ id }) => id).toSorted()).toEqual(nowhere.toSorted())
      for (const disc of marked) {
        const out = Math.hypot(disc.x - WIDTH / 2, disc.y - HEIGHT / 2)
        for (const ring of rings) expect(out - HOME_RADIUS).toBeGreaterThan(ring.radius)
      }
    }),
  )
})

test('words never overlap each other, a disc or the edge', () => {
  fc.assert(
    fc.property(homesOf(14), (homes) => {
      const { discs, rings, labels, centre } = layOut(homes)
      const wide = (text: string, font = 15) => text.length * font * 0.6
      const boxes = [
        ...labels.map(({ text, x, y, anchor }) => {
          const left = anchor === 'start' ? x : anchor === 'end' ? x - wide(text) : x - wide(text) / 2
          return { left, right: left + wide(text), top: y - 9, bottom: y + 9 }
        }),
        ...rings.flatMap(({ label, miles }) => {
          if (!label) return []
          const w = wide(ringWords(miles), 20) / 2
          return [{ left: label.x - w, right: label.x + w, top: label.y - 9, bottom: label.y + 9 }]
        }),
      ]
      for (const [index, a] of boxes.entries()) {
        expect(Math.min(a.left, a.top)).toBeGreaterThanOrEqual(0)
        expect(a.right).toBeLessThanOrEqual(WIDTH)
        expect(a.bottom).toBeLessThanOrEqual(HEIGHT)
        for (const b of boxes.slice(index + 1)) {
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
          expect(apart).toBe(true)
        }
        for (const { x, y, radius } of [
          ...discs.map((disc) => ({ ...disc, radius: HOME_RADIUS })),
          { ...centre, radius: HUB_RADIUS },
        ]) {
          const dx = Math.max(a.left - x, 0, x - a.right)
          const dy = Math.max(a.top - y, 0, y - a.bottom)
          expect(Math.hypot(dx, dy)).toBeGreaterThanOrEqual(radius)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('the same homes in another order give the same picture', () => {
  fc.assert(
    fc.property(
      homesOf(10).chain((homes) =>
        fc.tuple(fc.constant(homes), fc.shuffledSubarray(homes, { minLength: homes.length })),
      ),
      ([homes, shuffled]) => {
        expect(layOut(shuffled)).toEqual(layOut(homes))
      },
    ),
  )
})

test('rings fit the furthest home, three at most, in miles that people say', () => {
  const at = (miles: number) => layOut([{ id: 'a', name: null, way: { miles, bearing: 10 } }]).rings
  expect(at(4.4).map((ring) => ring.miles)).toEqual([1, 2.5, 5])
  expect(at(1.9).map((ring) => ring.miles)).toEqual([0.5, 1, 2])
  expect(at(8).map((ring) => ring.miles)).toEqual([2, 5, 10])
  expect(layOut([]).rings).toEqual([])
  expect([0.5, 1, 2.5].map(ringWords)).toEqual(['half a mile', '1 mile', '2.5 miles'])
})

test('a line between two homes goes round the hub, and starts and ends at them', () => {
  fc.assert(
    fc.property(way, way, (a, b) => {
      const [from, to] = [spotAt(a.bearing, 120), spotAt(b.bearing, 220)]
      const points = pointsOn(curve(from, to))
      const top = points[20] ?? from
      expect(distance(top, { x: WIDTH / 2, y: HEIGHT / 2 })).toBeGreaterThan(HUB_RADIUS)
      expect(distance(points[0] ?? to, from)).toBeLessThan(0.001)
      expect(distance(points.at(-1) ?? from, to)).toBeLessThan(0.001)
    }),
  )
  const { x, y } = spotAt(90, 100)
  expect(pathOf({ from: { x, y }, handle: { x: 1.4, y: 2.6 }, to: { x: 3, y: 4 } })).toBe('M400 280Q1 3 3 4')
})

test('a name keeps off a line where it can', () => {
  const home = (id: string, bearing: number) => ({ id, name: 'Millbrook', way: { miles: 3, bearing } })
  const labelOf = (ties: [string, string][]) =>
    layOut([home('a', 20), home('b', 160)], ties, 'hub').labels.find(({ id }) => id === 'a')
  const [alone, tied] = [labelOf([]), labelOf([['a', 'b']])]
  expect(alone).toBeDefined()
  expect(tied).not.toEqual(alone)
})
