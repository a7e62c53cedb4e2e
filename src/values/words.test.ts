import { expect, test } from 'vitest'
import { clockTime, count, dayAndTime, list, longDay, shortDay } from './words.ts'

test('days are written short on a list and long in a sentence', () => {
  expect(shortDay('2026-11-27')).toBe('Fri 27 Nov')
  expect(shortDay('2026-07-01')).toBe('Wed 1 Jul')
  expect(longDay('2026-11-27')).toBe('27 November 2026')
})

test.each([
  ['2026-11-27T17:00:00Z', '5pm'],
  ['2026-11-27T17:30:00Z', '5:30pm'],
  ['2026-11-27T09:05:00Z', '9:05am'],
  ['2026-11-27T12:00:00Z', 'midday'],
  ['2026-11-27T12:30:00Z', '12:30pm'],
  ['2026-11-27T00:00:00Z', 'midnight'],
  ['2026-11-27T00:15:00Z', '12:15am'],
  ['2026-07-01T16:00:00Z', '5pm'],
])('%s is %s on a London clock', (moment, words) => {
  expect(clockTime(new Date(moment))).toBe(words)
})

test('a moment is written by its London day and time', () => {
  expect(dayAndTime(new Date('2026-11-27T17:00:00Z'))).toBe('Fri 27 Nov, 5pm')
  expect(dayAndTime(new Date('2026-07-01T23:30:00Z'))).toBe('Thu 2 Jul, 12:30am')
})

test('things are counted in one or many', () => {
  expect(count(1, 'night')).toBe('1 night')
  expect(count(0, 'night')).toBe('0 nights')
  expect(count(2, 'foster child', 'foster children')).toBe('2 foster children')
})

test('things are listed as they are said', () => {
  expect(list([])).toBe('')
  expect(list(['Ann'])).toBe('Ann')
  expect(list(['Ann', 'Ben'])).toBe('Ann and Ben')
  expect(list(['Ann', 'Ben', 'Cai'])).toBe('Ann, Ben and Cai')
})
