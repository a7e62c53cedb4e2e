import { describe, expect, test } from 'vitest'
import { child, days, keysOf, SATURDAY, weighed } from '../../../tests/given/stay-facts.ts'
import type { ChildFacts, HostFacts } from '../facts.ts'
import { checkFindings } from './checks.ts'

type Of = Parameters<typeof weighed>[0]
type Allergy = ChildFacts['allergies'][number]
const found = (of: Of) => checkFindings(weighed(of))
const keys = (of: Of) => keysOf(found(of))
const SGO = { statuses: [{ status: 'SGO', during: days() }] }
/** Every check good for a year, but these. */
const checks = (but: Record<string, string | null>): Partial<HostFacts> => {
  const all = {
    dbs: '2027-11-22',
    medical: '2027-11-22',
    review: '2027-11-22',
    allergy_training: '2027-11-22',
    ...but,
  }
  return {
    checks: Object.entries(all).flatMap(([kind, expiresOn]) =>
      expiresOn === null ? [] : [{ kind, expiresOn }],
    ),
  }
}
const allergic = (...allergies: Partial<Allergy>[]) =>
  child('Ash', { allergies: allergies.map((more) => ({ what: 'Nut', severity: 'mild' as const, ...more })) })

describe('a check of the host', () => {
  test.each(['dbs', 'medical', 'review'])(
    '%s holds through the day it runs out, which may be the last of the stay',
    (kind) => {
      expect(keys({ host: checks({ [kind]: '2026-11-29' }) })).toEqual([])
      expect(keys({ host: checks({ [kind]: '2026-11-28' }) })).toEqual([`yes 11:${kind}`])
    },
  )

  test('that has run out needs the fostering manager’s yes', () => {
    expect(found({ host: checks({ dbs: '2026-11-28' }) })).toMatchObject([
      {
        rule: '11',
        says: 'The DBS check of Harbour House runs out on 28 November 2026.',
        evidence: 'DBS check to 28 November 2026',
        overriddenBy: ['fostering_manager'],
        children: [],
      },
    ])
    expect(found({ host: checks({ medical: '2026-11-28' }) })[0]?.says).toBe(
      'The medical of Harbour House runs out on 28 November 2026.',
    )
  })

  test('that is not on record needs it too; of medicals a register knows nothing', () => {
    expect(found({ host: checks({ dbs: null, review: null, medical: null }) })).toMatchObject([
      {
        key: '11:dbs',
        says: 'Harbour House has no DBS check on record.',
        evidence: 'No DBS check on record',
      },
      { key: '11:review', says: 'Harbour House has no review on record.' },
    ])
    expect(keys({ host: checks({ medical: null }) })).toEqual([])
  })

  test('is not asked of a home that hosts a child who is not looked after', () => {
    expect(keys({ children: [child('Ash', SGO)], host: checks({ dbs: null }) })).toEqual([])
    expect(keys({ children: [child('Ash', SGO), child('Bryn')], host: checks({ dbs: null }) })).toEqual([
      'yes 11:dbs',
    ])
  })
})

test('the host’s checks count where a child is looked after for only a part of the stay', () => {
  const statuses = [
    { status: 'C2', during: days('2020-01-01', SATURDAY) },
    { status: 'SGO', during: days(SATURDAY) },
  ]
  expect(keys({ children: [child('Ash', { statuses })], host: checks({ dbs: null }) })).toEqual([
    'yes 11:dbs',
  ])
})

