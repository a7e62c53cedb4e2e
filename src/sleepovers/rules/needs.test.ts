import { describe, expect, test } from 'vitest'
import { child, keysOf, sleeper, span, weighed } from '../../../tests/given/stay-facts.ts'
import type { ChildFacts } from '../facts.ts'
import { needFindings } from './needs.ts'

type Of = Parameters<typeof weighed>[0]
const found = (of: Of) => needFindings(weighed(of))
const keys = (of: Of) => keysOf(found(of))
const said = (of: Of) => found(of).map(({ says }) => says)

describe('given a home with pets', () => {
  const at = (pets: string[], ash: Partial<ChildFacts>) => ({ children: [child('Ash', ash)], host: { pets } })
  const allergicTo = (what: string) => ({ allergies: [{ what, severity: 'mild' as const }] })

  test('a child who should not be with pets needs the supervising social worker’s yes', () => {
    expect(found(at(['dog', 'cat'], { pets: 'no' }))).toMatchObject([
      {
        rule: '27',
        key: '27:pets:ash',
        level: 'yes',
        says: 'Ash should not be with pets; Harbour House has dog and cat.',
        evidence: 'The child’s needs on record',
        overriddenBy: ['supervising_social_worker'],
        children: ['ash'],
      },
    ])
  })

  test.each([
    ['Dog hair', ['dog']],
    ['dogs', ['Dog']],
    ['cat', ['two cats', 'rabbits']],
    ['Animal fur', ['rabbits']],
    ['Pets', ['hamster']],
    ['Pet dander', ['cat']],
    ['dander', ['cat']],
    ['fur', ['rabbits']],
    ['Animals', ['hamster']],
    ['Horses', ['horse']],
    ['dog-hair', ['dog']],
  ])('an allergy to %s counts against %s', (what, pets) => {
    expect(said(at(pets, { ...allergicTo(what), pets: 'can' }))).toEqual([
      `Ash is allergic to ${what}; Harbour House has pets (${pets.join(' and ')}).`,
    ])
    expect(keys(at(pets, allergicTo(what)))).toEqual(['yes 27:pets:ash'])
  })

  test.each([
    ['a medication', ['cat']],
    ['Nuts', ['dog']],
    ['Grass', ['rabbits']],
    ['sage', ['goose']],
    ['Nuts!', ['dog!']],
    ['Nuts', ['']],
    ['', ['dog']],
  ])('an allergy to “%s” does not against %s', (what, pets) => {
    expect(keys(at(pets, allergicTo(what)))).toEqual([])
  })

  test('any one of several allergies counts', () => {
    const allergies = [
      { what: 'Nuts', severity: 'severe' as const },
      { what: 'Cat', severity: 'mild' as const },
    ]
    expect(keys(at(['cat'], { allergies }))).toEqual(['yes 27:pets:ash'])
  })

  test('a child of whom it is not known: good to know', () => {
    expect(found(at(['dog'], { pets: 'unknown' }))).toMatchObject([
      {
        level: 'know',
        key: '27:pets:ash',
        says: 'Harbour House has pets (dog).',
        evidence: 'The home’s details',
        overriddenBy: [],
      },
    ])
  })

  test.each(['can', 'must'] as const)('a child who %s be with pets: nothing', (pets) => {
    expect(keys(at(['dog'], { pets }))).toEqual([])
  })
})

describe('given a home without pets', () => {
  test('a child who likes one around is told of', () => {
    expect(found({ children: [child('Ash', { pets: 'must' })] })).toMatchObject([
      {
        level: 'know',
        key: '27:no-pets:ash',
        says: 'Ash likes a pet around; Harbour House has none.',
        children: ['ash'],
      },
    ])
  })

  test.each(['can', 'no', 'unknown'] as const)('a child of “%s” is not, allergic or not', (pets) => {
    const allergies = [{ what: 'Animal fur', severity: 'mild' as const }]
    expect(keys({ children: [child('Ash', { pets, allergies })] })).toEqual([])
  })
})

describe('smoke', () => {
  const smoking = (dob: string, smoker: boolean | null = true) => ({
    children: [child('Ash', { dob })],
    host: { smoker },
  })

  test('needs a yes for a child under five on the first day, and is told of for others', () => {
    expect(keys(smoking('2021-11-28'))).toEqual(['yes 27:smoke:ash'])
    expect(keys(smoking('2021-11-27'))).toEqual(['know 27:smoke:ash'])
    expect(said(smoking('2021-11-28'))).toEqual(['Someone smokes at Harbour House.'])
  })

  test('is nothing where nobody smokes, or where that is not known', () => {
    expect(keys(smoking('2025-01-01', false))).toEqual([])
    expect(keys(smoking('2025-01-01', null))).toEqual([])
  })
})

describe('company', () => {
  const ash = (caredForAlongside: ChildFacts['caredForAlongside']) =>
    child('Ash', { caredForAlongside, dob: '2017-03-14' })
  const [younger, same, older] = ['2019-01-01', '2017-09-01', '2015-01-01'].map((dob) => ({
    sleepers: [sleeper('guest', { dob })],
  }))
  const company = ['yes 27:company:ash']

  test.each([
    ['solo', younger, company],
    ['solo', undefined, []],
    ['only_older', older, []],
    ['only_older', same, company],
    ['only_older', younger, company],
    ['only_older', undefined, []],
    ['only_younger', younger, []],
    ['only_younger', same, company],
    ['only_younger', older, company],
    ['with_others', older, []],
    ['no_preference', older, []],
  ] as const)('%s: who is there decides (%#)', (alongside, host, found) => {
    expect(keys({ children: [ash(alongside)], ...(host && { host }) })).toEqual(found)
  })

  test('says why', () => {
    expect(said({ children: [ash('solo')], host: younger ?? {} })).toEqual([
      'Ash is best cared for without other children, and others will be there.',
    ])
    expect(said({ children: [ash('only_older')], host: younger ?? {} })).toEqual([
      'Ash is best with older children only, and a younger one or one of the same age will be there.',
    ])
    expect(said({ children: [ash('only_younger')], host: older ?? {} })).toEqual([
      'Ash is best with younger children only, and an older one or one of the same age will be there.',
    ])
  })

  test('one of several is enough', () => {
    const host = {
      sleepers: [sleeper('old', { dob: '2014-01-01' }), sleeper('young', { dob: '2020-01-01' })],
    }
    expect(keys({ children: [ash('only_older')], host })).toEqual(company)
    expect(keys({ children: [ash('only_younger')], host })).toEqual(company)
  })

  test('children who are asked for together are each other’s', () => {
    expect(keys({ children: [ash('solo'), child('Bryn')] })).toEqual(company)
  })

  test('who has left before is not', () => {
    const gone = sleeper('guest', { present: [span('2026-11-20 10:00', '2026-11-27 17:00')] })
    expect(keys({ children: [ash('solo')], host: { sleepers: [gone] } })).toEqual([])
  })
})
