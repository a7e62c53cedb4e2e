import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agreed,
  apart,
  at,
  bed,
  child,
  days,
  keysOf,
  pack,
  sleeper,
  span,
  stay,
  WEEKEND,
} from '../../tests/given/stay-facts.ts'
import { addDays, type Day, type Days, holds, momentAt, overlap, type Span } from '../values/london.ts'
import { nightsOf } from '../values/nights.ts'
import type { ChildFacts, Finding, Sleeper, StayFacts } from './facts.ts'
import { stillNeeded, weighStay } from './rules.ts'

const weigh = (facts: StayFacts) => weighStay(facts, pack)

describe('a stay', () => {
  test('that nothing speaks against fits, has its beds, and keeps the version of its rules', () => {
    const weighing = weigh(stay())
    expect(weighing).toEqual({
      packVersion: pack.version,
      beds: new Map([['ash', 'bed-1']]),
      findings: [],
      fits: true,
    })
  })

  test('fits where a yes is all it needs, and does not where anything stops it', () => {
    expect(weigh(stay({ children: [child('Ash', { consents: [] })] })).fits).toBe(true)
    expect(weigh(stay({ host: { beds: [] } })).fits).toBe(false)
  })

  test('gets every finding at once, the worst first, of every rule that speaks', () => {
    const ash = child('Ash', {
      consents: [],
      pets: 'unknown',
      otherStays: [WEEKEND],
      apart: [apart({ child: 'guest' })],
      takesMedicine: true,
    })
    const siblings = ['Bryn', 'Cai', 'Dee'].map((name) => child(name, { dob: '2019-01-01' }))
    const { findings, fits } = weigh(
      stay({
        children: [ash, ...siblings],
        leftAtHome: ['eli'],
        span: span('2026-11-27 17:00', '2026-12-06 16:00'),
        host: {
          pets: ['dog'],
          approvals: [
            { places: 3, ageMin: 8, ageMax: 18, sex: 'any', during: days('2020-01-01', '2026-12-06') },
          ],
          checks: [],
          beds: [1, 2, 3, 4, 5].map((number) => bed(number, 'Attic')),
          closures: [days('2026-11-28', '2026-11-29')],
          sleepers: [sleeper('guest', { room: 'Attic', bed: 'bed-5' })],
        },
      }),
    )
    expect(fits).toBe(false)
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(
      new Set(['3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '15', '27']),
    )
    const levels = findings.map(({ level }) => level).join(' ')
    expect(levels).toMatch(/^(stop )+(yes )+know( know)*$/)
  })

  test('of story B: a nut allergy with a pen, a dog, one bedroom, consent that runs out', () => {
    const brother = child('Bryn', {
      dob: '2020-05-05',
      sex: 'M',
      pets: 'unknown',
      allergies: [{ what: 'Nut', severity: 'severe', pen: true, penExpires: '2026-11-28' }],
      siblings: ['ash'],
    })
    const sister = child('Ash', {
      dob: '2018-02-02',
      consents: [agreed(days('2025-01-01', '2026-11-29'))],
      siblings: ['bryn'],
    })
    const { findings, fits } = weigh(
      stay({
        children: [brother, sister],
        host: { pets: ['dog'], checks: [], beds: [bed(1, 'Attic'), bed(2, 'Attic')] },
      }),
    )
    expect(fits).toBe(true)
    expect(keysOf(findings)).toEqual([
      'know 12:card:bryn',
      'know 27:pets:bryn',
      'yes 10:ash',
      'yes 11:allergy_training',
      'yes 11:dbs',
      'yes 11:review',
      'yes 12:pen:bryn',
      'yes 7:ash:bryn',
      'yes 7:bryn:ash',
    ])
  })
})

describe('what still waits for a yes', () => {
  const finding = (key: string, level: Finding['level'] = 'yes'): Finding => ({
    rule: '10',
    key,
    level,
    says: '',
    evidence: '',
    source: '',
    overriddenBy: [],
    children: [],
  })
  const waits = (expiresOn: Day) =>
    stillNeeded([finding('10:ash'), finding('11:dbs')], [{ finding: '10:ash', expiresOn }], '2026-11-22').map(
      ({ key }) => key,
    )

  test('is what nobody said yes to; a yes holds through its last day', () => {
    expect(waits('2026-11-22')).toEqual(['11:dbs'])
    expect(waits('2026-11-21')).toEqual(['10:ash', '11:dbs'])
  })

  test('one yes answers one finding, however many were given', () => {
    const given = [
      { finding: '10:ash', expiresOn: '2026-12-01' },
      { finding: '11:dbs', expiresOn: '2026-11-01' },
      { finding: '9', expiresOn: '2026-12-01' },
    ]
    const waiting = stillNeeded([finding('10:ash'), finding('11:dbs')], given, '2026-11-22')
    expect(waiting.map(({ key }) => key)).toEqual(['11:dbs'])
  })

  test('is neither what stops a stay nor what is good to know', () => {
    expect(stillNeeded([finding('5', 'stop'), finding('14', 'know')], [], '2026-11-22')).toEqual([])
  })
})

const NAMES = ['Ash', 'Bryn', 'Cai', 'Dee']
const ids = [...NAMES.map((name) => name.toLowerCase()), 'own', 'guest', 'late', 'other']
const someOf = (from: readonly string[]) => fc.subarray([...from])
const november = fc.integer({ min: 20, max: 30 }).map((day) => `2026-11-${day}`)
const stretch: fc.Arbitrary<Days> = fc.oneof(
  fc.constant(days()),
  fc.tuple(november, fc.option(fc.integer({ min: 1, max: 9 }))).map(([from, length]) => ({
    from,
    until: length === null ? null : addDays(from, length),
  })),
)
const hours = fc.integer({ min: 0, max: 11 * 24 })
const time: fc.Arbitrary<Span> = fc
  .tuple(hours, fc.integer({ min: 1, max: 5 * 24 }))
  .map(([from, length]) => ({
    from: new Date(at('2026-11-20 00:00').getTime() + from * 3_600_000),
    to: new Date(at('2026-11-20 00:00').getTime() + (from + length) * 3_600_000),
  }))
const dob = fc.constantFrom('2012-06-01', '2017-11-28', '2020-03-14', '2023-11-28', '2025-01-01')
const sharing = fc.array(fc.record({ with: fc.constantFrom(...ids), during: stretch }), { maxLength: 2 })
const order = fc.record({
  id: fc.uuid(),
  child: fc.constantFrom(...ids),
  person: fc.constant(null),
  adult: fc.constant(null),
  orderedBy: fc.constantFrom('court' as const, 'safeguarding' as const, 'advisory' as const),
  during: stretch,
})

const asked = (name: string): fc.Arbitrary<ChildFacts> =>
  fc
    .record({
      dob,
      sex: fc.constantFrom('F', 'M', 'U'),
      statuses: fc.constantFrom<ChildFacts['statuses'][]>(
        [{ status: 'C2', during: days() }],
        [{ status: 'SGO', during: days() }],
        [
          { status: 'C2', during: days('2020-01-01', '2026-11-28') },
          { status: 'adopted', during: days('2026-11-28') },
        ],
        [],
      ),
      siblings: someOf(ids).map((some) => some.filter((id) => id !== name.toLowerCase())),
      apart: fc.array(order, { maxLength: 1 }),
      consents: fc.array(
        stretch.map((during) => agreed(during)),
        { maxLength: 3 },
      ),
      sharing,
      caredForAlongside: fc.constantFrom('no_preference' as const, 'solo' as const, 'only_older' as const),
      otherStays: fc.array(time, { maxLength: 1 }),
    })
    .map((more) => child(name, more))

const beds = fc
  .uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 4 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc
          .tuple(fc.constantFrom('Attic', 'Blue room'), stretch)
          .map(([room, during]) => bed(number, room, during)),
      ),
    ),
  )

