import { describe, expect, test } from 'vitest'
import { registerOf } from '../../tests/given/register.ts'
import { NOWHERE } from '../households/position.ts'
import { readRegister } from './read-register.ts'
import type { ChildRow, HomeRow, LinkRow } from './register.ts'
import { homeName, replace } from './rules.ts'
import { allergiesOf, decideChildren, type KnownChild, UNKNOWN_CHILD } from './rules-children.ts'
import { decideHomes, type KnownHome, UNKNOWN_HOME } from './rules-homes.ts'
import { decideLinks, decideSiblings, type KnownLink } from './rules-links.ts'
import { decideStaff } from './rules-people.ts'

const TODAY = '2026-11-22'
const register = readRegister(registerOf(4), TODAY)
const [home] = register.homes as [HomeRow]
const [child] = register.children as [ChildRow]
const newId = () => 'new'

test.each([
  [['Orla Allen'], 'Orla Allen'],
  [['Zara Hughes', 'Tom Hughes'], 'Zara and Tom Hughes'],
  [['Zara Hughes', 'Tom Reid'], 'Zara Hughes and Tom Reid'],
  [['Zara', 'Tom'], 'Zara and Tom'],
])('a home of %j is called %s', (carers, name) => expect(homeName(carers)).toBe(name))

test('people leave only when others take their place', () => {
  expect(replace(['b'], ['a'])).toEqual({ added: ['b'], gone: ['a'] })
  expect(replace([], ['a'])).toEqual({ added: [], gone: [] })
  expect(replace(['a'], ['a', 'b'])).toEqual({ added: [], gone: [] })
})

