import { expect, test } from 'vitest'
import { type Known, percentInWords, qualityOf } from './quality.ts'

const known = (total: number | null, bound: number | null, more: Partial<Known> = {}): Known => ({
  cost: total === null ? null : { total },
  bound,
  checkedBound: bound,
  proven: false,
  broken: false,
  ...more,
})

test('a plan is within what it costs above the bound, in percent of the best there can be', () => {
  expect(qualityOf(known(200, 160, { checkedBound: 100 }))).toEqual({
    withinPercent: 25,
    checkedPercent: 100,
    best: false,
    broken: false,
  })
  expect(qualityOf(known(100, 100)).best).toBe(true)
  expect(qualityOf(known(100, 90, { proven: true }))).toMatchObject({ withinPercent: 0, best: true })
})

test('a plan that breaks a rule is never the best, however little it costs', () => {
  expect(qualityOf(known(80, 90, { broken: true }))).toEqual({
    withinPercent: null,
    checkedPercent: null,
    best: false,
    broken: true,
  })
})

test('without a bound nothing is said of it', () => {
  const nothing = { withinPercent: null, checkedPercent: null, best: false }
  expect(qualityOf(known(null, 5))).toMatchObject(nothing)
  expect(qualityOf(known(100, 0, { checkedBound: null }))).toMatchObject(nothing)
})

test('a percentage is never said to be less than it is', () => {
  expect([0, 0.001, 0.041, 0.07, 1.01, 12.34].map(percentInWords)).toEqual([
    '0%',
    '0.01%',
    '0.05%',
    '0.07%',
    '1.1%',
    '12.4%',
  ])
})
