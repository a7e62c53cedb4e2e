import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, readable } from './contrast.ts'

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#0b1f3a', '#ffffff', 16.5],
  ['#ffffff', '#12294d', 14.5],
  ['#ffcc4d', '#12294d', 9.7],
  ['#1a4f9c', '#ffffff', 7.9],
  ['#ffffff', '#a61b12', 7.5],
  ['#7a4a00', '#fff3d1', 6.8],
])('%s on %s is %s to 1', (words, behind, ratio) => {
  expect(contrast(words, behind)).toBeCloseTo(ratio, 0)
})

test('a pair under 4.5 is refused, one just above it is not', () => {
  expect(readable('#777777', '#ffffff')).toBe(false)
  expect(readable('#767676', '#ffffff')).toBe(true)
})

test('what is not a colour is refused', () => {
  expect(readable('#ffffff', 'navy')).toBe(false)
  expect(readable('#ffffff', '#12294d; } body { display: none')).toBe(false)
  expect(() => contrast('#fff', '#000000')).toThrow(RangeError)
})

test('the order of two colours does not matter, and every ratio is from 1 to 21', () => {
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((number) => `#${number.toString(16).padStart(6, '0')}`)
  fc.assert(
    fc.property(colour, colour, (a, b) => {
      const ratio = contrast(a, b)
      expect(contrast(b, a)).toBe(ratio)
      expect(ratio).toBeGreaterThanOrEqual(1)
      expect(ratio).toBeLessThanOrEqual(21)
    }),
  )
})
