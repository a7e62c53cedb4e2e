import { expect, test } from 'vitest'
import { moved, satellitesByHub, withHub } from './moves.ts'

const seats = [
  { household: 'a', hub: 'a' },
  { household: 'b', hub: 'a' },
  { household: 'c', hub: 'c' },
  { household: 'd', hub: null },
]

test('a home goes to another hub, out, or in; the others stay where they are', () => {
  expect(moved(seats, 'b', 'c')).toEqual(seats.with(1, { household: 'b', hub: 'c' }))
  expect(moved(seats, 'b', null)).toEqual(seats.with(1, { household: 'b', hub: null }))
  expect(moved(seats, 'd', 'a')).toEqual(seats.with(3, { household: 'd', hub: 'a' }))
})

test.each([
  ['a', 'c', /is the hub/],
  ['b', 'a', /already/],
  ['d', null, /left out already/],
  ['b', 'd', /one of the plan’s hubs/],
  ['x', 'a', /not part of the plan/],
])('%s to %s is not a move: %s', (household, to, says) => {
  expect(moved(seats, household, to)).toMatch(says)
})

test('another home of a constellation becomes its hub, and all go with it', () => {
  const changed = withHub(seats, 'b')
  expect(changed).toEqual([
    { household: 'a', hub: 'b' },
    { household: 'b', hub: 'b' },
    { household: 'c', hub: 'c' },
    { household: 'd', hub: null },
  ])
  expect(withHub(seats, 'c')).toMatch(/already/)
  expect(withHub(seats, 'd')).toMatch(/left out/)
  expect(withHub(seats, 'x')).toMatch(/not part/)
})

test('satellites are told by hub', () => {
  expect([...satellitesByHub(seats)]).toEqual([
    ['a', ['b']],
    ['c', []],
  ])
})
