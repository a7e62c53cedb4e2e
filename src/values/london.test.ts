import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  dayOf,
  daysBetween,
  daysOf,
  holds,
  momentAt,
  overlap,
  timeOf,
  weekday,
} from './london.ts'

const iso = (moment: Date) => moment.toISOString()

describe('the London clock', () => {
  test('is Greenwich’s in winter and an hour ahead in summer', () => {
    expect(iso(momentAt('2026-11-27', '17:00'))).toBe('2026-11-27T17:00:00.000Z')
    expect(iso(momentAt('2026-07-01', '17:00'))).toBe('2026-07-01T16:00:00.000Z')
    expect(dayOf(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02')
    expect(timeOf(new Date('2026-07-01T23:30:00Z'))).toBe('00:30')
  })

  test('moves on a time it skips in spring, and takes the first of a time it shows twice in autumn', () => {
    expect(iso(momentAt('2026-03-29', '01:30'))).toBe('2026-03-29T01:30:00.000Z')
    expect(timeOf(momentAt('2026-03-29', '01:30'))).toBe('02:30')
    expect(iso(momentAt('2026-10-25', '01:30'))).toBe('2026-10-25T00:30:00.000Z')
  })

  test('gives back the day and time it was asked for, wherever that time is shown', () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), minutes, (day, minute) => {
        const on = addDays('2026-01-01', day)
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        fc.pre(!(on === '2026-03-29' && time.startsWith('01')))
        expect([dayOf(momentAt(on, time)), timeOf(momentAt(on, time))]).toEqual([on, time])
      }),
    )
  })
})

describe('days', () => {
  test('are added, counted and named', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-02-29', -12)).toBe('2023-02-28')
    expect(daysBetween('2026-11-27', '2026-12-01')).toBe(4)
    expect(daysBetween('2026-12-01', '2026-11-27')).toBe(-4)
    expect([weekday('2026-11-23'), weekday('2026-11-29')]).toEqual([1, 7])
  })

  test('of a span are all it touches; midnight at its end touches nothing of the next day', () => {
    const days = (from: string, to: string) => daysOf({ from: new Date(from), to: new Date(to) })
    expect(days('2026-11-27T17:00Z', '2026-11-29T16:00Z')).toEqual(['2026-11-27', '2026-11-28', '2026-11-29'])
    expect(days('2026-11-27T17:00Z', '2026-11-28T00:00Z')).toEqual(['2026-11-27'])
    expect(days('2026-07-01T22:59Z', '2026-07-01T23:01Z')).toEqual(['2026-07-01', '2026-07-02'])
  })

  test('are held from the first to the day before the end', () => {
    const stretch = { from: '2026-11-27', until: '2026-11-29' }
    const november = ['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']
    expect(november.map((day) => holds(stretch, day))).toEqual([false, true, true, false])
    expect(holds({ from: '2026-11-27', until: null }, '2099-01-01')).toBe(true)
  })
})

test('spans that abut share no moment; half a minute is enough', () => {
  const span = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) })
  const evening = span('2026-11-27T17:00Z', '2026-11-27T20:00Z')
  expect(overlap(evening, span('2026-11-27T20:00Z', '2026-11-27T21:00Z'))).toBe(false)
  expect(overlap(span('2026-11-27T20:00Z', '2026-11-27T21:00Z'), evening)).toBe(false)
  expect(overlap(evening, span('2026-11-27T19:59:30Z', '2026-11-27T21:00Z'))).toBe(true)
})

describe('age', () => {
  test('goes up on the birthday', () => {
    expect(ageOn('2017-11-28', '2026-11-27')).toBe(8)
    expect(ageOn('2017-11-28', '2026-11-28')).toBe(9)
  })

  test('of someone born on 29 February goes up on 1 March in other years', () => {
    expect(ageOn('2020-02-29', '2025-02-28')).toBe(4)
    expect(ageOn('2020-02-29', '2025-03-01')).toBe(5)
    expect(ageOn('2020-02-29', '2028-02-29')).toBe(8)
  })
})

describe('the London clock, asked of Temporal moment by moment,', () => {
  const inLondon = (moment: Date) =>
    Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO('Europe/London')
  const two = (number: number) => String(number).padStart(2, '0')
  /** Any moment of two centuries, and as often one within two days of a change. */
  const moment = fc.oneof(
    fc.date({ min: new Date('1900-01-02'), max: new Date('2199-12-30'), noInvalidDate: true }),
    fc
      .tuple(
        fc.integer({ min: 1917, max: 2199 }),
        fc.boolean(),
        fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 }),
      )
      .map(([year, late, off]) => {
        const from = Temporal.PlainDate.from({ year, month: late ? 7 : 1, day: 1 }).toZonedDateTime(
          'Europe/London',
        )
        const change = from.getTimeZoneTransition('next') ?? from
        return new Date(change.epochMilliseconds + off)
      }),
  )

  test('shows the same day and time', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const { year, month, day, hour, minute } = inLondon(at)
        expect([dayOf(at), timeOf(at)]).toEqual([
          `${year}-${two(month)}-${two(day)}`,
          `${two(hour)}:${two(minute)}`,
        ])
      }),
      { numRuns: 1000 },
    )
  })

  test('shows a day and time at the same moment', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const [day, time] = [at.toISOString().slice(0, 10), at.toISOString().slice(11, 16)]
        const wanted = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/London')
        expect(momentAt(day, time).getTime()).toBe(wanted.epochMilliseconds)
      }),
      { numRuns: 1000 },
    )
  })

  test('knows no day or time that is not there', () => {
    for (const [day, time] of [
      ['2026-02-30', '10:00'],
      ['2026-13-01', '10:00'],
      ['2026-01-01', '25:00'],
      ['2026-01-01', ''],
    ])
      expect(() => momentAt(day ?? '', time ?? '')).toThrow(RangeError)
  })
})
