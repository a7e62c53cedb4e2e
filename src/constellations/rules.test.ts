import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packAt } from '../platform/rule-pack.ts'
import {
  type ConstellationFacts,
  type HomeFacts,
  type JoinFacts,
  joinCheck,
  launchCheck,
  standing,
  withinNumber,
} from './rules.ts'

const pack = packAt('2026-11-22')

const home = (facts: Partial<HomeFacts> = {}): HomeFacts => ({
  name: 'Larkrise',
  needsApproval: true,
  approved: true,
  spareBeds: 2,
  adultHomeFullTime: true,
  ...facts,
})
const satellites = (n: number) => Array.from({ length: n }, () => home())
const ready = (facts: Partial<ConstellationFacts> = {}): ConstellationFacts => ({
  hub: home({ name: 'Harbour House' }),
  satellites: satellites(6),
  liaison: true,
  lookedAfterChildren: 8,
  agreedSatellites: null,
  ...facts,
})
const codes = (findings: readonly { code: string; level: string }[]) =>
  findings.map(({ code, level }) => `${level} ${code}`)

describe('the launch', () => {
  test('one hub, a liaison worker and six to ten satellites: nothing to say', () => {
    for (const n of [6, 7, 8, 9, 10])
      expect(launchCheck(ready({ satellites: satellites(n) }), pack)).toEqual([])
  })

  test('no hub and no liaison worker stop it, and nobody overrides that', () => {
    const findings = launchCheck(ready({ hub: null, liaison: false }), pack)
    expect(codes(findings)).toEqual(['stop no-hub', 'stop no-liaison-worker'])
    expect(findings.map(({ rule, overriddenBy }) => [rule, overriddenBy])).toEqual([
      ['1', []],
      [null, []],
    ])
    expect(findings.map(({ says }) => says)).toEqual([
      'There is no hub home. Invite one, and wait for its yes.',
      'There is no liaison worker. Name one.',
    ])
  })

  test('too few or too many satellites need the yes of a programme lead', () => {
    const few = launchCheck(ready({ satellites: satellites(5) }), pack)
    expect(codes(few)).toEqual(['yes too-few-satellites'])
    expect(few[0]).toMatchObject({ rule: '2', overriddenBy: ['programme_lead'] })
    expect(few[0]?.says).toBe('There are 5 satellites; the model asks for 6 to 10. Invite 1 more.')
    expect(launchCheck(ready({ satellites: satellites(1) }), pack)[0]?.says).toContain(
      'There is 1 satellite;',
    )
    const many = launchCheck(ready({ satellites: satellites(11) }), pack)
    expect(codes(many)).toEqual(['yes too-many-satellites'])
    expect(many[0]).toMatchObject({ rule: '2', overriddenBy: ['programme_lead'] })
    expect(many[0]?.says).toBe('There are 11 satellites; the model asks for 10 at most.')
  })

  test('homes that are not approved, a hub that lacks something, few or many children: good to know', () => {
    const hub = home({ spareBeds: 1, adultHomeFullTime: false, approved: false })
    const findings = launchCheck(
      ready({
        hub,
        satellites: [...satellites(5), home({ name: null, approved: false })],
        lookedAfterChildren: 19,
      }),
      pack,
    )
    expect(codes(findings)).toEqual([
      'know not-approved',
      'know hub-beds',
      'know hub-adult',
      'know not-approved',
      'know children-number',
    ])
    expect(findings.map(({ says }) => says)).toEqual([
      'Larkrise is not approved. No child can stay there until it is.',
      'The hub home has 1 spare bed; a hub keeps 2.',
      'Nobody is at home full time; in a hub home one adult is.',
      'One home is not approved. No child can stay there until it is.',
      '19 looked-after children live in these homes; some services plan for 6 to 18.',
    ])
    const unknown = launchCheck(
      ready({ hub: home({ name: null, approved: false, adultHomeFullTime: null }) }),
      pack,
    )
    expect(unknown.map(({ says }) => says)).toEqual([
      'The hub home is not approved. No child can stay there until it is.',
      'It is not known whether an adult is at home full time; in a hub home one is.',
    ])
  })

  test('guardians and adopters need no approval', () => {
    const guardians = { needsApproval: false, approved: false }
    expect(launchCheck(ready({ satellites: [...satellites(5), home(guardians)] }), pack)).toEqual([])
  })

  test.each([
    [0, 'No looked-after children live in these homes'],
    [1, '1 looked-after child lives in these homes'],
    [5, '5 looked-after children live in these homes'],
    [6, undefined],
    [18, undefined],
  ])('%i looked-after children', (lookedAfterChildren, says) => {
    const [finding] = launchCheck(ready({ lookedAfterChildren }), pack)
    if (says) expect(finding?.says).toContain(says)
    else expect(finding).toBeUndefined()
  })
})

