import { describe, expect, test } from 'vitest'
import {
  agreed,
  apart,
  bed,
  child,
  days,
  FRIDAY,
  keysOf,
  pack,
  SATURDAY,
  SUNDAY,
  sleeper,
  span,
  stay,
  weighed,
} from '../../../tests/given/stay-facts.ts'
import { weighStay } from '../rules.ts'
import { bedFindings } from './beds.ts'
import { consentFindings } from './consent.ts'
import { siblingFindings } from './siblings.ts'
import { termFindings } from './terms.ts'

/* A stay by day, in every rule that reads it differently from a night: Saturday 28 November, 9am to 4pm. */

type Of = NonNullable<Parameters<typeof weighed>[0]>
const DAY = span('2026-11-28 09:00', '2026-11-28 16:00')
const day = (of: Of = {}) => ({ span: DAY, ...of, asked: { kind: 'day_care' as const, ...of.asked } })
const hours = (from: string, to: string) => [span(`2026-11-28 ${from}`, `2026-11-28 ${to}`)]

test('with consent, at an approved home, nothing is said', () => {
  expect(weighStay(stay(day()), pack).findings).toEqual([])
})

describe('beds', () => {
  test('a day takes none, and none need be free', () => {
    const full = { beds: [bed(1)], sleepers: [sleeper('guest', { bed: 'bed-1', room: 'Bedroom 1' })] }
    const { beds, findings } = bedFindings(weighed(day({ host: full })))
    expect([...beds]).toEqual([])
    expect(findings).toEqual([])
    expect(bedFindings(weighed(day({ host: { beds: [] } }))).findings).toEqual([])
  })

  test('a home that is closed that day is closed', () => {
    const closed = (from: string, until: string) =>
      bedFindings(weighed(day({ host: { closures: [days(from, until)] } }))).findings
    expect(closed(SATURDAY, SUNDAY)).toMatchObject([
      { rule: '6', key: '6:closed', level: 'stop', says: 'Harbour House is closed on Sat 28 Nov.' },
    ])
    expect(closed(FRIDAY, SATURDAY)).toEqual([])
    expect(closed(SUNDAY, '2026-11-30')).toEqual([])
  })

  test('the weekly pattern is about nights', () => {
    const weekly = [{ openNights: [1], during: days() }]
    expect(bedFindings(weighed(day({ host: { weekly } }))).findings).toEqual([])
    expect(bedFindings(weighed({ host: { weekly } })).findings).toHaveLength(1)
  })
})

describe('how many a home is approved for', () => {
  const approvals = [{ places: 2, ageMin: 0, ageMax: 18, sex: 'any' as const, during: days() }]
  const at = (sleepers: ReturnType<typeof sleeper>[], children = [child('Ash')]) =>
    termFindings(weighed(day({ children, host: { approvals, sleepers } })))

  test('counts who is there at once', () => {
    expect(at([sleeper('one', { present: hours('09:00', '16:00') })])).toEqual([])
    const three = [sleeper('one'), sleeper('two', { present: hours('10:00', '11:00') })]
    expect(at(three)).toMatchObject([
      {
        rule: '4',
        key: '4:number:3',
        level: 'yes',
        says: 'Harbour House is approved for 2 children; there would be 3 at once.',
        evidence: 'Terms of approval: number',
        overriddenBy: ['duty_manager'],
      },
    ])
  })

  test('not those who come one after the other', () => {
    const morning = sleeper('one', { present: hours('09:00', '12:00') })
    const afternoon = sleeper('two', { present: hours('12:00', '16:00') })
    expect(at([morning, afternoon])).toEqual([])
    const together = sleeper('two', { present: hours('11:59', '16:00') })
    expect(keysOf(at([morning, together]))).toEqual(['yes 4:number:3'])
  })

  test('not those who go before, or come after', () => {
    const early = sleeper('one', { present: hours('07:00', '09:00') })
    const late = sleeper('two', { present: hours('16:00', '20:00') })
    expect(at([early, late, sleeper('three')])).toEqual([])
  })

  test('nor a child who is not fostered, nor a child who is asked for', () => {
    expect(at([sleeper('one'), sleeper('own', { fostered: false })])).toEqual([])
    expect(at([sleeper('one'), sleeper('ash')])).toEqual([])
  })

  test('all who are asked for', () => {
    const three = [child('Ash'), child('Bryn'), child('Cai')]
    expect(keysOf(at([], three))).toEqual(['yes 4:number:3'])
    expect(at([], three.slice(1))).toEqual([])
  })

  test('terms of another day do not count', () => {
    const terms = [
      { ...approvals[0], places: 5, during: days('2020-01-01', SUNDAY) },
      { ...approvals[0], places: 1, during: days(SUNDAY) },
    ] as typeof approvals
    const children = [child('Ash'), child('Bryn')]
    expect(termFindings(weighed(day({ children, host: { approvals: terms } })))).toEqual([])
  })
})

