import { expect, test } from 'vitest'
import { needIn, nightsInRow, onProtected, periodOf, usedIn } from './fair-use.ts'

const span = (from: string, to: string) => ({ from: new Date(`${from}Z`), to: new Date(`${to}Z`) })
const weekend = span('2026-11-20T17:00', '2026-11-22T16:00')
const period = { from: '2026-11-01', until: '2026-11-29' }

test('the period is so many weeks of nights that are over', () => {
  expect(periodOf('2026-11-28', 12)).toEqual({ from: '2026-09-05', until: '2026-11-28' })
})

test.each([
  // Two a month for each child, over 2.76 months.
  [12, null, 2, 11],
  [52, null, 1, 24],
  [12, 6, 2, 17],
  [12, 0, 3, 0],
  [26, null, 0, 0],
])('need in %i weeks with %s stated and %i children is %i child-nights', (weeks, stated, children, need) => {
  expect(needIn(weeks, stated, children)).toBe(need)
})

test('a child for a night is a child-night; only nights of the period count', () => {
  const stays = [
    { kind: 'planned', children: 2, span: weekend },
    { kind: 'planned', children: 1, span: span('2026-10-30T17:00', '2026-11-02T10:00') },
    { kind: 'emergency', children: 1, span: span('2026-11-28T02:07', '2026-11-30T10:00') },
    { kind: 'day_care', children: 2, span: span('2026-11-25T09:00', '2026-11-25T13:30') },
  ]
  expect(usedIn(period, stays)).toEqual({ planned: 5, emergency: 2, dayCareHours: 9 })
})

test('nights in a row are counted over stays, and broken by a night without', () => {
  const spans = [
    weekend,
    span('2026-11-22T17:00', '2026-11-23T10:00'),
    span('2026-11-27T17:00', '2026-11-30T10:00'),
  ]
  expect(nightsInRow(period, spans)).toEqual({ now: 2, longest: 3 })
  expect(nightsInRow({ from: '2026-11-01', until: '2026-11-26' }, spans)).toEqual({ now: 0, longest: 3 })
})

test('protected nights with a child staying', () => {
  expect(onProtected(period, [weekend, weekend], [6, 7])).toBe(1)
  expect(onProtected(period, [weekend], [])).toBe(0)
})
