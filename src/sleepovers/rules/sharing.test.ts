import { describe, expect, test } from 'vitest'
import {
  bed,
  child,
  days,
  FRIDAY,
  keysOf,
  MONDAY,
  SATURDAY,
  SUNDAY,
  sleeper,
  span,
  weighed,
} from '../../../tests/given/stay-facts.ts'
import { sharingFindings } from './sharing.ts'

type Of = Parameters<typeof weighed>[0]
const beds = [bed(1, 'Attic'), bed(2, 'Attic'), bed(3, 'Blue room')]
const both = new Map([
  ['ash', 'bed-1'],
  ['bryn', 'bed-2'],
])
const keys = (of: Of, given = both) => {
  const facts = weighed(of)
  return keysOf(sharingFindings({ ...facts, host: { ...facts.host, beds } }, given))
}
const may = (other: string, during = days()) => ({ sharing: [{ with: other, during }] })
const ASH = { dob: '2017-03-14' }
const TWO = { dob: '2024-06-01' }

describe('given a brother of six and a sister of eight in one bedroom', () => {
  test('each one’s authority must agree, and each one’s own social worker says yes', () => {
    const findings = sharingFindings(
      weighed({ children: [child('Ash'), child('Bryn')], host: { beds } }),
      both,
    )
    expect(keysOf(findings)).toEqual(['yes 7:ash:bryn', 'yes 7:bryn:ash'])
    expect(findings.find(({ key }) => key === '7:ash:bryn')).toMatchObject({
      says: 'Ash would share a bedroom with Bryn. Ash’s authority must agree.',
      evidence: 'No agreement on record from Ashcombe Council',
      overriddenBy: ['child_social_worker'],
      children: ['ash'],
    })
    expect(findings.every((finding) => !('speaksFor' in finding))).toBe(true)
  })

  test('where one authority agreed the other must still', () => {
    expect(keys({ children: [child('Ash', may('bryn')), child('Bryn')] })).toEqual(['yes 7:bryn:ash'])
  })

  test('where both agreed nothing is left', () => {
    expect(keys({ children: [child('Ash', may('bryn')), child('Bryn', may('ash'))] })).toEqual([])
  })

  test('an agreement about somebody else is none', () => {
    expect(keys({ children: [child('Ash', may('dee')), child('Bryn', may('ash'))] })).toEqual([
      'yes 7:ash:bryn',
    ])
  })

  test('an agreement holds on every day of the stay', () => {
    const until = (day: string) =>
      keys({ children: [child('Ash', may('bryn', days(FRIDAY, day))), child('Bryn', may('ash'))] })
    expect(until(MONDAY)).toEqual([])
    expect(until(SUNDAY)).toEqual(['yes 7:ash:bryn'])
    const from = { children: [child('Ash', may('bryn', days(SATURDAY))), child('Bryn', may('ash'))] }
    expect(keys(from)).toEqual(['yes 7:ash:bryn'])
  })

  test('two agreements that follow on each other cover the stay', () => {
    const sharing = [
      ...may('bryn', days(FRIDAY, SATURDAY)).sharing,
      ...may('bryn', days(SATURDAY, MONDAY)).sharing,
    ]
    expect(keys({ children: [child('Ash', { sharing }), child('Bryn', may('ash'))] })).toEqual([])
  })
})

describe('a bedroom of one’s own', () => {
  test('is not shared', () => {
    const apart = new Map([
      ['ash', 'bed-1'],
      ['bryn', 'bed-3'],
    ])
    expect(keys({ children: [child('Ash'), child('Bryn')] }, apart)).toEqual([])
  })

  test('is not asked about where there is no bed', () => {
    expect(keys({ children: [child('Ash'), child('Bryn')] }, new Map())).toEqual([])
  })
})

