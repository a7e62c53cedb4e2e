import { expect, test } from 'vitest'
import { momentAt } from './london.ts'
import { nextWorkingMorning } from './working-days.ts'

const after = (day: string, time: string) => nextWorkingMorning(momentAt(day, time), '07:00').toISOString()

test('the morning after a working day', () => {
  expect(after('2026-11-23', '14:00')).toBe('2026-11-24T07:00:00.000Z')
  expect(after('2026-11-23', '05:00')).toBe('2026-11-24T07:00:00.000Z')
})

test('in the small hours it is that very morning', () => {
  expect(after('2026-11-24', '02:07')).toBe('2026-11-24T07:00:00.000Z')
  expect(after('2026-11-24', '04:59')).toBe('2026-11-24T07:00:00.000Z')
})

test('a weekend is skipped', () => {
  expect(after('2026-11-20', '23:00')).toBe('2026-11-23T07:00:00.000Z')
  expect(after('2026-11-21', '02:07')).toBe('2026-11-23T07:00:00.000Z')
  expect(after('2026-11-22', '12:00')).toBe('2026-11-23T07:00:00.000Z')
  expect(after('2026-11-23', '02:07')).toBe('2026-11-23T07:00:00.000Z')
})

test('it is seven on the clock before and after the clocks change', () => {
  expect(after('2026-03-27', '22:00')).toBe('2026-03-30T06:00:00.000Z')
  expect(after('2026-10-23', '22:00')).toBe('2026-10-26T07:00:00.000Z')
})
