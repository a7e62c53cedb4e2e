import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bearing, miles, type Point } from './distance.ts'

const gloucester = { lat: 51.8642, lon: -2.2382 }
const portsmouth = { lat: 50.8198, lon: -1.088 }
const aberdeen = { lat: 57.1497, lon: -2.0943 }

test('known distances, to half a mile', () => {
  expect(miles(gloucester, portsmouth)).toBeCloseTo(87.5, 0)
  expect(miles(gloucester, aberdeen)).toBeCloseTo(365.3, 0)
})

test('a degree of latitude is 69.1 miles; a degree of longitude shrinks with its cosine', () => {
  expect(miles({ lat: 51, lon: 0 }, { lat: 52, lon: 0 })).toBeCloseTo(69.09, 1)
  expect(miles({ lat: 60, lon: 0 }, { lat: 60, lon: 0.1 })).toBeCloseTo(3.45, 1)
})

test.each([
  ['north', { lat: 52, lon: -1 }, 0],
  ['east', { lat: 51, lon: -0.9 }, 90],
  ['south', { lat: 50, lon: -1 }, 180],
  ['west', { lat: 51, lon: -1.1 }, 270],
])('%s is where it should be', (_, to, angle) => {
  expect(Math.abs(bearing({ lat: 51, lon: -1 }, to) - angle)).toBeLessThan(0.1)
})

const point: fc.Arbitrary<Point> = fc.record({
  lat: fc.double({ min: 49, max: 61.5, noNaN: true }),
  lon: fc.double({ min: -9, max: 2.5, noNaN: true }),
})

test('distance is the same both ways, nothing to oneself, and no detour is shorter', () => {
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      expect(miles(a, b)).toBeCloseTo(miles(b, a), 6)
      expect(miles(a, a)).toBe(0)
      expect(miles(a, b)).toBeLessThanOrEqual(miles(a, c) + miles(c, b) + 1e-6)
    }),
  )
})

test('a bearing is from 0 up to but not 360, and going there and looking back turns about half round', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      const there = bearing(a, b)
      expect(there).toBeGreaterThanOrEqual(0)
      expect(there).toBeLessThan(360)
      // Meridians meet at the pole, so over a whole country the half turn is out by up to ten degrees.
      fc.pre(miles(a, b) > 0.1)
      const turned = Math.abs((bearing(b, a) - there + 540) % 360)
      expect(Math.min(turned, 360 - turned)).toBeLessThan(10)
    }),
  )
})