const facts: fc.Arbitrary<ConstellationFacts> = fc.record({
  hub: fc.option(fc.constant(home())),
  satellites: fc.nat(14).map(satellites),
  liaison: fc.boolean(),
  lookedAfterChildren: fc.nat(25),
  agreedSatellites: fc.option(fc.integer({ min: 1, max: 14 })),
})

test('findings come worst first, each with its source', () => {
  const order = ['stop', 'yes', 'know']
  fc.assert(
    fc.property(facts, (all) => {
      for (const findings of [launchCheck(all, pack), standing(all, pack)]) {
        const levels = findings.map(({ level }) => order.indexOf(level))
        expect(levels).toEqual(levels.toSorted((a, b) => a - b))
        for (const { says, source } of findings) {
          expect(says.length).toBeGreaterThan(0)
          expect(source.length).toBeGreaterThan(0)
        }
      }
    }),
  )
})

test('a launch is clear of a yes exactly within the model, or within what was agreed above it', () => {
  fc.assert(
    fc.property(facts, (all) => {
      const n = all.satellites.length
      const needs = launchCheck(all, pack).some(({ level }) => level === 'yes')
      expect(needs).toBe(n < 6 || n > Math.max(10, all.agreedSatellites ?? 0))
    }),
  )
})

test('an active constellation that fell below six is a warning; above what was agreed needs a yes', () => {
  expect(codes(standing(ready({ satellites: satellites(5) }), pack))).toEqual(['know too-few-satellites'])
  expect(codes(standing(ready({ satellites: satellites(6) }), pack))).toEqual([])
  expect(codes(standing(ready({ satellites: satellites(11) }), pack))).toEqual(['yes too-many-satellites'])
  expect(codes(standing(ready({ satellites: satellites(11), agreedSatellites: 11 }), pack))).toEqual([])
  expect(codes(standing(ready({ hub: null, liaison: false }), pack))).toEqual([
    'stop no-hub',
    'stop no-liaison-worker',
  ])
})

test('a yes to fewer than the model does not narrow it', () => {
  expect(withinNumber(10, 4, pack)).toBe(true)
  expect(withinNumber(11, 4, pack)).toBe(false)
  expect(withinNumber(12, 12, pack)).toBe(true)
  expect(withinNumber(13, 12, pack)).toBe(false)
})

