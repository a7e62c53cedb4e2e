import { describe, expect, test } from 'vitest'
import {
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
import type { HostFacts } from '../facts.ts'
import { termFindings } from './terms.ts'

type Of = Parameters<typeof weighed>[0]
type Terms = HostFacts['approvals'][number]
const terms = (more: Partial<Terms> = {}): Terms => ({
  places: 3,
  ageMin: 0,
  ageMax: 18,
  sex: 'any',
  during: days(),
  ...more,
})
const under = (...approvals: Terms[]) => ({ host: { approvals } })
const keys = (of: Of) => keysOf(termFindings(weighed(of)))
const said = (of: Of) => termFindings(weighed(of)).map(({ says }) => says)
const SGO = { statuses: [{ status: 'SGO', during: days() }] }

describe('the host is approved on every day of the stay', () => {
  test('an approval from the first day to the last is enough, in one or in two that abut', () => {
    expect(keys(under(terms({ during: days(FRIDAY, MONDAY) })))).toEqual([])
    expect(keys(under(terms({ during: days(FRIDAY, SATURDAY) }), terms({ during: days(SATURDAY) })))).toEqual(
      [],
    )
  })

  test('one that ends on the day they go home is not', () => {
    expect(termFindings(weighed(under(terms({ during: days(FRIDAY, SUNDAY) }))))).toMatchObject([
      {
        rule: '3',
        key: '3',
        level: 'stop',
        says: 'Harbour House is not an approved foster home on Sun 29 Nov.',
        evidence: 'The approval does not hold for the whole stay',
        overriddenBy: [],
        children: [],
      },
    ])
  })

  test('one that begins on the second day is not', () => {
    expect(said(under(terms({ during: days(SATURDAY) })))).toEqual([
      'Harbour House is not an approved foster home on Fri 27 Nov.',
    ])
  })

  test('a home with none on record takes no child who is looked after', () => {
    expect(termFindings(weighed(under()))[0]).toMatchObject({ key: '3', evidence: 'No approval on record' })
  })

  test('a child who is looked after for only a part of the stay needs an approved home', () => {
    const statuses = [
      { status: 'C2', during: days('2020-01-01', SATURDAY) },
      { status: 'SGO', during: days(SATURDAY) },
    ]
    expect(keys({ children: [child('Ash', { statuses })], ...under() })).toEqual(['stop 3'])
  })

  test('a child who is not looked after needs no approved home, and no terms', () => {
    expect(keys({ children: [child('Ash', SGO)], ...under() })).toEqual([])
    expect(
      keys({ children: [child('Ash', SGO)], ...under(terms({ ageMax: 5, sex: 'male', places: 0 })) }),
    ).toEqual([])
    expect(keys({ children: [child('Ash', SGO), child('Bryn')], ...under() })).toEqual(['stop 3'])
  })
})

describe('ages', () => {
  test('both ends of the range are within it', () => {
    expect(keys(under(terms({ ageMin: 9, ageMax: 9 })))).toEqual([])
    expect(keys(under(terms({ ageMin: 10 })))).toEqual(['yes 4:age:ash'])
    expect(keys(under(terms({ ageMax: 8 })))).toEqual(['yes 4:age:ash'])
  })

  test('a birthday during the stay takes a child out of the range', () => {
    const turning = (dob: string) => ({ children: [child('Ash', { dob })], ...under(terms({ ageMax: 9 })) })
    expect(said(turning('2016-11-29'))).toEqual([
      'Harbour House is approved for ages 0 to 9; Ash would be 10.',
    ])
    expect(said(turning('2016-11-30'))).toEqual([])
  })

  test('or into it', () => {
    const turning = (dob: string) =>
      keys({ children: [child('Ash', { dob })], ...under(terms({ ageMin: 10 })) })
    expect(turning('2016-11-27')).toEqual([])
    expect(turning('2016-11-28')).toEqual(['yes 4:age:ash'])
  })

  test('terms count on the days they hold', () => {
    const narrow = terms({ ageMax: 8, during: days(MONDAY) })
    expect(keys(under(terms({ during: days('2020-01-01', MONDAY) }), narrow))).toEqual([])
    const from = terms({ ageMax: 8, during: days(SUNDAY) })
    expect(keys(under(terms({ during: days('2020-01-01', SUNDAY) }), from))).toEqual(['yes 4:age:ash'])
  })

  test('a birthday on the day wider terms begin is within them', () => {
    const wider = under(
      terms({ ageMax: 9, during: days('2020-01-01', SUNDAY) }),
      terms({ ageMax: 18, during: days(SUNDAY) }),
    )
    expect(keys({ children: [child('Ash', { dob: '2016-11-29' })], ...wider })).toEqual([])
  })

  test('the out-of-hours manager may say yes, for that child', () => {
    expect(termFindings(weighed(under(terms({ ageMax: 8 }))))).toMatchObject([
      { rule: '4', overriddenBy: ['duty_manager'], evidence: 'Terms of approval: ages', children: ['ash'] },
    ])
  })
})

describe('sex', () => {
  test.each([
    ['any', 'F', []],
    ['any', 'U', []],
    ['female', 'F', []],
    ['male', 'M', []],
    ['female', 'M', ['Harbour House is approved for girls.']],
    ['male', 'F', ['Harbour House is approved for boys.']],
    ['female', 'U', ['Harbour House is approved for girls.']],
  ] as const)('approved for %s, a child recorded as %s', (sex, ofChild, says) => {
    const of = { children: [child('Ash', { sex: ofChild })], ...under(terms({ sex })) }
    expect(said(of)).toEqual(says)
    expect(keys(of)).toEqual(says.map(() => 'yes 4:sex:ash'))
  })

  test('terms of another time say nothing', () => {
    const before = terms({ sex: 'male', during: days('2020-01-01', FRIDAY) })
    expect(keys(under(before, terms({ during: days(FRIDAY) })))).toEqual([])
  })

  test('each child is held against them', () => {
    const children = [child('Ash', { sex: 'F' }), child('Bryn', { sex: 'M' })]
    expect(termFindings(weighed({ children, ...under(terms({ sex: 'female' })) }))).toMatchObject([
      { key: '4:sex:bryn', evidence: 'Terms of approval: sex', children: ['bryn'] },
    ])
  })
})

describe('number', () => {
  const own = (more: Parameters<typeof sleeper>[1] = {}) => sleeper('own', more)
  const places = (number: number, during = days()) => terms({ places: number, during })

  test('as many as there are places is within terms; one more is not', () => {
    const two = { children: [child('Ash')], host: { sleepers: [own()], approvals: [places(2)] } }
    expect(keys(two)).toEqual([])
    expect(said({ ...two, host: { ...two.host, approvals: [places(1)] } })).toEqual([
      'Harbour House is approved for 1 child; there would be 2 on Fri 27 Nov.',
    ])
  })

  test('a yes to one too many is no yes to two, and it is for the home as a whole', () => {
    const host = { approvals: [places(1)] }
    const [one] = termFindings(weighed({ children: [child('Ash'), child('Bryn')], host }))
    const [two] = termFindings(weighed({ children: [child('Ash'), child('Bryn'), child('Cai')], host }))
    expect(one).toMatchObject({ key: '4:number:2', evidence: 'Terms of approval: number', children: [] })
    expect(two?.key).toBe('4:number:3')
  })

  test('the worst night is told', () => {
    const late = own({ present: [span('2026-11-28 20:00', '2026-11-29 09:00')] })
    expect(said({ host: { sleepers: [late], approvals: [places(0)] } })).toEqual([
      'Harbour House is approved for 0 children; there would be 2 on Sat 28 Nov.',
    ])
  })

  test('the worst night is the one furthest past its places', () => {
    const approvals = [places(1, days('2020-01-01', SATURDAY)), places(3, days(SATURDAY))]
    const sleepers = [own(), sleeper('late', { present: [span('2026-11-28 20:00', '2026-11-29 09:00')] })]
    const children = [child('Ash'), child('Bryn')]
    expect(said({ children, host: { sleepers, approvals } })).toEqual([
      'Harbour House is approved for 1 child; there would be 3 on Fri 27 Nov.',
    ])
  })

  test('a night is held against the places of its evening and of its morning', () => {
    const fewer = [places(2, days('2020-01-01', SUNDAY)), places(0, days(SUNDAY))]
    expect(keys({ host: { approvals: fewer } })).toEqual(['yes 4:number:1'])
    const early = span('2026-11-28 02:07', '2026-11-28 09:00')
    expect(keys({ span: early, host: { approvals: [places(0, days(SATURDAY))] } })).toEqual([
      'yes 4:number:1',
    ])
  })
})

describe('outside terms', () => {
  const holiday = (to: string) => ({ span: span('2026-11-27 17:00', to), ...under(terms({ ageMax: 8 })) })

  test('a stay is at most six working days', () => {
    expect(keys(holiday('2026-12-06 16:00'))).toEqual(['yes 4:age:ash'])
    expect(keys(holiday('2026-12-04 16:00'))).toEqual(['yes 4:age:ash'])
    const [found] = termFindings(weighed(holiday('2026-12-07 16:00')))
    expect(found).toMatchObject({
      level: 'stop',
      says: 'Harbour House is approved for ages 0 to 8; Ash would be 9. Outside terms a stay is at most 6 working days.',
      overriddenBy: [],
    })
  })
})
