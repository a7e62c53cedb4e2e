import { describe, expect, test } from 'vitest'
import {
  child,
  days,
  FRIDAY,
  keysOf,
  MONDAY,
  pack,
  SATURDAY,
  SUNDAY,
  span,
  weighed,
} from '../../../tests/given/stay-facts.ts'
import type { HostFacts } from '../facts.ts'
import { restFindings } from './rest.ts'

type Of = NonNullable<Parameters<typeof weighed>[0]>
type Rest = HostFacts['rest'][number]

const rest = (more: Partial<Rest>): Rest => ({
  nightsInRow: null,
  protectedDays: [],
  nightsPerHome: null,
  during: days(),
  ...more,
})
const found = (settled: Rest[], hosted: HostFacts['hosted'] = [], of: Of = {}) =>
  restFindings(weighed({ ...of, host: { rest: settled, hosted } }))
const says = (...of: Parameters<typeof found>) => found(...of).map((finding) => finding.says)
/** A child's stay at the host, from 5pm to 10am. */
const stayed = (from: string, to: string, home = 'another home', who = 'bryn') => ({
  child: who,
  home,
  span: span(`${from} 17:00`, `${to} 10:00`),
})
const [MON, FRI, SAT, SUN] = [1, 5, 6, 7]

test('where nothing was settled, nothing is said, however long', () => {
  expect(found([], [stayed('2026-11-01', '2026-11-27')])).toEqual([])
  expect(found([rest({})], [stayed('2026-11-01', '2026-11-27')])).toEqual([])
})

describe('protected days', () => {
  test('need a yes, naming the nights', () => {
    expect(found([rest({ protectedDays: [FRI, SAT] })])).toEqual([
      {
        rule: '19',
        key: '19:protected',
        level: 'yes',
        says: 'Harbour House keeps Fri 27 Nov and Sat 28 Nov for itself.',
        evidence: 'Protected days, settled with the liaison worker',
        source: pack.rules['19'].title,
        overriddenBy: ['liaison_worker'],
        children: [],
      },
    ])
  })

  test('are nights, named by the evening: the day of going home is none', () => {
    expect(found([rest({ protectedDays: [SUN, MON] })])).toEqual([])
    expect(says([rest({ protectedDays: [SAT, SUN] })])).toEqual([
      'Harbour House keeps Sat 28 Nov for itself.',
    ])
  })

  test('hold for the days they were settled for', () => {
    const until = rest({ protectedDays: [FRI, SAT], during: days('2020-01-01', SATURDAY) })
    expect(says([until])).toEqual(['Harbour House keeps Fri 27 Nov for itself.'])
    const since = rest({ protectedDays: [FRI, SAT], during: days(SATURDAY) })
    expect(says([since])).toEqual(['Harbour House keeps Sat 28 Nov for itself.'])
    expect(says([until, since])).toEqual(['Harbour House keeps Fri 27 Nov and Sat 28 Nov for itself.'])
    expect(found([rest({ protectedDays: [FRI, SAT], during: days(SUNDAY) })])).toEqual([])
  })
})

describe('nights in a row', () => {
  test('up to the most are fine; one more needs a yes', () => {
    expect(found([rest({ nightsInRow: 2 })])).toEqual([])
    expect(found([rest({ nightsInRow: 1 })])).toMatchObject([
      {
        key: '19:row',
        level: 'yes',
        says: 'Harbour House would have children for 2 nights in a row; 1 is the most without a rest.',
        evidence: '2 nights in a row with this stay',
        overriddenBy: ['liaison_worker'],
      },
    ])
  })

  test('count those of other children before and after that join up', () => {
    const before = stayed('2026-11-25', FRIDAY)
    const after = stayed(SUNDAY, MONDAY)
    expect(found([rest({ nightsInRow: 5 })], [before, after])).toEqual([])
    expect(found([rest({ nightsInRow: 4 })], [before, after])[0]?.evidence).toBe(
      '5 nights in a row with this stay',
    )
    expect(found([rest({ nightsInRow: 3 })], [after, before])[0]?.evidence).toContain('5 nights')
  })

  test('are broken by one night of rest', () => {
    const before = stayed('2026-11-20', '2026-11-26')
    const after = stayed(MONDAY, '2026-12-05')
    expect(found([rest({ nightsInRow: 2 })], [before, after])).toEqual([])
  })

  test('of two children at once are one night', () => {
    const both = [stayed('2026-11-26', FRIDAY), stayed('2026-11-26', FRIDAY, 'third home', 'cai')]
    expect(found([rest({ nightsInRow: 3 })], both)).toEqual([])
    expect(found([rest({ nightsInRow: 2 })], both)[0]?.evidence).toContain('3 nights')
    expect(found([rest({ nightsInRow: 2 })], [stayed(FRIDAY, SUNDAY)])).toEqual([])
  })

  test('are held against what was settled for the first night that has anything', () => {
    const settled = [
      rest({ nightsInRow: null, during: days('2020-01-01', SATURDAY) }),
      rest({ nightsInRow: 1, during: days(SATURDAY) }),
    ]
    expect(found(settled)[0]?.says).toContain('1 is the most')
    const first = [
      rest({ nightsInRow: 3, during: days('2020-01-01', SATURDAY) }),
      rest({ nightsInRow: 1, during: days(SATURDAY) }),
    ]
    expect(found(first)).toEqual([])
  })
})

