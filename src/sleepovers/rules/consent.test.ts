import { describe, expect, test } from 'vitest'
import {
  agreed,
  child,
  days,
  FRIDAY,
  keysOf,
  MONDAY,
  SATURDAY,
  SUNDAY,
  weighed,
} from '../../../tests/given/stay-facts.ts'
import type { ChildFacts } from '../facts.ts'
import { consentFindings } from './consent.ts'

const found = (more: Partial<ChildFacts>) => consentFindings(weighed({ children: [child('Ash', more)] }))
const keys = (more: Partial<ChildFacts>) => keysOf(found(more))
const said = (more: Partial<ChildFacts>) => found(more)[0]?.says
const SGO = { statuses: [{ status: 'SGO', during: days() }] }
const byParent = (during = days()) => agreed(during, { basis: 'parental_responsibility' })

describe('given a child who is looked after', () => {
  test.each(['delegated_authority', 'responsible_authority', 'parental_responsibility', 'spoken'] as const)(
    'an agreement by %s for every day of the stay is enough',
    (basis) => {
      expect(keys({ consents: [agreed(days(FRIDAY, MONDAY), { basis })] })).toEqual([])
    },
  )

  test('a day without one needs a yes by the social worker or the duty team: the last, the first, one between', () => {
    const needs = ['yes 10:ash']
    expect(keys({ consents: [agreed(days(FRIDAY, SUNDAY))] })).toEqual(needs)
    expect(keys({ consents: [agreed(days(SATURDAY))] })).toEqual(needs)
    expect(keys({ consents: [agreed(days(FRIDAY, SATURDAY)), agreed(days(SUNDAY))] })).toEqual(needs)
    expect(found({ consents: [] })[0]).toMatchObject({
      rule: '10',
      overriddenBy: ['child_social_worker', 'duty_worker', 'duty_manager'],
      children: ['ash'],
    })
  })

  test('agreements that abut cover the stay', () => {
    expect(keys({ consents: [agreed(days(FRIDAY, SATURDAY)), agreed(days(SATURDAY, MONDAY))] })).toEqual([])
  })

  test('nobody’s yes helps where it was refused for a day of the stay', () => {
    const refused = (during: ReturnType<typeof days>) =>
      keys({ consents: [agreed(), agreed(during, { decision: 'refused' })] })
    expect(refused(days(SUNDAY))).toEqual(['stop 10:ash'])
    expect(refused(days(MONDAY))).toEqual([])
    expect(found({ consents: [agreed(days(), { decision: 'refused' })] })[0]).toMatchObject({
      says: 'Overnight stays have been refused for Ash.',
      overriddenBy: [],
      children: ['ash'],
    })
  })
})

describe('what is said where consent is missing', () => {
  test('nobody was asked', () => {
    expect(said({ consents: [] })).toBe('Nobody has agreed that Ash may stay overnight on 27 November 2026.')
    expect(said({ consents: [agreed(days(SATURDAY))] })).toContain('on 27 November 2026')
  })

  test('it ran out, before the stay or during it: the last day it held', () => {
    const ends = (day: string) =>
      said({
        consents: [
          agreed(days('2024-01-01', '2024-06-01')),
          agreed(days('2026-01-01', day)),
          agreed(days('2025-01-01', '2025-06-01')),
        ],
      })
    expect(ends('2026-11-01')).toBe('Consent for Ash to stay overnight lasts only to 31 October 2026.')
    expect(ends(SUNDAY)).toBe('Consent for Ash to stay overnight lasts only to 28 November 2026.')
  })

  test('an old refusal is no consent that ran out', () => {
    const refused = agreed(days('2026-01-01', '2026-11-01'), { decision: 'refused' })
    expect(said({ consents: [refused] })).toContain('Nobody has agreed')
  })

  test('it was withdrawn: a yes from before does not answer it', () => {
    const withdrawn = { consents: [agreed(days('2026-01-01', SATURDAY))], withdrawnFrom: SATURDAY }
    expect(said(withdrawn)).toBe('Consent for Ash to stay overnight was withdrawn from 28 November 2026.')
    expect(keys(withdrawn)).toEqual(['yes 10:ash:2026-11-28'])
    expect(said({ consents: [], withdrawnFrom: FRIDAY })).toContain('was withdrawn from 27 November 2026')
  })

  test('it was withdrawn long ago and another has run out since', () => {
    const consents = [agreed(days('2024-01-01', '2024-06-01')), agreed(days('2025-01-01', '2026-11-01'))]
    expect(said({ consents, withdrawnFrom: '2024-06-01' })).toContain('lasts only to 31 October 2026')
  })

  test('it is withdrawn only after the day that is missing', () => {
    const later = { consents: [agreed(days(SATURDAY, MONDAY))], withdrawnFrom: MONDAY }
    expect(said(later)).toContain('Nobody has agreed')
    expect(keys({ consents: [agreed(days(FRIDAY, MONDAY))], withdrawnFrom: MONDAY })).toEqual([])
  })

  test('the social worker wants to be asked each time', () => {
    const each = agreed(days(), { decision: 'ask_each_time' })
    const sentence = 'Ash’s social worker is asked each time before Ash stays overnight.'
    expect(said({ consents: [each] })).toBe(sentence)
    expect(said({ consents: [each], withdrawnFrom: '2026-10-01' })).toBe(sentence)
    expect(keys({ consents: [each] })).toEqual(['yes 10:ash'])
    const past = agreed(days(SATURDAY), { decision: 'ask_each_time' })
    expect(said({ consents: [past] })).toContain('Nobody has agreed')
  })
})

