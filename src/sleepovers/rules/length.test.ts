import { describe, expect, test } from 'vitest'
import { child, days, keysOf, SATURDAY, span, weighed } from '../../../tests/given/stay-facts.ts'
import { addDays } from '../../values/london.ts'
import { lengthFindings } from './length.ts'

type Of = Parameters<typeof weighed>[0]
const found = (of: Of) => lengthFindings(weighed(of))
const keys = (of: Of) => keysOf(found(of))
const SGO = { statuses: [{ status: 'SGO', during: days() }] }
const nights = (number: number, from = '2026-11-27') =>
  span(`${from} 17:00`, `${addDays(from, number)} 16:00`)
const holiday = { asked: { why: 'carer_holiday' } }

describe('a child is in one place at a time', () => {
  const other = (from: string, to: string) =>
    keys({ children: [child('Ash', { otherStays: [span(from, to)] })] })

  test('another stay in the same time stops it; one that abuts does not', () => {
    expect(other('2026-11-25 17:00', '2026-11-27 17:00')).toEqual([])
    expect(other('2026-11-25 17:00', '2026-11-27 17:01')).toEqual(['stop 13:ash'])
    expect(other('2026-11-29 15:59', '2026-11-30 17:00')).toEqual(['stop 13:ash'])
    expect(other('2026-11-29 16:00', '2026-11-30 17:00')).toEqual([])
  })

  test('it is said of the child it is about', () => {
    const busy = child('Bryn', { otherStays: [nights(1)] })
    expect(found({ children: [child('Ash'), busy] })).toMatchObject([
      {
        rule: '13',
        says: 'Bryn already has a stay in that time.',
        overriddenBy: [],
        children: ['bryn'],
      },
    ])
  })
})

describe('length', () => {
  test('three nights are a sleepover, four are longer than one should be', () => {
    expect(keys({ span: nights(3) })).toEqual([])
    expect(found({ span: nights(4) })).toMatchObject([
      {
        rule: '14',
        level: 'know',
        key: '14',
        says: '4 nights is longer than a sleepover should be (3). The liaison worker will ask why.',
        evidence: 'Fri 27 Nov to Mon 30 Nov',
        overriddenBy: [],
        children: [],
      },
    ])
  })

  test('seven nights are the most, eight are no sleepover any more (T4)', () => {
    expect(keys({ span: nights(7) })).toEqual(['know 14'])
    expect(found({ span: nights(8) })).toMatchObject([
      {
        rule: '15',
        level: 'stop',
        key: '15',
        says: '8 nights is too long for a sleepover: at most 7. After that it is a change of placement, which their social worker arranges.',
        evidence: 'Fri 27 Nov to Fri 4 Dec',
        overriddenBy: [],
        children: [],
      },
    ])
  })

  test('while the carer is on holiday 21 nights are the most (T3)', () => {
    expect(keys({ span: nights(21), ...holiday })).toEqual(['know 14'])
    expect(keys({ span: nights(22), ...holiday })).toEqual(['stop 15'])
    expect(found({ span: nights(22), ...holiday })[0]?.says).toContain(
      'at most 21 while a carer is on holiday.',
    )
  })

  test('nights are counted, not hours, when the clocks change', () => {
    expect(keys({ span: nights(7, '2026-03-25') })).toEqual(['know 14'])
    expect(keys({ span: nights(3, '2026-10-23') })).toEqual([])
  })

  test('a child who is looked after for only a part of the stay has that limit', () => {
    const statuses = [
      { status: 'C2', during: days('2020-01-01', SATURDAY) },
      { status: 'SGO', during: days(SATURDAY) },
    ]
    expect(keys({ children: [child('Ash', { statuses })], span: nights(8) })).toEqual(['stop 15'])
  })

  test('a child who is not looked after has no such return, only the warning', () => {
    expect(keys({ children: [child('Ash', SGO)], span: nights(22) })).toEqual(['know 14'])
    expect(keys({ children: [child('Ash', SGO), child('Bryn')], span: nights(22) })).toEqual(['stop 15'])
  })
})

describe('holiday stays in twelve months', () => {
  const beginning = (...from: string[]) => ({
    children: [child('Ash', { holidayStays: from.map((day) => nights(5, day)) })],
  })

  test('a second is fine, a third is not', () => {
    expect(keys({ ...beginning('2026-04-03'), ...holiday })).toEqual([])
    expect(found({ ...beginning('2026-08-03', '2026-04-03'), ...holiday })).toMatchObject([
      {
        rule: '15',
        level: 'stop',
        key: '15:ash',
        says: 'Ash has 2 other stays in the same 12 months because their carer is on holiday; 2 is the most.',
        evidence: 'Stays from 3 April 2026 and 3 August 2026',
        overriddenBy: [],
        children: ['ash'],
      },
    ])
  })

  test('only stays of the same twelve months count, to the day', () => {
    expect(keys({ ...beginning('2025-11-28', '2026-04-03'), ...holiday })).toEqual(['stop 15:ash'])
    expect(keys({ ...beginning('2025-11-27', '2026-04-03'), ...holiday })).toEqual([])
  })

  test('a third one does not fit in before two that are booked already', () => {
    expect(keys({ ...beginning('2027-02-01', '2027-06-01'), ...holiday })).toEqual(['stop 15:ash'])
    expect(keys({ ...beginning('2027-02-01', '2027-11-26'), ...holiday })).toEqual(['stop 15:ash'])
    expect(keys({ ...beginning('2027-02-01', '2027-11-27'), ...holiday })).toEqual([])
  })

  test('nor between two', () => {
    expect(keys({ ...beginning('2026-06-01', '2027-05-31'), ...holiday })).toEqual(['stop 15:ash'])
    expect(keys({ ...beginning('2026-06-01', '2027-06-01'), ...holiday })).toEqual([])
  })

  test('the fullest twelve months are told', () => {
    const many = found({ ...beginning('2026-01-05', '2026-03-02', '2026-08-03', '2027-02-10'), ...holiday })
    expect(many[0]?.evidence).toBe('Stays from 5 January 2026, 2 March 2026 and 3 August 2026')
  })

  test('a stay for another reason is not one', () => {
    expect(keys(beginning('2026-08-03', '2026-04-03'))).toEqual([])
  })

  test('nor a stay of a child who is not looked after', () => {
    const [ash] = beginning('2026-08-03', '2026-04-03').children
    expect(keys({ children: ash ? [{ ...ash, ...SGO }] : [], ...holiday })).toEqual([])
  })
})

test('given a child who will live elsewhere by then, when the old home asks, then it stops', () => {
  const findings = lengthFindings(weighed({ children: [child('Ash', { home: 'new-home' })] }))
  expect(keysOf(findings)).toEqual(['stop 13:home:ash'])
})
