import { expect, test } from 'vitest'
import { percentInWords, qualityOf } from './quality.ts'

test('a plan is within what it costs above the bound', () => {
  expect(qualityOf(200, 190, 100, false)).toEqual({ withinPercent: 5, checkedPercent: 50, best: false })
  expect(qualityOf(100, 100, 99, false).best).toBe(true)
  expect(qualityOf(100, 90, 90, true)).toMatchObject({ withinPercent: 0, best: true })
})

test('without a bound nothing is said of it', () => {
  expect(qualityOf(null, 5, 5, false)).toEqual({ withinPercent: null, checkedPercent: null, best: false })
  expect(qualityOf(100, 0, null, false)).toEqual({ withinPercent: null, checkedPercent: null, best: false })
})

test('a percentage is never said to be less than it is', () => {
  expect([0, 0.001, 0.041, 1.01, 12.34].map(percentInWords)).toEqual([
    '0%',
    '0.01%',
    '0.05%',
    '1.1%',
    '12.4%',
  ])
})