describe('joining', () => {
  const join = (facts: Partial<JoinFacts> = {}): JoinFacts => ({
    part: 'satellite',
    home: { ...home(), wantsMockingbird: 'yes' },
    elsewhere: null,
    here: null,
    hubStays: true,
    otherSatellites: 6,
    stage: 'active',
    agreedSatellites: null,
    keptApart: null,
    mustNotMeet: 0,
    ...facts,
  })
  const says = (facts: Partial<JoinFacts>) => joinCheck(join(facts), pack).map((finding) => finding.says)
  const of = (facts: Partial<JoinFacts>) => codes(joinCheck(join(facts), pack))

  test('a satellite or a guest where there is room: nothing to say', () => {
    expect(of({})).toEqual([])
    expect(of({ part: 'guest' })).toEqual([])
    expect(of({ part: 'hub', hubStays: false })).toEqual([])
  })

  test('a home of another constellation is named only to those who may know it', () => {
    expect(of({ elsewhere: { name: null } })).toEqual(['stop elsewhere'])
    expect(says({ elsewhere: { name: null } })).toEqual([
      'This home is already in another constellation. It has to leave that one first.',
    ])
    expect(says({ elsewhere: { name: 'South bank' } })[0]).toContain('in the constellation South bank.')
  })

  test('one hub, one part at a time, none in a closed constellation', () => {
    expect(of({ part: 'hub', hubStays: true })).toEqual(['stop hub-taken'])
    expect(of({ part: 'hub', hubStays: true, here: 'satellite' })).toEqual(['stop hub-taken'])
    expect(of({ part: 'hub', here: 'hub' })).toEqual(['stop here-already'])
    expect(of({ part: 'satellite', here: 'hub' })).toEqual(['stop is-hub'])
    expect(of({ part: 'satellite', here: 'satellite' })).toEqual(['stop here-already'])
    expect(says({ part: 'guest', here: 'guest' })).toEqual(['This home is already a guest here.'])
    expect(of({ part: 'satellite', here: 'guest' })).toEqual([])
    expect(of({ stage: 'closed' })).toEqual(['stop closed'])
  })

  test('the eleventh satellite: a warning while forming, a yes once launched, nothing when agreed', () => {
    expect(of({ otherSatellites: 9 })).toEqual([])
    expect(of({ otherSatellites: 10 })).toEqual(['yes too-many-satellites'])
    expect(joinCheck(join({ otherSatellites: 10 }), pack)[0]?.overriddenBy).toEqual(['programme_lead'])
    expect(says({ otherSatellites: 10 })[0]).toContain('there would be 11 satellites')
    expect(of({ otherSatellites: 10, stage: 'forming' })).toEqual(['know too-many-satellites'])
    expect(of({ otherSatellites: 10, agreedSatellites: 11 })).toEqual([])
    expect(of({ otherSatellites: 11, agreedSatellites: 11 })).toEqual(['yes too-many-satellites'])
    expect(of({ otherSatellites: 10, part: 'guest' })).toEqual([])
  })

  test('homes kept apart by order never join; advice and children who must not meet are said', () => {
    expect(of({ keptApart: 'ordered' })).toEqual(['stop kept-apart'])
    expect(of({ keptApart: 'advised' })).toEqual(['know advised-apart'])
    expect(of({ mustNotMeet: 1 })).toEqual(['know must-not-meet'])
    expect(says({ mustNotMeet: 1 })[0]).toMatch(/^1 child of this home must not meet/)
    expect(says({ mustNotMeet: 2 })[0]).toMatch(/^2 children of this home must not meet/)
  })

  test('what the home itself lacks is good to know', () => {
    const bare = {
      ...home({ approved: false, spareBeds: 0, adultHomeFullTime: null }),
      wantsMockingbird: 'no',
    }
    expect(of({ home: bare })).toEqual(['know not-approved', 'know not-wanted'])
    expect(of({ home: bare, part: 'hub', hubStays: false })).toEqual([
      'know not-approved',
      'know hub-beds',
      'know hub-adult',
      'know not-wanted',
    ])
    expect(says({ home: bare })[0]).toBe('This home is not approved. No child can stay there until it is.')
  })

  test('what needs a yes comes before what is good to know', () => {
    expect(of({ keptApart: 'advised', otherSatellites: 10 })).toEqual([
      'yes too-many-satellites',
      'know advised-apart',
    ])
  })

  test('each finding names its rule, its source and what to do', () => {
    const apart = 'The orders and advice on record'
    const model = pack.satellites.source
    const found = (facts: Partial<JoinFacts>) => {
      const [finding] = joinCheck(join(facts), pack)
      return [finding?.rule, finding?.source, finding?.says]
    }
    expect(found({ here: 'satellite' })).toEqual(['1', model, 'This home is already a satellite here.'])
    expect(found({ part: 'hub', here: 'hub' })).toEqual(['1', model, 'This home is already the hub here.'])
    expect(found({ stage: 'closed' })[2]).toContain('Choose another')
    expect(found({ here: 'hub' })[2]).toContain('Another home has to become the hub first')
    expect(found({ part: 'hub' })[2]).toContain('It has to leave, or set a day to')
    expect(found({ keptApart: 'ordered' })).toEqual(['8', apart, expect.stringContaining('by order')])
    expect(found({ keptApart: 'advised' })).toEqual(['8', apart, expect.stringContaining('Talk to both')])
    expect(found({ mustNotMeet: 1 }).slice(0, 2)).toEqual(['8', apart])
    expect(found({ otherSatellites: 10 }).slice(0, 2)).toEqual(['2', model])
    expect(found({ otherSatellites: 10, stage: 'forming' }).slice(0, 2)).toEqual(['2', model])
  })
})