describe('homes', () => {
  const decide = (row: Partial<HomeRow>, known: KnownHome = UNKNOWN_HOME) =>
    decideHomes(
      [{ id: 'H', row: { ...home, ...row }, known, position: NOWHERE, supervisor: 'S' }],
      TODAY,
      newId,
    )

  /** What is known once the register's own line was taken in. */
  const asImported: KnownHome = {
    detail: {
      name: homeName(home.carers),
      kind: home.kind,
      phone: '01632 960 001',
      postcode: home.postcode,
      lat: null,
      lon: null,
      position_from: 'none',
      local_authority: null,
      pets: home.pets ?? [],
      smoker: home.smoker,
      languages: home.languages,
      cultures: ['Polish'],
      adult_home_full_time: home.adultHome,
      wants_mockingbird: home.wants,
      can_be_hub: home.canBeHub,
    },
    approval: home.approval,
    checks: [
      { kind: 'dbs', expires: home.checks.dbs ?? '' },
      { kind: 'review', expires: home.checks.review ?? '' },
    ],
    beds: [],
    carers: home.carers.map((name, index) => ({ person: `P${index}`, name })),
    workers: ['S'],
  }

  test('a new home has been what it is since it was approved; its checks are known from today', () => {
    const { facts, changes } = decide({})
    expect(changes).toEqual([])
    expect(facts.household_detail[0]).toMatchObject({ from: home.approval?.from, until: null, fresh: true })
    expect(facts.approval[0]).toMatchObject({ from: home.approval?.from, values: { places: 1, sex: 'any' } })
    expect(facts.household_check[0]).toMatchObject({ key: { kind: 'dbs' }, from: TODAY })
  })

  test('what is known already changes nothing', () => {
    const { facts, changes, beds, people } = decide({}, asImported)
    expect([changes, beds, people, Object.values(facts).flat()]).toEqual([[], [], [], []])
  })

  test('a cell that is not known takes nothing away', () => {
    const nothing = {
      pets: null,
      smoker: null,
      languages: [],
      supervisor: null,
      spareBeds: null,
      carers: [],
      postcode: null,
    }
    const { changes, facts } = decide({ ...nothing, approval: null, wants: null }, asImported)
    expect([changes, Object.values(facts).flat()]).toEqual([[], []])
  })

  test('a changed value holds from today, and says what it was', () => {
    const { changes, facts, changed } = decide({ checks: { ...home.checks, dbs: '2030-01-01' } }, asImported)
    expect(changes).toEqual([
      { about: 'H00000', what: 'Criminal record (DBS) runs out', was: '2027-01-01', now: '2030-01-01' },
    ])
    expect(facts.household_check).toMatchObject([
      { from: TODAY, fresh: false, values: { expires_on: '2030-01-01' } },
    ])
    expect(changed.size).toBe(1)
  })

  test('new terms of the same approval hold from today, a new approval from its own day', () => {
    const approval = home.approval as NonNullable<HomeRow['approval']>
    expect(decide({ approval: { ...approval, places: 3 } }, asImported).facts.approval[0]?.from).toBe(TODAY)
    const renewed = { ...approval, places: 3, from: '2026-11-01' }
    expect(decide({ approval: renewed }, asImported).facts.approval[0]?.from).toBe('2026-11-01')
    const ended = { ...approval, until: '2026-06-01' }
    expect(decide({ approval: ended }, asImported).facts.approval[0]).toMatchObject({
      from: '2026-05-31',
      until: '2026-06-01',
    })
  })

  test('more spare beds are added in rooms of their own; fewer end those nobody is promised', () => {
    const beds = [
      { id: 'b1', room: 'Spare room 1', held: false },
      { id: 'b2', room: 'Spare room 2', held: true },
    ]
    const more = decide({ spareBeds: 3 }, { ...asImported, beds })
    expect(more.beds).toEqual([{ id: 'new', household: 'H', room: 'Spare room 3', name: 'Bed 1' }])
    expect(decide({ spareBeds: 1 }, { ...asImported, beds }).endedBeds).toEqual(['b1'])
  })

  test('a bed that a stay holds is never taken away', () => {
    const beds = [{ id: 'b1', room: 'Spare room 1', held: true }]
    const { problems, endedBeds } = decide({ spareBeds: 0 }, { ...asImported, beds })
    expect(endedBeds).toEqual([])
    expect(problems).toMatchObject([{ file: 'households.csv', line: 2, column: 'spare_beds' }])
  })

  test('a carer who takes another’s place is a new person, and the other leaves', () => {
    const { facts, people } = decide({ carers: ['Somebody New'] }, asImported)
    expect(people).toEqual([{ id: 'new', name: 'Somebody New', kind: 'carer' }])
    expect(facts.household_carer.map(({ key, values }) => [key.person_id, values])).toEqual([
      ['new', {}],
      ['P0', null],
    ])
  })

  test('degrees of the register are kept while the postcode stays', () => {
    const at = { lat: 51.8, lon: -2.2 }
    expect(decide({ at }, asImported).facts.household_detail[0]?.values).toMatchObject({
      ...at,
      position_from: 'register',
    })
    const placed = {
      ...asImported,
      detail: { ...asImported.detail, ...at, position_from: 'register' },
    } as KnownHome
    expect(decide({}, placed).facts.household_detail).toEqual([])
    expect(decide({ postcode: 'GL1 1AX' }, placed).facts.household_detail[0]?.values).toMatchObject({
      lat: null,
    })
  })
})