const someone = fc.record({
  id: fc.constantFrom('own', 'guest', 'late', 'other'),
  dob,
  sharing,
  present: fc.array(time, { minLength: 1, maxLength: 2 }),
  fostered: fc.boolean(),
  siblings: someOf(ids),
  place: fc.constantFrom(null, 1, 2, 3, 4),
})
const sleeperIn = (homeBeds: StayFacts['host']['beds']): fc.Arbitrary<Sleeper> =>
  someone.map(({ id, place, ...more }) => {
    const found = homeBeds.find((one) => one.id === `bed-${place}`)
    return sleeper(id, { ...more, bed: found?.id ?? null, room: found?.room ?? null })
  })

const facts: fc.Arbitrary<StayFacts> = fc
  .tuple(
    fc.subarray(NAMES, { minLength: 1, maxLength: 3 }),
    beds,
    time.filter((span) => nightsOf(span).length > 0),
  )
  .chain(([names, homeBeds, when]) =>
    fc
      .record({
        children: fc.tuple(...names.map(asked)),
        // A child is one child: not there twice with two birthdays.
        sleepers: fc.uniqueArray(sleeperIn(homeBeds), { maxLength: 4, selector: ({ child }) => child }),
        exemptions: fc.array(fc.record({ children: someOf(ids), during: stretch }), { maxLength: 2 }),
        places: fc.integer({ min: 1, max: 4 }),
        during: stretch,
        keptApart: fc.array(
          fc.record({
            household: fc.constant('home'),
            orderedBy: fc.constantFrom('court' as const, 'advisory' as const, null),
            during: stretch,
          }),
          { maxLength: 2 },
        ),
      })
      .map(({ children, sleepers, exemptions, places, during, keptApart }) =>
        stay({
          span: when,
          children,
          host: {
            beds: homeBeds,
            sleepers,
            exemptions,
            keptApart,
            approvals: [{ places, ageMin: 0, ageMax: 12, sex: 'any', during }],
          },
        }),
      ),
  )