describe('agreement', () => {
  const found = (more: Parameters<typeof child>[1]) =>
    consentFindings(weighed(day({ children: [child('Ash', more)] })))

  test.each([
    [
      'missing',
      { consents: [] },
      'yes 10:ash',
      'Nobody has agreed that Ash may go to another home by day on 28 November 2026.',
    ],
    [
      'refused',
      { consents: [agreed(days(), { decision: 'refused' as const })] },
      'stop 10:ash',
      'Day care at another home has been refused for Ash.',
    ],
    [
      'asked for each time',
      { consents: [agreed(days(), { decision: 'ask_each_time' as const })] },
      'yes 10:ash',
      'Ash’s social worker is asked each time before Ash goes to another home.',
    ],
    [
      'run out',
      { consents: [agreed(days('2020-01-01', FRIDAY))] },
      'yes 10:ash',
      'Consent for Ash to go to another home by day lasts only to 26 November 2026.',
    ],
    [
      'withdrawn',
      { consents: [agreed(days('2020-01-01', FRIDAY))], withdrawnFrom: FRIDAY },
      `yes 10:ash:${FRIDAY}`,
      'Consent for Ash to go to another home by day was withdrawn from 27 November 2026.',
    ],
    [
      'on a condition',
      { consents: [agreed(days(), { conditions: 'Not to the river' })] },
      'know 10:condition:ash',
      'Ash may go to another home by day on this condition: Not to the river',
    ],
  ])('%s is said in the words of a day', (_, more, key, words) => {
    const [finding] = found(more)
    expect(keysOf(found(more))).toEqual([key])
    expect(finding?.says).toBe(words)
    expect(finding?.evidence).toContain('Delegated authority: day care')
  })

  test('of a child who is not looked after is with whoever has parental responsibility', () => {
    const statuses = [{ status: 'SGO', during: days() }]
    expect(keysOf(found({ statuses }))).toEqual(['stop 25:ash'])
    expect(found({ statuses, consents: [agreed(days(), { basis: 'parental_responsibility' })] })).toEqual([])
  })
})

test('a day splits no brothers and sisters', () => {
  expect(siblingFindings(weighed(day({ leftAtHome: ['bryn'] })))).toEqual([])
  expect(siblingFindings(weighed({ leftAtHome: ['bryn'] }))).toHaveLength(1)
})

test('who must not meet, meets by day too', () => {
  const children = [child('Ash', { apart: [apart({ child: 'bryn' })] })]
  const sleepers = [sleeper('bryn', { present: hours('15:00', '18:00') })]
  const { findings, fits } = weighStay(stay(day({ children, host: { sleepers } })), pack)
  expect(fits).toBe(false)
  expect(findings.map(({ rule }) => rule)).toContain('8')
  const gone = [sleeper('bryn', { present: hours('16:00', '18:00') })]
  expect(weighStay(stay(day({ children, host: { sleepers: gone } })), pack).fits).toBe(true)
})

test('the usual limit counts who sleeps there: a day adds nobody', () => {
  const sleepers = ['one', 'two', 'three'].map((id) => sleeper(id))
  expect(weighStay(stay(day({ host: { sleepers } })), pack).findings.map(({ rule }) => rule)).not.toContain(
    '5',
  )
})

test('checks, allergy training and needs are held against a day as against a night', () => {
  const host = { checks: [{ kind: 'dbs', expiresOn: '2026-11-20' }], pets: ['dog'] }
  const children = [child('Ash', { pets: 'no' })]
  const rules = weighStay(stay(day({ children, host })), pack).findings.map(({ rule }) => rule)
  expect(rules).toEqual(expect.arrayContaining(['11', '27']))
})