describe('conditions', () => {
  const on = (conditions: string | null, during = days()) => agreed(during, { conditions })

  test('are good to know where all is agreed', () => {
    expect(found({ consents: [on('Home by six')] })).toMatchObject([
      {
        level: 'know',
        key: '10:condition:ash',
        says: 'Ash may stay overnight on this condition: Home by six',
        overriddenBy: [],
        children: ['ash'],
      },
    ])
  })

  test('are told once, and those of other times are not', () => {
    const consents = [
      on('Home by six', days(FRIDAY, SATURDAY)),
      on('Home by six', days(SATURDAY, SUNDAY)),
      on('A night light', days(SUNDAY, MONDAY)),
      on('Never on Mondays', days(MONDAY)),
    ]
    expect(said({ consents })).toBe('Ash may stay overnight on this condition: A night light; Home by six')
  })

  test('of an answer to ask each time are for the social worker', () => {
    const each = agreed(days(), { decision: 'ask_each_time', conditions: 'Ring first' })
    expect(keys({ consents: [each] })).toEqual(['yes 10:ash'])
  })

  test('are told too where a yes is needed for the rest', () => {
    expect(keys({ consents: [on('Home by six', days(FRIDAY, SUNDAY))] })).toEqual([
      'know 10:condition:ash',
      'yes 10:ash',
    ])
  })
})

describe('given a child who is not looked after', () => {
  test('whoever has parental responsibility must agree, and nobody else’s yes will do', () => {
    for (const basis of ['delegated_authority', 'responsible_authority', 'spoken'] as const) {
      expect(keys({ ...SGO, consents: [agreed(days(), { basis })] })).toEqual(['stop 25:ash'])
    }
    expect(keys({ ...SGO, consents: [byParent()] })).toEqual([])
    expect(keys({ ...SGO, consents: [byParent(days(FRIDAY, SUNDAY))] })).toEqual(['stop 25:ash'])
    expect(found({ ...SGO, consents: [] })[0]).toMatchObject({
      rule: '25',
      says: 'Whoever has parental responsibility for Ash must agree first, and that must be recorded.',
      overriddenBy: [],
      children: ['ash'],
    })
  })

  test('a child who is adopted on the Saturday needs it from that day', () => {
    const statuses = [
      { status: 'E1', during: days('2020-01-01', SATURDAY) },
      { status: 'adopted', during: days(SATURDAY) },
    ]
    expect(keys({ statuses, consents: [agreed()] })).toEqual(['stop 25:ash'])
    expect(keys({ statuses, consents: [agreed(), byParent(days(SATURDAY))] })).toEqual([])
    expect(keys({ statuses, consents: [byParent(days(SATURDAY))] })).toEqual(['yes 10:ash'])
  })
})

test('each child is asked about by themselves', () => {
  const children = [child('Ash', { consents: [] }), child('Bryn'), child('Cai', { ...SGO, consents: [] })]
  expect(keysOf(consentFindings(weighed({ children })))).toEqual(['stop 25:cai', 'yes 10:ash'])
})