const withHost = (of: StayFacts, host: Partial<StayFacts['host']>): StayFacts => ({
  ...of,
  host: { ...of.host, ...host },
})
const stopsOf = (findings: readonly Finding[]) =>
  findings
    .filter(({ level }) => level === 'stop')
    .map(({ rule, children }) => `${rule} ${children.toSorted()}`)
const daysIn = ({ from, to }: Span) =>
  Array.from({ length: 20 }, (_, index) => addDays('2026-11-19', index)).filter((day) =>
    overlap({ from, to }, { from: momentAt(day, '00:00'), to: momentAt(addDays(day, 1), '00:00') }),
  )

/** Patience for machines that are busy with something else. */
const slow = { timeout: 60_000 }

describe('for any facts', slow, () => {
  test('the same facts give the same answer, and are left as they were', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const before = structuredClone(given)
        expect(weigh(given)).toEqual(weigh(structuredClone(given)))
        expect(given).toEqual(before)
      }),
    )
  })

  test('the order in which children, beds, sleepers and orders are told changes neither the answer nor what is found', () => {
    const shuffled = facts.chain((given) =>
      fc
        .record({
          children: fc.shuffledSubarray(given.children, { minLength: given.children.length }),
          beds: fc.shuffledSubarray(given.host.beds, { minLength: given.host.beds.length }),
          sleepers: fc.shuffledSubarray(given.host.sleepers, { minLength: given.host.sleepers.length }),
          keptApart: fc.shuffledSubarray(given.host.keptApart, { minLength: given.host.keptApart.length }),
        })
        .map(({ children, ...host }) => ({ given, told: { ...withHost(given, host), children } })),
    )
    fc.assert(
      fc.property(shuffled, ({ given, told }) => {
        const [one, other] = [weigh(given), weigh(told)]
        expect(other.fits).toBe(one.fits)
        expect(keysOf(other.findings)).toEqual(keysOf(one.findings))
        expect(other.beds).toEqual(one.beds)
      }),
    )
  })

  test('one more child at the host never takes a stop away', () => {
    const more = facts.chain((given) => sleeperIn(given.host.beds).map((one) => ({ given, one })))
    fc.assert(
      fc.property(more, ({ given, one }) => {
        const fuller = withHost(given, { sleepers: [...given.host.sleepers, one] })
        expect(stopsOf(weigh(fuller).findings)).toEqual(
          expect.arrayContaining(stopsOf(weigh(given).findings)),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('no key is given to two findings, and each finding is about children who were asked for', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { findings } = weigh(given)
        expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length)
        const askedFor = given.children.map(({ id }) => id)
        for (const finding of findings) expect(askedFor).toEqual(expect.arrayContaining(finding.children))
      }),
    )
  })

  test('no sentence names a child who was not asked for', () => {
    fc.assert(
      fc.property(facts, (given) => {
        for (const { says, evidence } of weigh(given).findings)
          expect(`${says} ${evidence}`).not.toMatch(/own\b|guest|late\b/)
      }),
    )
  })

  test('whatever nobody can override stops the stay, and whatever needs a yes says whose', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { findings, fits } = weigh(given)
        for (const { level, overriddenBy } of findings) expect(overriddenBy.length > 0).toBe(level === 'yes')
        expect(fits).toBe(!findings.some(({ level }) => level === 'stop'))
      }),
    )
  })
})

