import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, daysBetween, weekday } from '../values/london.ts'
import {
  checkState,
  hubReadiness,
  nextReview,
  nightState,
  nightsBetween,
  nightsWithin,
  openNights,
  shutBecause,
} from './rules.ts'

const day = (offset: number): Day => addDays('2026-11-22', offset)
const anyDay = fc.integer({ min: 0, max: 120 }).map(day)
const anyDays = fc.record({ from: anyDay, until: fc.option(anyDay) })
const anyNights = fc.uniqueArray(fc.integer({ min: 1, max: 7 }))

describe('a check', () => {
  test.each([
    [null, 'missing'],
    ['2026-11-21', 'run_out'],
    ['2026-11-22', 'due'],
    ['2027-01-17', 'due'],
    ['2027-01-18', 'in_date'],
  ] as const)('that runs out on %s is %s on 22 November', (expiresOn, state) => {
    expect(checkState(expiresOn, '2026-11-22')).toBe(state)
  })

  test('only ever gets worse as days go by', () => {
    const order = ['in_date', 'due', 'run_out']
    fc.assert(
      fc.property(anyDay, anyDay, fc.nat(90), (expiresOn, on, later) => {
        const now = order.indexOf(checkState(expiresOn, on))
        expect(order.indexOf(checkState(expiresOn, addDays(on, later)))).toBeGreaterThanOrEqual(now)
      }),
    )
  })
})

describe('the next review (Fostering Services (England) Regulations 2011, regulation 28)', () => {
  test('is the recorded one, or twelve months after approval', () => {
    expect(nextReview('2026-03-10', '2026-12-01', 12)).toBe('2026-12-01')
    expect(nextReview('2026-03-10', null, 12)).toBe('2027-03-10')
    expect(nextReview('2028-02-29', null, 12)).toBe('2029-02-28')
  })
  test('is of no home that is not approved', () => {
    expect(nextReview(null, '2026-12-01', 12)).toBeNull()
  })
})

describe('a night', () => {
  const friday = '2026-11-27'
  const closure = { from: friday, until: '2026-11-30', reason: 'Away' }
  const weekends = { from: '2026-11-01', until: null, openNights: [5, 6] }

  test('is open without closure and pattern', () => {
    expect(shutBecause(friday, { closures: [], patterns: [] })).toBeNull()
  })
  test('is shut from the first night off until the first night open again', () => {
    const shut = (night: Day) => shutBecause(night, { closures: [closure], patterns: [] })
    expect([day(4), friday, '2026-11-29', '2026-11-30'].map(shut)).toEqual([null, 'closure', 'closure', null])
  })
  test('is shut on nights the pattern leaves out, and a closure is the nearer reason', () => {
    const openness = { closures: [closure], patterns: [weekends] }
    expect(shutBecause('2026-11-26', openness)).toBe('weekly_pattern')
    expect(shutBecause(friday, openness)).toBe('closure')
    expect(shutBecause('2026-11-29', openness)).toBe('closure')
    expect(shutBecause('2026-12-04', openness)).toBeNull()
  })
  test('is open exactly when no closure holds it and the pattern of that day has it', () => {
    const closures = fc.array(
      anyDays.map((days) => ({ ...days, reason: null })),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(closures, fc.option(anyNights), anyDay, fc.nat(40), (closures, pattern, from, length) => {
        const patterns = pattern ? [{ from: '2026-01-01', until: null, openNights: pattern }] : []
        const until = addDays(from, length)
        const open = new Set(openNights(from, until, { closures, patterns }))
        for (const night of nightsBetween(from, until)) {
          const off = closures.some((one) => one.from <= night && (one.until === null || night < one.until))
          const kept = pattern === null || pattern.includes(weekday(night))
          expect(open.has(night)).toBe(!off && kept)
        }
      }),
    )
  })
  test('belongs to a stretch as long as its days', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), (from, length) => {
        const nights = nightsBetween(from, addDays(from, length))
        expect(nights).toHaveLength(length)
        expect(nights.every((night, at) => daysBetween(from, night) === at)).toBe(true)
      }),
    )
  })
  test.each([
    [null, 2, 0, 'free'],
    [null, 2, 1, 'limited'],
    [null, 2, 2, 'full'],
    [null, 1, 2, 'full'],
    [null, 0, 0, 'full'],
    ['closure', 2, 0, 'shut'],
  ] as const)('shut by %s with %i beds and %i taken is %s', (shut, beds, taken, state) => {
    expect(nightState(shut, beds, taken)).toBe(state)
  })
  test('is counted against days off that end, and that do not', () => {
    const nights = ['2026-11-26', '2026-11-27', '2026-11-28']
    expect(nightsWithin(nights, { from: friday, until: '2026-11-28' })).toEqual([friday])
    expect(nightsWithin(nights, { from: friday, until: null })).toEqual([friday, '2026-11-28'])
  })
})

describe('a home that might be a hub', () => {
  const needs = { spareBeds: 2, adultHomeFullTime: true }
  const good = { dbs: 'in_date', medical: 'due', review: 'in_date', allergy_training: 'in_date' } as const
  const ready = { beds: 2, adultHomeFullTime: true, approved: true, checks: good }
  const met = (facts: Parameters<typeof hubReadiness>[0]) => hubReadiness(facts, needs).map((one) => one.met)

  test('is ready when everything is there', () => {
    expect(met(ready)).toEqual([true, true, true, true])
  })
  test('is told what is missing, and what is not known is not taken for missing', () => {
    expect(met({ ...ready, beds: 1 })).toEqual([false, true, true, true])
    expect(met({ ...ready, adultHomeFullTime: null })).toEqual([true, null, true, true])
    expect(met({ ...ready, adultHomeFullTime: false })).toEqual([true, false, true, true])
    expect(met({ ...ready, approved: false })).toEqual([true, true, false, true])
    expect(met({ ...ready, checks: { ...good, medical: 'run_out' } })).toEqual([true, true, true, false])
    expect(met({ ...ready, checks: { dbs: 'in_date' } })).toEqual([true, true, true, false])
    expect(met({ ...ready, approved: null, checks: null })).toEqual([true, true, null, null])
  })
  test('where the model asks for no adult at home, none is needed', () => {
    expect(
      hubReadiness({ ...ready, adultHomeFullTime: false }, { spareBeds: 2, adultHomeFullTime: false })[1]
        ?.met,
    ).toBe(true)
  })
})