describe('age', () => {
  test('under three a child shares without being asked; whoever is over three is asked', () => {
    expect(keys({ children: [child('Ash', TWO), child('Bryn', TWO)] })).toEqual([])
    expect(keys({ children: [child('Ash', TWO), child('Bryn', ASH)] })).toEqual(['yes 7:bryn:ash'])
  })

  test('who turns three during the stay is over three', () => {
    const turning = (dob: string) => keys({ children: [child('Ash', { dob }), child('Bryn', TWO)] })
    expect(turning('2023-11-29')).toEqual(['yes 7:ash:bryn'])
    expect(turning('2023-11-30')).toEqual([])
    expect(turning('2023-11-27')).toEqual(['yes 7:ash:bryn'])
  })
})

/** The child who is there, as a key tells them apart: not by their id. */
const THERE = 'there-tseug'

describe('given a child who sleeps in that bedroom already', () => {
  const there = (more: Partial<Parameters<typeof sleeper>[1]> = {}) => ({
    sleepers: [sleeper('guest', { room: 'Attic', bed: 'bed-2', ...more })],
  })
  const one = new Map([['ash', 'bed-1']])

  test('both authorities must agree, and the one there is never named', () => {
    const findings = sharingFindings(weighed({ host: { beds, ...there() } }), one)
    expect(keysOf(findings)).toEqual([`yes 7:ash:${THERE}`, `yes 7:${THERE}:ash`])
    expect(findings.map(({ says }) => says).toSorted()).toEqual([
      'A child who is there would share a bedroom with Ash. That child’s authority must agree.',
      'Ash would share a bedroom with a child who is there. Ash’s authority must agree.',
    ])
    expect(findings.find(({ key }) => key === `7:${THERE}:ash`)).toMatchObject({
      evidence: 'No agreement on record from Borough of Tarn',
      children: ['ash'],
      overriddenBy: ['team_manager'],
      speaksFor: 'guest',
    })
  })

  test('the agreement of one authority does not stand in for the other’s', () => {
    expect(keys({ children: [child('Ash', may('guest'))], host: there() }, one)).toEqual([
      `yes 7:${THERE}:ash`,
    ])
    expect(keys({ host: there(may('ash')) }, one)).toEqual([`yes 7:ash:${THERE}`])
    expect(keys({ children: [child('Ash', may('guest'))], host: there(may('ash')) }, one)).toEqual([])
  })

  test('a small child who is there need not be asked for', () => {
    expect(keys({ host: there(TWO) }, one)).toEqual([`yes 7:ash:${THERE}`])
  })

  test('who leaves before, or sleeps in another room, shares nothing', () => {
    expect(keys({ host: there({ present: [span('2026-11-26 17:00', '2026-11-27 17:00')] }) }, one)).toEqual(
      [],
    )
    expect(keys({ host: there({ room: 'Blue room' }) }, one)).toEqual([])
    expect(keys({ host: there({ room: null, bed: null }) }, one)).toEqual([])
  })

  test('who moves from another room into this one shares it, and is asked about once', () => {
    const sleepers = [
      sleeper('guest', {
        room: 'Blue room',
        bed: 'bed-3',
        present: [span('2026-11-27 17:00', '2026-11-28 10:00')],
      }),
      sleeper('guest', {
        room: 'Attic',
        bed: 'bed-2',
        present: [span('2026-11-28 10:00', '2026-11-29 10:00')],
      }),
      sleeper('guest', {
        room: 'Attic',
        bed: 'bed-2',
        present: [span('2026-11-29 11:00', '2026-11-29 16:00')],
      }),
    ]
    expect(keys({ host: { sleepers } }, one)).toEqual([`yes 7:ash:${THERE}`, `yes 7:${THERE}:ash`])
  })

  test('an authority that is not known is called the responsible authority', () => {
    const ash = child('Ash', { responsibleAuthority: null })
    const [found] = sharingFindings(weighed({ children: [ash], host: { beds, ...there(TWO) } }), one)
    expect(found?.evidence).toBe('No agreement on record from the responsible authority')
  })
})
