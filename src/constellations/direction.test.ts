import fc from 'fast-check'
import { expect, test } from 'vitest'
import { middleOf, milesInWords, wayBetween, windOf } from './direction.ts'

const at = (lat: number | null, lon: number | null, positionFrom = 'unit') => ({ lat, lon, positionFrom })

test.each([
  [0, 'north'],
  [22, 'north'],
  [23, 'north-east'],
  [90, 'east'],
  [135, 'south-east'],
  [180, 'south'],
  [225, 'south-west'],
  [270, 'west'],
  [315, 'north-west'],
  [359, 'north'],
  [-90, 'west'],
])('%i degrees is %s', (degrees, wind) => expect(windOf(degrees)).toBe(wind))

test('the way between two homes, rough when a whole sector stands for one', () => {
  const way = wayBetween(at(50.8, -1.1), at(50.9, -1.1))
  expect(way).toMatchObject({ wind: 'north', roughly: false })
  expect(way?.miles).toBeCloseTo(6.9, 1)
  expect(wayBetween(at(50.8, -1.1), at(50.9, -1.1, 'sector'))?.roughly).toBe(true)
  expect(wayBetween(at(50.8, -1.1, 'outcode'), at(50.9, -1.1))?.roughly).toBe(true)
  expect(wayBetween(at(null, null), at(50.9, -1.1))).toBeNull()
  expect(wayBetween(at(50.8, -1.1), at(null, null))).toBeNull()
})

test.each([
  [2.14, false, '2.1 miles'],
  [1.04, false, '1 mile'],
  [0.04, false, 'less than a tenth of a mile'],
  [2.6, true, 'about 3 miles'],
  [1.2, true, 'about 1 mile'],
  [0.2, true, 'less than a mile'],
])('%f miles, roughly %s: %s', (miles, roughly, says) => expect(milesInWords({ miles, roughly })).toBe(says))

test('the middle of places is among them; of none it is nowhere', () => {
  expect(middleOf([at(null, null)])).toBeNull()
  const places = fc.array(
    fc.tuple(fc.double({ min: 50, max: 55, noNaN: true }), fc.double({ min: -5, max: 1, noNaN: true })),
    {
      minLength: 1,
    },
  )
  fc.assert(
    fc.property(places, (points) => {
      const middle = middleOf([at(null, null), ...points.map(([lat, lon]) => at(lat, lon))])
      const lats = points.map(([lat]) => lat)
      expect(middle?.lat).toBeGreaterThanOrEqual(Math.min(...lats) - 1e-9)
      expect(middle?.lat).toBeLessThanOrEqual(Math.max(...lats) + 1e-9)
    }),
  )
})
