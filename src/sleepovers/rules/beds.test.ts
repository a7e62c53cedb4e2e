import { describe, expect, test } from 'vitest'
import {
  agreed,
  bed,
  child,
  days,
  FRIDAY,
  MONDAY,
  SATURDAY,
  SUNDAY,
  sleeper,
  span,
  weighed,
} from '../../../tests/given/stay-facts.ts'
import { bedFindings, freeBeds, freeOn, isOpen } from './beds.ts'

type Of = Parameters<typeof weighed>[0]
const said = (of: Of) => bedFindings(weighed(of)).findings.map(({ says }) => says)
const bedsOf = (of: Of) => Object.fromEntries(bedFindings(weighed(of)).beds)
const guest = (number: number, from: string, to: string) =>
  sleeper(`guest-${number}`, { bed: `bed-${number}`, room: `Bedroom ${number}`, present: [span(from, to)] })
const [ash, bryn] = [child('Ash'), child('Bryn', { dob: '2019-01-01' })]

describe('a bed', () => {
  test('is free again at the moment it is left', () => {
    const left = guest(1, '2026-11-25 17:00', '2026-11-27 17:00')
    expect(bedsOf({ host: { beds: [bed(1)], sleepers: [left] } })).toEqual({ ash: 'bed-1' })
    const later = guest(1, '2026-11-25 17:00', '2026-11-27 17:01')
    expect(bedsOf({ host: { beds: [bed(1)], sleepers: [later] } })).toEqual({})
  })

  test('is not free where another child comes before this one leaves', () => {
    const coming = (time: string) => ({
      host: { beds: [bed(1)], sleepers: [guest(1, `2026-11-29 ${time}`, '2026-11-30 16:00')] },
    })
    expect(bedsOf(coming('15:59'))).toEqual({})
    expect(bedsOf(coming('16:00'))).toEqual({ ash: 'bed-1' })
  })

  test('is not free where it is held for any of several stretches', () => {
    const present = [
      span('2026-11-20 17:00', '2026-11-21 09:00'),
      span('2026-11-28 17:00', '2026-11-29 09:00'),
    ]
    const often = sleeper('guest', { bed: 'bed-1', room: 'Bedroom 1', present })
    expect(bedsOf({ host: { beds: [bed(1)], sleepers: [often] } })).toEqual({})
  })

  test('is there on every day of the stay, or it is not offered', () => {
    const there = (during: ReturnType<typeof days>) =>
      freeBeds(weighed({ host: { beds: [bed(1, 'Attic', during)] } })).length
    expect(there(days(FRIDAY, MONDAY))).toBe(1)
    expect(there(days(FRIDAY, SUNDAY))).toBe(0)
    expect(there(days(SATURDAY, MONDAY))).toBe(0)
  })

  test('stays the one they sleep in already, or becomes another where that is the wish', () => {
    const asked = (wish: 'keep' | 'change') => ({ bedsNow: { wish, beds: { ash: 'bed-2', bryn: 'bed-1' } } })
    const children = [ash, bryn]
    expect(bedsOf({ children, asked: asked('keep') })).toEqual({ ash: 'bed-2', bryn: 'bed-1' })
    expect(bedsOf({ children, asked: asked('change') })).toEqual({ ash: 'bed-1', bryn: 'bed-2' })
    const host = { beds: [bed(1), bed(3)] }
    expect(bedsOf({ children, host, asked: asked('keep') })).toEqual({ ash: 'bed-3', bryn: 'bed-1' })
  })

  test('is not kept at the price of an agreement to share a bedroom', () => {
    const beds = [bed(1, 'Attic'), bed(2, 'Attic'), bed(3)]
    const asked = { bedsNow: { wish: 'keep' as const, beds: { ash: 'bed-1', bryn: 'bed-2' } } }
    const chosen = Object.values(bedsOf({ children: [ash, bryn], host: { beds }, asked }))
    expect(chosen).toContain('bed-3')
  })

  test('goes to one child each, the eldest first', () => {
    expect(bedsOf({ children: [bryn, ash] })).toEqual({ ash: 'bed-1', bryn: 'bed-2' })
    const twins = [child('Bryn'), child('Ash')]
    expect(bedsOf({ children: twins })).toEqual({ ash: 'bed-1', bryn: 'bed-2' })
  })
})

