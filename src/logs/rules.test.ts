import { describe, expect, test } from 'vitest'
import {
  doseCloseTo,
  isAnothers,
  isSameMedicine,
  momentOfNight,
  momentProblem,
  nightsToWrite,
  notBegun,
  notifyBy,
} from './rules.ts'

const at = (moment: string) => new Date(moment)
const there = {
  arrivedAt: at('2026-11-27T17:05:30Z'),
  leftAt: null,
  to: at('2026-11-29T16:00Z'),
}
const over = { ...there, leftAt: at('2026-11-29T15:30Z') }

describe('the moment that is written of', () => {
  test.each([
    ['the minute they arrived', there, '2026-11-27T17:05Z', null],
    ['the minute it is', there, '2026-11-28T09:00Z', null],
    ['before they arrived', there, '2026-11-27T17:04Z', /before they arrived \(Fri 27 Nov, 5:05pm\)/],
    ['in a minute', there, '2026-11-28T09:01Z', /in the future/],
  ])('%s', (_when, times, moment, says) => {
    const problem = momentProblem(times, at(moment), at('2026-11-28T09:00Z'))
    if (says) expect(problem?.message).toMatch(says)
    else expect(problem).toBeNull()
  })

  test('after they left, with when that was; late writing is no reason', () => {
    const late = at('2026-12-20T09:00Z')
    expect(momentProblem(over, at('2026-11-29T15:31Z'), late)?.message).toMatch(/left \(Sun 29 Nov, 3:30pm\)/)
    expect(momentProblem(over, at('2026-11-29T15:30Z'), late)).toBeNull()
  })

  test('nothing is written before the stay has begun', () => {
    expect(notBegun({ arrivedAt: null })).toMatch(/Record that they have arrived/)
    expect(notBegun(there)).toBeNull()
  })
})

describe('the nights that can be written of', () => {
  test.each([
    ['in the first evening', there, '2026-11-27T18:00Z', ['2026-11-27']],
    ['before the first evening', { ...there, arrivedAt: at('2026-11-27T12:00Z') }, '2026-11-27T17:59Z', []],
    ['the next morning', there, '2026-11-28T07:00Z', ['2026-11-27']],
    ['when it is over', over, '2026-12-20T07:00Z', ['2026-11-27', '2026-11-28']],
    ['later than they were to go', there, '2026-11-30T07:00Z', ['2026-11-27', '2026-11-28', '2026-11-29']],
    [
      'taken in at 02:07',
      { ...there, arrivedAt: at('2026-11-28T02:07Z') },
      '2026-11-28T02:30Z',
      ['2026-11-27'],
    ],
    [
      'the clocks go back',
      { ...there, arrivedAt: at('2026-10-24T16:00Z'), leftAt: at('2026-10-25T10:00Z') },
      '2026-10-25T11:00Z',
      ['2026-10-24'],
    ],
    ['nobody came yet', { ...there, arrivedAt: null }, '2026-11-28T07:00Z', []],
  ])('%s', (_when, times, now, nights) => {
    expect(nightsToWrite(times, at(now))).toEqual(nights)
  })

  test('a night stands where it was written, at the latest the morning after', () => {
    const night = '2026-11-27'
    expect(momentOfNight(night, at('2026-11-27T23:10Z'))).toEqual(at('2026-11-27T23:10Z'))
    expect(momentOfNight(night, at('2026-12-03T09:00Z'))).toEqual(at('2026-11-28T07:00Z'))
  })
})

describe('medicine', () => {
  test('one name, however it is typed', () => {
    expect(isSameMedicine(' Junior  Paracetamol', 'junior paracetamol')).toBe(true)
    expect(isSameMedicine('Paracetamol', 'Ibuprofen')).toBe(false)
  })

  test('is another’s where it is on theirs alone', () => {
    expect(isAnothers('melatonin', [], ['Melatonin'])).toBe(true)
    expect(isAnothers('melatonin', ['Melatonin'], ['Melatonin'])).toBe(false)
    expect(isAnothers('Calpol', ['Melatonin'], ['Ritalin'])).toBe(false)
  })

  test.each([
    ['29 minutes after', '08:29', true],
    ['30 minutes after', '08:30', false],
    ['29 minutes before', '07:31', true],
    ['30 minutes before', '07:30', false],
  ])('%s another dose of it', (_when, time, close) => {
    const given = [
      { medicine: 'Ibuprofen', at: at(`2026-11-28T${time}Z`) },
      { medicine: 'Paracetamol', at: at('2026-11-28T08:00Z') },
    ]
    expect(doseCloseTo(given, { medicine: 'paracetamol', at: at(`2026-11-28T${time}Z`) }) !== null).toBe(
      close,
    )
  })
})

test('notified so many hours after it happened, on the night the clocks go back too', () => {
  expect(notifyBy(at('2026-10-24T20:00Z'), 24)).toEqual(at('2026-10-25T20:00Z'))
})