describe('a fair share', () => {
  test('counts a night for each child; more than the share needs a yes', () => {
    expect(found([rest({ nightsPerHome: 2 })])).toEqual([])
    const two = { children: [child('Ash'), child('Bryn')] }
    expect(found([rest({ nightsPerHome: 4 })], [], two)).toEqual([])
    expect(found([rest({ nightsPerHome: 3 })], [], two)).toMatchObject([
      {
        key: '19:share',
        level: 'yes',
        says: 'The home that asks would have had 4 child-nights at Harbour House in 12 weeks; 3 is a fair share.',
        evidence: '4 child-nights of 12 weeks, this stay counted',
      },
    ])
  })

  test('counts what this home had there, not what others had', () => {
    const hosted = [stayed('2026-11-06', '2026-11-08', 'home'), stayed('2026-11-13', '2026-11-20')]
    expect(found([rest({ nightsPerHome: 4 })], hosted)).toEqual([])
    expect(found([rest({ nightsPerHome: 3 })], hosted)[0]?.evidence).toContain('4 child-nights')
  })

  test('looks at the twelve weeks that end with the last night', () => {
    // The last night is Saturday 28 November; twelve weeks before it is Saturday 5 September.
    const settled = [rest({ nightsPerHome: 2 })]
    expect(found(settled, [stayed('2026-09-05', '2026-09-06', 'home')])).toEqual([])
    expect(found(settled, [stayed('2026-09-06', '2026-09-07', 'home')])).toHaveLength(1)
    expect(found(settled, [stayed(SUNDAY, MONDAY, 'home')])).toEqual([])
    expect(found(settled, [stayed(SATURDAY, SUNDAY, 'home')])).toHaveLength(1)
  })

  test('is the one settled for the first night that has any', () => {
    const settled = [
      rest({ nightsPerHome: null, during: days('2020-01-01', SATURDAY) }),
      rest({ nightsPerHome: 1, during: days(SATURDAY) }),
    ]
    expect(found(settled)[0]?.says).toContain('1 is a fair share')
  })
})

test('all three are told at once', () => {
  const settled = [rest({ protectedDays: [FRI], nightsInRow: 1, nightsPerHome: 1 })]
  expect(keysOf(found(settled))).toEqual(['yes 19:protected', 'yes 19:row', 'yes 19:share'])
})

test('in an emergency it is good to know, and nobody’s yes is asked', () => {
  const settled = [rest({ protectedDays: [FRI], nightsInRow: 1, nightsPerHome: 1 })]
  const emergency = found(settled, [], { asked: { kind: 'emergency' } })
  expect(keysOf(emergency)).toEqual(['know 19:protected', 'know 19:row', 'know 19:share'])
  expect(emergency.map(({ overriddenBy }) => overriddenBy)).toEqual([[], [], []])
})

test('a day without a night tires nobody out', () => {
  const settled = [rest({ protectedDays: [FRI, SAT], nightsInRow: 0, nightsPerHome: 0 })]
  const day = { asked: { kind: 'day_care' as const }, span: span('2026-11-28 09:00', '2026-11-28 16:00') }
  expect(found(settled, [stayed('2026-11-20', FRIDAY, 'home')], day)).toEqual([])
})