describe('where there are not enough beds nobody gets one, and the sentence says when', () => {
  test('none is kept', () => {
    const [found] = bedFindings(weighed({ host: { beds: [] } })).findings
    expect(found).toMatchObject({
      level: 'stop',
      rule: '6',
      key: '6',
      evidence: '0 beds kept for stays',
      overriddenBy: [],
    })
    expect(found?.says).toBe('No bed is free on Fri 27 Nov and Sat 28 Nov.')
  })

  test('one is free for two children', () => {
    const of = { children: [ash, bryn], host: { beds: [bed(1)] } }
    expect(said(of)).toEqual(['Only 1 bed free on Fri 27 Nov and Sat 28 Nov; 2 are needed.'])
    expect(bedsOf(of)).toEqual({})
  })

  test('each night has a bed, but none is free for both', () => {
    const sleepers = [
      guest(1, '2026-11-27 17:00', '2026-11-28 10:00'),
      guest(2, '2026-11-28 10:00', '2026-11-29 16:00'),
    ]
    expect(said({ host: { beds: [bed(1), bed(2)], sleepers } })).toEqual([
      'No bed is free for the whole time.',
    ])
    expect(said({ host: { beds: [bed(1), bed(2), bed(3)], sleepers } })).toEqual([])
    const three = [bed(1), bed(2), bed(3)]
    expect(said({ children: [ash, bryn], host: { beds: three, sleepers } })).toEqual([
      'Only 1 bed free for the whole time; 2 are needed.',
    ])
  })

  test('one is free each night where two are needed', () => {
    const sleepers = [
      guest(1, '2026-11-27 17:00', '2026-11-28 10:00'),
      guest(2, '2026-11-28 10:00', '2026-11-29 16:00'),
    ]
    expect(said({ children: [ash, bryn], host: { beds: [bed(1), bed(2)], sleepers } })).toEqual([
      'Only 1 bed free on Fri 27 Nov and Sat 28 Nov; 2 are needed.',
    ])
  })

  test('different nights have different numbers free: at most so many', () => {
    const sleepers = [
      guest(1, '2026-11-27 17:00', '2026-11-29 10:00'),
      guest(2, '2026-11-28 10:00', '2026-11-29 16:00'),
    ]
    const of = { children: [ash, bryn], host: { beds: [bed(1), bed(2)], sleepers } }
    expect(said(of)).toEqual(['Only 1 bed free on Fri 27 Nov and Sat 28 Nov; 2 are needed.'])
  })

  test('only the short night is named', () => {
    const sleepers = [guest(1, '2026-11-28 20:00', '2026-11-29 10:00')]
    expect(said({ host: { beds: [bed(1)], sleepers } })).toEqual(['No bed is free on Sat 28 Nov.'])
  })
})

describe('bedrooms', () => {
  const shared = [bed(1, 'Attic'), bed(2, 'Attic'), bed(3, 'Blue room')]

  test('of their own come first', () => {
    expect(bedsOf({ children: [ash, bryn], host: { beds: shared } })).toEqual({ ash: 'bed-1', bryn: 'bed-3' })
  })

  test('a bedroom of one’s own beats the first bed beside a child who is there', () => {
    const there = sleeper('guest', { room: 'Attic', bed: 'bed-1' })
    expect(bedsOf({ host: { beds: shared, sleepers: [there] } })).toEqual({ ash: 'bed-3' })
  })

  test('are shared where both authorities agreed, before one where they did not', () => {
    const together = [
      child('Ash', { sharing: [{ with: 'bryn', during: days() }] }),
      child('Bryn', { sharing: [{ with: 'ash', during: days() }], dob: '2019-01-01' }),
    ]
    const there = sleeper('guest', { room: 'Blue room', bed: 'bed-4' })
    const beds = [...shared, bed(4, 'Blue room')]
    expect(bedsOf({ children: together, host: { beds, sleepers: [there] } })).toEqual({
      ash: 'bed-1',
      bryn: 'bed-2',
    })
  })

  test('are filled in the order of rooms, then beds, whatever order the facts came in', () => {
    const beds = [bed(3, 'Blue room'), bed(2, 'Attic'), bed(1, 'Attic')]
    expect(bedsOf({ host: { beds } })).toEqual({ ash: 'bed-1' })
    const same = [
      { ...bed(2, 'Attic'), name: 'Bunk' },
      { ...bed(1, 'Attic'), name: 'Bunk' },
    ]
    expect(bedsOf({ host: { beds: same } })).toEqual({ ash: 'bed-1' })
  })
})

describe('a home is open', () => {
  const [friday, saturday] = [5, 6]

  test('every night where it has no weekly pattern', () => {
    expect(isOpen({ closures: [], weekly: [] }, FRIDAY)).toBe(true)
  })

  test('on the nights of its pattern, as it held that day', () => {
    const weekly = [
      { openNights: [friday], during: days('2020-01-01', SATURDAY) },
      { openNights: [saturday], during: days(SATURDAY) },
    ]
    expect([FRIDAY, SATURDAY, SUNDAY].map((night) => isOpen({ closures: [], weekly }, night))).toEqual([
      true,
      true,
      false,
    ])
  })

  test('but not on a closed night, up to the first night that is open again', () => {
    const closed = { closures: [days(FRIDAY, SUNDAY)], weekly: [] }
    expect(['2026-11-26', FRIDAY, SATURDAY, SUNDAY].map((night) => isOpen(closed, night))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  test('and a stay on closed nights is stopped, naming them', () => {
    const [found] = bedFindings(weighed({ host: { closures: [days(SATURDAY, SUNDAY)] } })).findings
    expect(found).toMatchObject({
      level: 'stop',
      rule: '6',
      key: '6:closed',
      says: 'Harbour House is closed on Sat 28 Nov.',
    })
    const going = { host: { closures: [days(SUNDAY)] } }
    expect(said(going)).toEqual([])
  })
})

test('beds of a night are those that are there less those slept in', () => {
  const { host } = weighed({
    host: {
      beds: [bed(1), bed(2), bed(3, 'Attic', days(SATURDAY))],
      sleepers: [
        guest(1, '2026-11-27 17:00', '2026-11-28 10:00'),
        guest(2, '2026-11-27 09:00', '2026-11-27 20:00'),
        sleeper('own'),
      ],
    },
  })
  expect([freeOn(host, FRIDAY), freeOn(host, SATURDAY)]).toEqual([1, 3])
})

test('agreements to stay overnight are no agreements to share', () => {
  const beds = [bed(1, 'Attic'), bed(2, 'Attic'), bed(3, 'Blue room')]
  const children = [child('Ash', { consents: [agreed()] }), bryn]
  expect(bedsOf({ children, host: { beds } })).toEqual({ ash: 'bed-1', bryn: 'bed-3' })
})