describe('beds, for any facts', slow, () => {
  test('a bed is given to one child, is there every day, and is free for the whole time', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { beds: chosen } = weigh(given)
        expect(new Set(chosen.values()).size).toBe(chosen.size)
        expect([0, given.children.length]).toContain(chosen.size)
        for (const id of chosen.values()) {
          const found = given.host.beds.find((one) => one.id === id)
          expect(daysIn(given.asked.span).every((day) => found && holds(found.during, day))).toBe(true)
          const taken = given.host.sleepers.filter((s) => s.bed === id).flatMap((s) => s.present)
          expect(taken.some((present) => overlap(present, given.asked.span))).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  /** Every way to give each child one of the beds. */
  const ways = (children: readonly string[], free: readonly string[]): Map<string, string>[] => {
    const [first, ...rest] = children
    if (first === undefined) return [new Map()]
    return free.flatMap((one) =>
      ways(
        rest,
        free.filter((other) => other !== one),
      ).map((way) => new Map([[first, one], ...way])),
    )
  }

  test('no other way to give them asks for fewer agreements to share a bedroom', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const all = given.host.beds.map(({ id }) => id)
        const agreements = ({ findings }: ReturnType<typeof weigh>) =>
          findings.filter(({ rule }) => rule === '7').length
        const chosen = weigh(given)
        const others = ways(
          given.children.map(({ id }) => id),
          all,
        ).flatMap((way) => {
          // Only these beds are there, so each child gets the bed of this way or one just like it.
          const only = given.host.beds.filter(({ id }) => [...way.values()].includes(id))
          const weighing = weigh(withHost(given, { beds: only }))
          return weighing.beds.size === given.children.length ? [agreements(weighing)] : []
        })
        expect(chosen.beds.size === given.children.length).toBe(others.length > 0)
        if (others.length > 0) expect(agreements(chosen)).toBe(Math.min(...others))
      }),
    )
  })
})

describe('the fostering limit, for any facts', slow, () => {
  test('stops just where, on some night, four or more are there who are neither all siblings nor all exempt', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { host, children } = given
        const lookedAfter = (one: ChildFacts, day: Day) =>
          !['SGO', 'adopted'].includes(one.statuses.find(({ during }) => holds(during, day))?.status ?? '')
        const tooMany = nightsOf(given.asked.span).some((night) => {
          const morning = addDays(night, 1)
          const small = { from: momentAt(morning, '00:00'), to: momentAt(morning, '05:00') }
          const dates = daysIn(given.asked.span).filter((day) => day === night || day === morning)
          const visiting = children.filter((one) => dates.some((day) => lookedAfter(one, day)))
          if (visiting.length === 0) return false
          const living = host.sleepers.filter(
            (s) => s.fostered && s.present.some((present) => overlap(present, small)),
          )
          const siblings = new Map<string, string[]>([
            ...living.map((s): [string, string[]] => [s.child, s.siblings]),
            ...visiting.map((one): [string, string[]] => [one.id, one.siblings]),
          ])
          const all = [...siblings.keys()]
          const family = all.every((a) => all.every((b) => a === b || siblings.get(a)?.includes(b)))
          const exempt = dates.every((day) =>
            host.exemptions.some(
              (paper) => holds(paper.during, day) && all.every((id) => paper.children.includes(id)),
            ),
          )
          return all.length > 3 && !family && !exempt
        })
        expect(weigh(given).findings.some(({ rule }) => rule === '5')).toBe(tooMany)
      }),
      { numRuns: 300 },
    )
  })
})

describe('must not meet, for any two children', slow, () => {
  test('it does not matter about which of the two it was written', () => {
    fc.assert(
      fc.property(order, stretch, (written, during) => {
        const pair = (ash: ChildFacts, bryn: ChildFacts) =>
          keysOf(weigh(stay({ children: [ash, bryn] })).findings)
        const one = pair(child('Ash', { apart: [{ ...written, child: 'bryn', during }] }), child('Bryn'))
        const other = pair(child('Ash'), child('Bryn', { apart: [{ ...written, child: 'ash', during }] }))
        expect(one).toEqual(other)
      }),
    )
  })

  test('nor which of the two is there already', () => {
    fc.assert(
      fc.property(order, time, (written, present) => {
        const hosted = (guest: string, coming: string) =>
          weigh(
            stay({
              children: [child(coming, { apart: [{ ...written, child: guest }] })],
              host: { sleepers: [sleeper(guest, { present: [present] })] },
            }),
          ).findings.filter(({ rule }) => rule === '8')
        expect(keysOf(hosted('ash', 'Bryn'))).toEqual(keysOf(hosted('bryn', 'Ash')))
      }),
    )
  })
})

describe('consent, for any agreements', slow, () => {
  test('is enough just where each day of the stay is covered', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 4 }), time, (agreements, when) => {
        fc.pre(nightsOf(when).length > 0)
        const ash = child('Ash', { consents: agreements.map((during) => agreed(during)) })
        const covered = daysIn(when).every((day) => agreements.some((during) => holds(during, day)))
        const found = weigh(stay({ children: [ash], span: when })).findings
        expect(found.some(({ rule }) => rule === '10')).toBe(!covered)
      }),
      { numRuns: 300 },
    )
  })
})