describe('allergy training', () => {
  const needs = (ash: ChildFacts, until: string | null) =>
    keys({ children: [ash], host: checks({ allergy_training: until }) })

  test('is needed for a severe allergy, and for any that a pen is carried for', () => {
    expect(needs(allergic({ severity: 'severe' }), null)).toContain('yes 11:allergy_training')
    expect(needs(allergic({ pen: true, penExpires: '2027-06-01' }), null)).toContain(
      'yes 11:allergy_training',
    )
    expect(needs(allergic({}, { severity: 'severe' }), null)).toContain('yes 11:allergy_training')
  })

  test('is not needed for a mild one, or none', () => {
    expect(needs(allergic({ severity: 'mild', pen: false }), null)).toEqual(['know 12:card:ash'])
    expect(needs(child('Ash'), null)).toEqual([])
  })

  test('holds to the last day of the stay', () => {
    expect(needs(allergic({ severity: 'severe' }), '2026-11-29')).toEqual(['know 12:card:ash'])
    expect(needs(allergic({ severity: 'severe' }), '2026-11-28')).toContain('yes 11:allergy_training')
  })

  test('names the children it is for, looked after or not', () => {
    const children = [child('Bryn'), { ...allergic({ severity: 'severe' }), ...SGO }]
    const training = (until: string | null) =>
      found({ children, host: checks({ allergy_training: until }) }).find(
        ({ key }) => key === '11:allergy_training',
      )
    expect(training(null)).toMatchObject({
      level: 'yes',
      says: 'Harbour House has no allergy training on record.',
      rule: '11',
      evidence: 'No allergy training on record',
      overriddenBy: ['fostering_manager'],
      children: ['ash'],
    })
    expect(training('2026-11-01')).toMatchObject({
      says: 'The allergy training of Harbour House runs out on 1 November 2026.',
      evidence: 'Allergy training to 1 November 2026',
    })
  })
})

describe('an adrenaline pen', () => {
  const pens = (...allergies: Partial<Allergy>[]) =>
    found({ children: [allergic(...allergies.map((more) => ({ pen: true, ...more })))] }).filter(({ key }) =>
      key.startsWith('12:pen'),
    )

  test('may be used on the day it runs out, not after', () => {
    expect(pens({ penExpires: '2026-11-29' })).toEqual([])
    expect(pens({ penExpires: '2026-11-28' })).toMatchObject([
      {
        rule: '12',
        key: '12:pen:ash',
        level: 'yes',
        says: 'Ash’s adrenaline pen (Nut, to 28 November 2026) runs out before the stay does. Get a new one before they go.',
        evidence: 'Care card: allergies',
        overriddenBy: ['child_social_worker', 'duty_worker', 'duty_manager'],
        children: ['ash'],
      },
    ])
  })

  test('two that run out are told together', () => {
    const [both, ...more] = pens(
      { penExpires: '2026-11-01' },
      { what: 'Wasp', penExpires: '2026-10-01' },
      { what: 'Milk', penExpires: '2027-10-01' },
    )
    expect(both?.says).toContain('(Nut, to 1 November 2026 and Wasp, to 1 October 2026)')
    expect(more).toEqual([])
  })

  test('with no date on the card is looked at before they go', () => {
    expect(pens({ penExpires: null }, { what: 'Wasp' })).toMatchObject([
      {
        rule: '12',
        key: '12:pen-date:ash',
        level: 'know',
        says: 'Look at the date on Ash’s adrenaline pen (Nut and Wasp) before they go: the care card does not say when it runs out.',
        overriddenBy: [],
        children: ['ash'],
      },
    ])
  })

  test('that is not carried cannot run out', () => {
    expect(pens({ pen: false, penExpires: '2026-01-01' }, { pen: undefined })).toEqual([])
  })
})

describe('the care card', () => {
  const card = (ash: ChildFacts) => found({ children: [ash] }).find(({ key }) => key === '12:card:ash')

  test('is read before arrival where there is an allergy or a medicine', () => {
    const both = {
      ...allergic({}, { what: 'Wasp', pen: true, penExpires: '2027-06-01' }),
      takesMedicine: true,
    }
    expect(card(both)).toMatchObject({
      rule: '12',
      level: 'know',
      says: 'Harbour House reads Ash’s care card before Ash arrives: Nut allergy; Wasp allergy, adrenaline pen goes with them; medicine.',
      evidence: 'Care card',
      overriddenBy: [],
      children: ['ash'],
    })
    expect(card(child('Ash', { takesMedicine: true }))?.says).toContain('arrives: medicine.')
    expect(card(allergic({}))?.says).toContain('arrives: Nut allergy.')
  })

  test('needs no word where there is neither', () => {
    expect(card(child('Ash'))).toBeUndefined()
  })
})
