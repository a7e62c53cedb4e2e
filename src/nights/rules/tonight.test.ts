import { describe, expect, test } from 'vitest'
import { nightAt, type StayThen, whereOn } from './tonight.ts'

const at = (moment: string) => new Date(`${moment}Z`)
const FRIDAY = '2026-11-27'
const EVENING = at('2026-11-27T19:00')

const stay = (change: Partial<StayThen> = {}): StayThen => ({
  stay: 'one',
  kind: 'planned',
  status: 'accepted',
  home: 'home',
  host: 'hub',
  from: at('2026-11-27T17:00'),
  to: at('2026-11-29T16:00'),
  follows: null,
  formerStatus: null,
  formerHost: null,
  arrivedAt: null,
  overAt: null,
  bed: 'Bed 1',
  room: 'Bedroom 1',
  ...change,
})
const arrived = { status: 'arrived', arrivedAt: at('2026-11-27T17:10') }
const where = (stays: StayThen[], night = FRIDAY, moment = EVENING, home: string | null = 'home') => {
  const { state, at: place } = whereOn(night, moment, { home, stays })
  return [state, place]
}

test.each([
  ['2026-11-28T04:59', FRIDAY],
  ['2026-11-28T05:00', '2026-11-28'],
  ['2026-11-27T12:00', FRIDAY],
  // 04:30 in London, in summer.
  ['2026-07-01T03:30', '2026-06-30'],
])('at %s it is the night of %s', (moment, night) => {
  expect(nightAt(at(moment))).toBe(night)
})

describe('where a child sleeps', () => {
  test('at home without a stay, and while one is only asked for', () => {
    expect(where([])).toEqual(['home', 'home'])
    expect(where([stay({ status: 'requested' })])).toEqual(['home', 'home'])
  })

  test('an agreed stay is expected until its time, and then late', () => {
    expect(where([stay()], FRIDAY, at('2026-11-27T16:59'))).toEqual(['arriving', 'hub'])
    expect(where([stay()], FRIDAY, at('2026-11-27T17:00'))).toEqual(['late_arrival', 'hub'])
  })

  test('at the host from their arrival, on each night of the stay and no other', () => {
    expect(where([stay(arrived)])).toEqual(['staying', 'hub'])
    expect(where([stay(arrived)], '2026-11-28')).toEqual(['staying', 'hub'])
    expect(where([stay(arrived)], '2026-11-29')).toEqual(['home', 'home'])
    expect(where([stay(arrived)], '2026-11-26')).toEqual(['home', 'home'])
  })

  test('late on the night nobody said they came home, and at home on the nights to come', () => {
    const sunday = at('2026-11-29T18:00')
    expect(where([stay(arrived)], '2026-11-29', sunday)).toEqual(['late_home', 'hub'])
    expect(where([stay(arrived)], '2026-11-29', at('2026-11-29T15:59'))).toEqual(['home', 'home'])
    expect(where([stay(arrived)], '2026-11-30', sunday)).toEqual(['home', 'home'])
    // The nights they stayed are no less so.
    expect(where([stay(arrived)], FRIDAY, sunday)[1]).toBe('hub')
  })

  test('a stay that is over counts for the nights they were there', () => {
    const over = stay({ ...arrived, status: 'returned', overAt: at('2026-11-28T11:00') })
    const later = at('2026-12-05T10:00')
    expect(where([over], FRIDAY, later)).toEqual(['staying', 'hub'])
    expect(where([over], '2026-11-28', later)).toEqual(['home', 'home'])
    const overdue = stay({ ...arrived, status: 'returned', overAt: at('2026-11-30T09:00') })
    expect(where([overdue], '2026-11-29', later)).toEqual(['staying', 'hub'])
  })

  test('a stay that goes on from one they arrived at counts as there', () => {
    const leg = { stay: 'two', follows: 'one', from: at('2026-11-29T16:00'), to: at('2026-11-30T16:00') }
    const more = stay({ ...leg, formerStatus: 'arrived', formerHost: 'hub' })
    const sunday = at('2026-11-29T18:00')
    expect(where([stay(arrived), more], '2026-11-29', sunday)).toEqual(['staying', 'hub'])
    expect(where([stay(arrived), more], '2026-11-29')).toEqual(['staying', 'hub'])
    const moved = stay({ ...leg, host: 'weir', formerStatus: 'arrived', formerHost: 'hub' })
    expect(where([stay(arrived), moved], '2026-11-29')).toEqual(['arriving', 'weir'])
    expect(where([stay(arrived), moved], '2026-11-29', sunday)).toEqual(['staying', 'weir'])
    const unmoved = stay({ ...leg, formerStatus: 'accepted', formerHost: 'hub' })
    expect(where([unmoved], '2026-11-29', sunday)).toEqual(['late_arrival', 'hub'])
  })

  test('elsewhere once a stay became more, until another home is written down', () => {
    const became = stay({ ...arrived, status: 'converted', overAt: at('2026-11-28T11:00') })
    const later = at('2026-11-28T20:00')
    expect(where([became], FRIDAY, later)).toEqual(['staying', 'hub'])
    expect(where([became], '2026-11-28', later)).toEqual(['elsewhere', null])
    expect(where([became], '2026-11-28', later, 'new home')).toEqual(['home', 'new home'])
  })

  test('the hour the clocks go back belongs to the night', () => {
    const autumn = stay({ from: at('2026-10-25T00:30'), to: at('2026-10-25T03:00') })
    expect(where([autumn], '2026-10-24', at('2026-10-24T12:00'))).toEqual(['arriving', 'hub'])
  })
})
