import { describe, expect, test } from 'vitest'
import { at } from '../../../tests/given/stay-facts.ts'
import { nightsOf } from '../../values/nights.ts'
import { emergencySpan, lastTimeItWas, usualEnd, usualSpan } from './emergency-span.ts'

describe('how long an emergency is', () => {
  test('at 02:07 it ends the same day, from 5am on the next', () => {
    expect(usualEnd(at('2026-11-22 02:07'))).toEqual({ day: '2026-11-22', time: '16:00' })
    expect(usualEnd(at('2026-11-22 04:59'))).toEqual({ day: '2026-11-22', time: '16:00' })
    expect(usualEnd(at('2026-11-22 05:00'))).toEqual({ day: '2026-11-23', time: '16:00' })
    expect(usualEnd(at('2026-11-22 23:59'))).toEqual({ day: '2026-11-23', time: '16:00' })
  })

  test.each([
    ['2026-03-28 23:30', '2026-03-28', '2026-03-29T15:00:00.000Z'],
    ['2026-03-29 00:30', '2026-03-28', '2026-03-29T15:00:00.000Z'],
    ['2026-03-29 03:30', '2026-03-28', '2026-03-29T15:00:00.000Z'],
    ['2026-10-24 23:30', '2026-10-24', '2026-10-25T16:00:00.000Z'],
    ['2026-10-25 01:30', '2026-10-24', '2026-10-25T16:00:00.000Z'],
    ['2026-10-25 04:30', '2026-10-24', '2026-10-25T16:00:00.000Z'],
  ])('from %s it is one night when the clocks change', (now, night, to) => {
    const span = emergencySpan(at(now), null, null)
    if ('message' in span) throw new Error(span.message)
    expect(span).toEqual(usualSpan(at(now)))
    expect(span.from).toEqual(at(now))
    expect(span.to.toISOString()).toBe(to)
    expect(nightsOf(span)).toEqual([night])
  })

  test('another day and time may be chosen, each by itself', () => {
    const now = at('2026-11-22 02:07')
    expect(emergencySpan(now, '2026-11-24', '18:30')).toEqual({ from: now, to: at('2026-11-24 18:30') })
    expect(emergencySpan(now, '2026-11-24', null)).toEqual({ from: now, to: at('2026-11-24 16:00') })
    expect(emergencySpan(now, null, '09:00')).toEqual({ from: now, to: at('2026-11-22 09:00') })
  })

  test('what cannot be is said at the field', () => {
    const now = at('2026-11-22 10:00')
    expect(emergencySpan(now, '2026-11-22', '09:59')).toMatchObject({
      message: expect.stringMatching(/must be in the future/),
    })
    expect(emergencySpan(now, '2026-11-22', '10:00')).toMatchObject({
      message: expect.stringMatching(/must be in the future/),
    })
    expect(emergencySpan(now, '2026-11-22', '20:00')).toMatchObject({
      message: expect.stringMatching(/at least one night/),
    })
    expect(emergencySpan(now, '2026-12-06', null)).toHaveProperty('to')
    expect(emergencySpan(now, '2026-12-07', null)).toMatchObject({
      field: 'until',
      message: expect.stringMatching(/14 nights at most/),
    })
  })
})

test('a time of day is the last time the clock showed it', () => {
  const now = at('2026-11-22 00:10')
  expect(lastTimeItWas(now, '00:10')).toEqual(now)
  expect(lastTimeItWas(now, '00:05')).toEqual(at('2026-11-22 00:05'))
  expect(lastTimeItWas(now, '23:50')).toEqual(at('2026-11-21 23:50'))
})