describe('children', () => {
  const decide = (row: Partial<ChildRow>, known: KnownChild = UNKNOWN_CHILD) =>
    decideChildren([{ id: 'C', row: { ...child, ...row }, known, home: 'HOME', worker: 'W' }], TODAY)
  const agreed = { staysUntil: '2027-05-31' }
  const known: KnownChild = {
    ...UNKNOWN_CHILD,
    detail: {
      first_name: child.firstName,
      last_name: child.lastName,
      dob: child.dob,
      sex: 'M',
      responsible_authority: 'Ashcombe',
      pets: 'can',
      cared_for_alongside: 'no_preference',
    },
    status: 'V2',
    placement: { id: 'placed', household: 'HOME', from: child.placedFrom ?? '', until: null },
    workers: ['W'],
    consent: { decision: 'agreed', until: '2027-06-01', withdrawn: false },
  }
  const quiet = { allergies: [], medication: [] }

  test('a child is who they are from birth, and at home from the day they came', () => {
    const { facts } = decide(agreed)
    expect(facts.child_detail[0]).toMatchObject({ from: child.dob, values: { first_name: child.firstName } })
    expect(facts.placement[0]).toMatchObject({ from: child.placedFrom, values: { household_id: 'HOME' } })
    expect(facts.consent[0]).toMatchObject({
      from: TODAY,
      until: '2027-06-01',
      values: { basis: 'responsible_authority' },
    })
  })

  test('what is known already changes nothing', () => {
    const { facts, changes } = decide({ ...agreed, ...quiet }, known)
    expect([changes, Object.values(facts).flat()]).toEqual([[], []])
  })

  test('consent that has run out is known for its last day alone', () => {
    expect(decide({ staysUntil: '2026-05-01' }).facts.consent[0]).toMatchObject({
      from: '2026-05-01',
      until: '2026-05-02',
    })
  })

  test('for a child who is not looked after it rests on parental responsibility (invariant 25)', () => {
    const { facts } = decide({ ...agreed, status: 'SGO' })
    expect(facts.consent[0]?.values).toMatchObject({ basis: 'parental_responsibility' })
  })

  test.each([
    ['a withdrawal', { decision: 'agreed', until: '2026-11-20', withdrawn: true }],
    ['a refusal', { decision: 'refused', until: null, withdrawn: false }],
  ])('%s is never turned back into a yes', (_what, consent) => {
    const { facts, notices } = decide({ ...agreed, ...quiet }, { ...known, consent })
    expect(facts.consent).toEqual([])
    expect(notices).toMatchObject([{ column: 'stays_agreed_until', line: child.line }])
  })

  test('a corrected first day takes the placement of before back; another home is a move', () => {
    const corrected = decide({ ...agreed, ...quiet, placedFrom: '2024-02-02' }, known).facts.placement[0]
    expect(corrected).toMatchObject({ instead: 'placed', from: '2024-02-02' })
    const placement = { id: 'placed', household: 'OTHER', from: '2020-01-01', until: null }
    const moved = decide({ ...agreed, ...quiet }, { ...known, placement }).facts.placement[0]
    expect(moved).toMatchObject({ instead: null, from: child.placedFrom })
  })

  test('allergies with an adrenaline pen to them, or that read so, are severe; penicillin alone is not', () => {
    const severity = (allergies: string[], medication: string[] = []) =>
      allergiesOf({ allergies, medication }).map((one) => [one.severity, one.pen])
    expect(severity(['nuts'])).toEqual([['mild', false]])
    expect(severity(['nuts'], ['adrenaline pen'])).toEqual([['severe', true]])
    expect(severity(['penicillin', 'eggs (severe)'])).toEqual([
      ['mild', false],
      ['severe', false],
    ])
    expect(severity(['wasps: anaphylaxis', 'nuts, has EpiPen'])).toEqual([
      ['severe', false],
      ['severe', true],
    ])
  })

  test('the register adds to a care card and takes nothing off it', () => {
    const blank = {
      known_as: null,
      routines: 'Bath at 7',
      triggers: null,
      what_helps: null,
      missing_history: null,
    }
    const more = { culture: null, faith: null, language: null, food: null, hair_and_skin: null, contacts: [] }
    const nuts = { what: 'Nuts', severity: 'severe' as const, pen: true, penExpires: '2027-01-01' }
    const card = { ...blank, ...more, allergies: [nuts], medication: [] }
    const { facts } = decide({ ...agreed, allergies: ['nuts', 'eggs'], medication: [] }, { ...known, card })
    expect(facts.care_card[0]?.values).toMatchObject({
      routines: 'Bath at 7',
      allergies: [nuts, { what: 'eggs' }],
    })
    expect(
      decide({ ...agreed, allergies: ['NUTS'], medication: [] }, { ...known, card }).facts.care_card,
    ).toEqual([])
  })
})

