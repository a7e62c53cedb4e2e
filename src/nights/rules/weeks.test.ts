import { expect, test } from 'vitest'
import { barsOf, kindsOf, mondayOf, monthsOf, NIGHTS, runsOf } from './weeks.ts'

const MONDAY = '2026-11-23'
const held = (status: string, from: string, to: string) => ({
  bed: 'bed',
  status,
  span: { from: new Date(from), to: new Date(to) },
})

test('weeks begin on their Monday', () => {
  expect(mondayOf('2026-11-29')).toBe(MONDAY)
  expect(mondayOf(MONDAY)).toBe(MONDAY)
})

test('a stay is a bar of its nights, whatever its state', () => {
  const bar = (status: string) => barsOf(MONDAY, [held(status, '2026-11-27T17:00Z', '2026-11-29T16:00Z')])[0]
  expect(bar('requested')).toMatchObject({ state: 'asked', first: 4, end: 6 })
  expect(bar('accepted')?.state).toBe('agreed')
  expect(bar('arrived')?.state).toBe('there')
  expect(bar('continued')?.state).toBe('over')
  expect(bar('cancelled')).toBeUndefined()
})

test('what lies outside is cut off, and a day without a night is no bar', () => {
  expect(barsOf(MONDAY, [held('accepted', '2026-11-20T17:00Z', '2026-11-24T16:00Z')])[0]).toMatchObject({
    first: 0,
    end: 1,
  })
  expect(barsOf(MONDAY, [held('accepted', '2027-02-13T17:00Z', '2027-02-20T16:00Z')])[0]).toMatchObject({
    first: 82,
    end: NIGHTS,
  })
  expect(barsOf(MONDAY, [held('accepted', '2026-11-27T09:00Z', '2026-11-27T16:00Z')])).toEqual([])
  expect(barsOf(MONDAY, [held('accepted', '2027-02-15T17:00Z', '2027-02-17T16:00Z')])).toEqual([])
})

test('each night is open, closed, not a night of theirs, or their own', () => {
  const always = { from: '2020-01-01', until: null }
  const kinds = kindsOf(MONDAY, {
    closures: [{ from: '2026-11-24', until: '2026-11-26' }],
    weekly: [{ openNights: [1, 2, 3, 4, 5, 6], during: always }],
    rest: [{ protectedDays: [2, 4], during: always }],
  })
  expect(kinds.slice(0, 7)).toEqual(['open', 'closed', 'closed', 'protected', 'open', 'open', 'not_open'])
  expect(runsOf(kinds).slice(0, 4)).toEqual([
    { kind: 'closed', first: 1, end: 3 },
    { kind: 'protected', first: 3, end: 4 },
    { kind: 'not_open', first: 6, end: 7 },
    { kind: 'protected', first: 8, end: 9 },
  ])
})

test('months are marked where they begin', () => {
  expect(monthsOf(MONDAY)).toEqual([
    { at: 0, end: 8, month: '2026-11' },
    { at: 8, end: 39, month: '2026-12' },
    { at: 39, end: 70, month: '2027-01' },
    { at: 70, end: 84, month: '2027-02' },
  ])
})
