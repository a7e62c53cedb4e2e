import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf, momentAt, overlap } from './london.ts'
import { nightsOf } from './nights.ts'

const at = (written: string) => momentAt(written.slice(0, 10), written.slice(11))
const span = (from: string, to: string) => ({ from: at(from), to: at(to) })

describe('the nights of a stay', () => {
  test.each([
    ['Friday 5pm to Sunday 4pm is Friday and Saturday', '2026-11-27 17:00', '2026-11-29 16:00', [27, 28]],
    ['a day visit has none', '2026-11-27 05:00', '2026-11-27 23:59', []],
    ['until midnight is no night yet', '2026-11-27 17:00', '2026-11-28 00:00', []],
    ['a minute past midnight is one', '2026-11-27 17:00', '2026-11-28 00:01', [27]],
    ['taken in at 2:07 sleeps there on the night before', '2026-11-28 02:07', '2026-11-28 12:00', [27]],
    ['until 5am counts as that night', '2026-11-28 04:59', '2026-11-28 12:00', [27]],
    ['from 5am does not', '2026-11-28 05:00', '2026-11-28 12:00', []],
  ])('%s', (_, from, to, november) => {
    expect(nightsOf(span(from, to))).toEqual(november.map((day) => `2026-11-${day}`))
  })

  test('a night of 23 hours in spring and one of 25 in autumn are one night each', () => {
    expect(nightsOf(span('2026-03-28 18:00', '2026-03-29 10:00'))).toEqual(['2026-03-28'])
    expect(nightsOf(span('2026-10-24 18:00', '2026-10-25 10:00'))).toEqual(['2026-10-24'])
  })

  test('the hour shown twice in autumn belongs to the night before, both times', () => {
    const first = new Date('2026-10-25T00:30:00Z')
    const again = new Date('2026-10-25T01:30:00Z')
    expect(nightsOf({ from: first, to: again })).toEqual(['2026-10-24'])
    expect(nightsOf({ from: again, to: at('2026-10-25 09:00') })).toEqual(['2026-10-24'])
  })

  test('they are the evenings whose small hours the stay touches, over both changes of the clock', () => {
    const moment = fc
      .constantFrom('2026-03-27', '2026-10-23', '2026-11-27')
      .chain((day) =>
        fc
          .integer({ min: 0, max: 5 * 24 * 60 })
          .map((minutes) => new Date(momentAt(day, '00:00').getTime() + minutes * 60_000)),
      )
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 9 * 24 * 60 }), (from, minutes) => {
        const stay = { from, to: new Date(from.getTime() + minutes * 60_000) }
        const evenings = Array.from({ length: 14 }, (_, index) => addDays(dayOf(from), index - 2))
        const touched = evenings.filter((evening) => {
          const morning = addDays(evening, 1)
          return overlap(stay, { from: momentAt(morning, '00:00'), to: momentAt(morning, '05:00') })
        })
        expect(nightsOf(stay)).toEqual(touched)
      }),
    )
  })
})