describe('links', () => {
  const row: LinkRow = {
    line: 2,
    kind: 'must_not_meet',
    a: 'C1',
    b: 'C2',
    orderedBy: 'court',
    lastDay: null,
    reason: null,
  }
  const decide = (changed: Partial<LinkRow>, known: KnownLink | null = null) =>
    decideLinks([{ row: { ...row, ...changed }, a: 'b', b: 'a', known }], TODAY)
  const known = { kind: 'must_not_meet', a: 'a', b: 'b', until: null, orderedBy: 'court', reason: 'see file' }

  test('a pair is kept in one order, until its last day', () => {
    expect(decide({ lastDay: '2027-01-31' }).must_not_meet).toMatchObject([
      { key: { child_id: 'a', other_child_id: 'b' }, from: TODAY, until: '2027-02-01' },
    ])
  })

  test('one that is over is left out, or ends', () => {
    expect(decide({ lastDay: '2026-11-21' })).toMatchObject({
      must_not_meet: [],
      notices: [{ column: 'until' }],
    })
    expect(decide({ lastDay: '2026-11-21' }, known).must_not_meet).toMatchObject([
      { values: null, from: TODAY },
    ])
  })

  test('what is known already changes nothing; who ordered it may change', () => {
    expect(decide({}, known)).toMatchObject({ must_not_meet: [], changes: [], added: 0 })
    expect(decide({ orderedBy: 'advisory' }, known).must_not_meet[0]?.values).toEqual({
      ordered_by: 'advisory',
      reason: 'see file',
    })
  })
})

describe('brothers and sisters', () => {
  const sibling = (reference: string, dob: string): ChildRow => ({
    ...child,
    reference,
    dob,
    siblingGroup: 'G1',
  })
  const group = [sibling('C1', '2015-01-01'), sibling('C2', '2018-02-02'), sibling('C3', '2020-03-03')]

  test('every pair of a group, since the younger was born', () => {
    const { sibling: pairs } = decideSiblings(
      group,
      (reference) => reference.toLowerCase(),
      () => false,
    )
    expect(pairs.map(({ key, from }) => [key.child_a, key.child_b, from])).toEqual([
      ['c1', 'c2', '2018-02-02'],
      ['c1', 'c3', '2020-03-03'],
      ['c2', 'c3', '2020-03-03'],
    ])
  })

  test('pairs that are known stay as they are', () => {
    expect(
      decideSiblings(
        group,
        (one) => one,
        () => true,
      ),
    ).toMatchObject({ sibling: [], added: 0 })
  })

  test('a group too large to be a family is a problem, a group of one a notice', () => {
    const many = Array.from({ length: 16 }, (_, n) => sibling(`C${n}`, '2015-01-01'))
    expect(
      decideSiblings(
        many,
        (one) => one,
        () => false,
      ),
    ).toMatchObject({ sibling: [], problems: [{ column: 'sibling_group' }] })
    expect(
      decideSiblings(
        [sibling('C1', '2015-01-01')],
        (one) => one,
        () => false,
      ).notices,
    ).toHaveLength(1)
  })
})

test('social workers are matched by name within the service, and given the role they lack', () => {
  const known = [{ id: 'known', name: 'ADA  worker0', roles: ['child_social_worker'] }]
  const { byName, added, roles } = decideStaff(
    { homes: [{ ...home, supervisor: 'Ada Worker0' }], children: [{ ...child, worker: 'Bram Visitor' }] },
    known,
    newId,
  )
  expect(byName.get('ada worker0')).toBe('known')
  expect(added).toEqual([{ id: 'new', name: 'Bram Visitor', kind: 'staff' }])
  expect(roles).toEqual([
    { person: 'known', role: 'supervising_social_worker' },
    { person: 'new', role: 'child_social_worker' },
  ])
})
