import { describe, expect, test } from 'vitest'
import {
  apart,
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
import type { Apart } from '../facts.ts'
import { meetingFindings } from './meeting.ts'

type Of = Parameters<typeof weighed>[0]
const found = (of: Of) => meetingFindings(weighed(of))
const keys = (of: Of) => keysOf(found(of))
const from = (more: Partial<Apart>) => [child('Ash', { apart: [apart(more)] })]
const there = { sleepers: [sleeper('guest')] }

describe('given a child who must not meet another who is at the host', () => {
  test.each(['court', 'safeguarding'] as const)('ordered by %s: nobody can override it', (orderedBy) => {
    expect(found({ children: from({ child: 'guest', orderedBy }), host: there })).toMatchObject([
      {
        level: 'stop',
        key: '8:order',
        says: 'Ash must not be with a child who will be there.',
        evidence: orderedBy === 'court' ? 'Ordered by a court' : 'Ordered by safeguarding',
        overriddenBy: [],
        children: ['ash'],
      },
    ])
  })

  test('advised: the team manager may say yes', () => {
    expect(found({ children: from({ child: 'guest', orderedBy: 'advisory' }), host: there })).toMatchObject([
      { level: 'yes', evidence: 'Advice on record', overriddenBy: ['team_manager'] },
    ])
  })

  test('nothing is said where the other is not there', () => {
    expect(keys({ children: from({ child: 'elsewhere' }), host: there })).toEqual([])
  })

  test('it stops where both are there on one day, not where one leaves as the other comes', () => {
    const guest = (from: string, to: string) => ({
      sleepers: [sleeper('guest', { present: [span(from, to)] })],
    })
    const children = from({ child: 'guest' })
    expect(keys({ children, host: guest('2026-11-20 10:00', '2026-11-27 17:00') })).toEqual([])
    expect(keys({ children, host: guest('2026-11-20 10:00', '2026-11-27 17:01') })).toEqual(['stop 8:order'])
    expect(keys({ children, host: guest('2026-11-29 15:59', '2026-12-04 10:00') })).toEqual(['stop 8:order'])
    expect(keys({ children, host: guest('2026-11-29 16:00', '2026-12-04 10:00') })).toEqual([])
  })

  test('it counts on the days it is in force, its last day included and its end not', () => {
    const order = (during: ReturnType<typeof days>) =>
      keys({ children: from({ child: 'guest', during }), host: there })
    expect(order(days('2020-01-01', FRIDAY))).toEqual([])
    expect(order(days('2020-01-01', SATURDAY))).toEqual(['stop 8:order'])
    expect(order(days(SUNDAY))).toEqual(['stop 8:order'])
    expect(order(days(MONDAY))).toEqual([])
  })

  test('an order from the day after the other has left says nothing', () => {
    const host = { sleepers: [sleeper('guest', { present: [span('2026-11-27 10:00', '2026-11-28 10:00')] })] }
    expect(keys({ children: from({ child: 'guest', during: days(SUNDAY) }), host })).toEqual([])
    expect(keys({ children: from({ child: 'guest', during: days(SATURDAY) }), host })).toEqual([
      'stop 8:order',
    ])
  })
})

describe('given two children asked for who must not meet', () => {
  const both = { id: 'order', orderedBy: 'court' as const }

  test('it stops, names both, and is said once, whichever of them it was written about', () => {
    const ash = child('Ash', { apart: [apart({ ...both, child: 'bryn' })] })
    const bryn = child('Bryn', { apart: [apart({ ...both, child: 'ash' })] })
    const of = (...children: (typeof ash)[]) => found({ children })
    expect(of(ash, bryn)).toMatchObject([
      { says: 'Ash and Bryn must not be together.', children: ['ash', 'bryn'] },
    ])
    expect(of(ash, bryn)).toHaveLength(1)
    expect(keysOf(of(ash, child('Bryn')))).toEqual(['stop 8:order'])
    expect(keysOf(of(child('Ash'), bryn))).toEqual(['stop 8:order'])
  })

  test('one that has ended does not', () => {
    const ash = child('Ash', { apart: [apart({ child: 'bryn', during: days('2020-01-01', FRIDAY) })] })
    expect(keys({ children: [ash, child('Bryn')] })).toEqual([])
  })
})

describe('given a child who must not meet an adult', () => {
  test('a carer of the home: it stops', () => {
    expect(found({ children: from({ person: 'carer' }) })).toMatchObject([
      {
        level: 'stop',
        key: '8:order',
        says: 'Ash must not be with a carer of this home.',
        children: ['ash'],
      },
    ])
    expect(keys({ children: from({ person: 'somebody else' }) })).toEqual([])
  })

  test('somebody who is not known here: the host makes sure', () => {
    expect(found({ children: from({ adult: 'A neighbour' }) })).toMatchObject([
      {
        level: 'know',
        key: '8:order',
        says: 'Ash must not meet a named adult. Make sure they will not be there.',
        evidence: 'Ordered by a court',
        overriddenBy: [],
        children: ['ash'],
      },
    ])
    expect(
      found({ children: from({ adult: 'A neighbour', orderedBy: 'advisory' }) })[0]?.overriddenBy,
    ).toEqual([])
    expect(keys({ children: from({ adult: 'A neighbour', during: days(MONDAY) }) })).toEqual([])
  })

  test('every order is told by itself', () => {
    const orders = [
      apart({ id: 'one', person: 'carer' }),
      apart({ id: 'two', child: 'guest', orderedBy: 'advisory' }),
    ]
    expect(keys({ children: [child('Ash', { apart: orders })], host: there })).toEqual([
      'stop 8:one',
      'yes 8:two',
    ])
  })
})

describe('given two homes that are kept apart', () => {
  const kept = (orderedBy: Apart['orderedBy'] | null, during = days(), household = 'home') => ({
    household,
    orderedBy,
    during,
  })
  const homes = (...keptApart: ReturnType<typeof kept>[]) => found({ host: { keptApart } })

  test('it stops unless it is advice', () => {
    expect(homes(kept('court'))).toMatchObject([
      {
        level: 'stop',
        key: '8:homes',
        says: 'These two homes are kept apart.',
        evidence: 'Ordered by a court',
        children: [],
      },
    ])
    expect(homes(kept('advisory'))).toMatchObject([{ level: 'yes', overriddenBy: ['team_manager'] }])
    expect(homes(kept(null))).toMatchObject([
      { level: 'stop', evidence: 'On record, without who ordered it' },
    ])
  })

  test('advice does not hide an order, in whichever order they are written', () => {
    const [advice, order] = [kept('advisory', days('2020-01-01', SATURDAY)), kept('court', days(SATURDAY))]
    expect(keysOf(homes(advice, order))).toEqual(['stop 8:homes'])
    expect(keysOf(homes(order, advice))).toEqual(['stop 8:homes'])
  })

  test('another home, or another time, is nothing to this stay', () => {
    expect(homes(kept('court', days(), 'a third home'))).toEqual([])
    expect(homes(kept('court', days(MONDAY)))).toEqual([])
  })
})
