import { describe, expect, test } from 'vitest'
import { timeOf } from '../values/london.ts'
import { nightsOf } from '../values/nights.ts'
import { type Choice, chosen, datesOf, type Pattern, problemsWith, spanOn } from './rules.ts'

const now = new Date('2026-09-01T10:00:00Z')
const pattern = (change: Partial<Pattern> = {}): Pattern => ({
  first: '2026-09-11',
  last: '2026-10-23',
  everyWeeks: 2,
  nights: 1,
  fromTime: '17:00',
  untilTime: '16:00',
  ...change,
})
const hours = ({ from, to }: { from: Date; to: Date }) => (to.getTime() - from.getTime()) / 3_600_000

describe('the dates', () => {
  test('come every so many weeks, the last day included', () => {
    expect(datesOf(pattern())).toEqual(['2026-09-11', '2026-09-25', '2026-10-09', '2026-10-23'])
    expect(datesOf(pattern({ last: '2026-10-22' }))).toHaveLength(3)
    expect(datesOf(pattern({ everyWeeks: 8 }))).toEqual(['2026-09-11'])
    expect(datesOf(pattern({ last: '2026-09-11' }))).toEqual(['2026-09-11'])
  })

  test.each([
    ['25 October 2026, 25 hours and a night of 24', '2026-10-24', '2026-10-24T16:00:00Z', 24],
    ['29 March 2027 is summer time again', '2027-03-27', '2027-03-27T17:00:00Z', 22],
  ])('keep their clock times across %s', (_, date, from, length) => {
    const span = spanOn(date, pattern())
    expect(span.from.toISOString()).toBe(new Date(from).toISOString())
    expect([timeOf(span.from), timeOf(span.to)]).toEqual(['17:00', '16:00'])
    expect(hours(span)).toBe(length)
    expect(nightsOf(span)).toEqual([date])
  })
})

describe('what cannot be', () => {
  test.each([
    [{ first: '2026-08-28' }, 'first', /in the future/],
    [{ first: '2026-09-01', fromTime: '10:00' }, 'first', /in the future/],
    [{ last: '2026-09-10' }, 'last', /must not be before/],
    [{ last: '2027-09-02' }, 'last', /one year ahead/],
    [{ nights: 7, everyWeeks: 1, untilTime: '18:00' }, 'nights', /fewer nights/],
  ])('is said at its field: %j', (change, field, says) => {
    const [problem] = problemsWith(pattern(change), now)
    expect(problem?.field).toBe(field)
    expect(problem?.message).toMatch(says)
  })

  test.each([
    [{}],
    [{ last: '2027-09-01' }],
    [{ nights: 7, everyWeeks: 1 }],
    [{ nights: 7, everyWeeks: 1, untilTime: '17:00' }],
  ])('is nothing of these: %j', (change) => expect(problemsWith(pattern(change), now)).toEqual([]))
})

describe('what was chosen', () => {
  const plan = (...choices: Choice[]) => chosen(pattern(), 'hub', choices, now)

  test('is to ask, where nothing was', () => {
    expect(plan()).toMatchObject({
      skipped: [],
      asked: datesOf(pattern()).map((date) => ({ date, host: 'hub' })),
    })
  })

  test('moves, skips and asks elsewhere, each for its own date', () => {
    const found = plan(
      { date: '2026-09-11', do: 'skip' },
      { date: '2026-09-25', do: 'move', to: '2026-09-26' },
      { date: '2026-10-09', do: 'elsewhere', host: 'other' },
      { date: '2026-10-23', do: 'ask' },
    )
    expect(found).toEqual({
      skipped: [{ date: '2026-09-11', host: 'hub', span: spanOn('2026-09-11', pattern()) }],
      asked: [
        { date: '2026-09-25', host: 'hub', span: spanOn('2026-09-26', pattern()) },
        { date: '2026-10-09', host: 'other', span: spanOn('2026-10-09', pattern()) },
        { date: '2026-10-23', host: 'hub', span: spanOn('2026-10-23', pattern()) },
      ],
    })
  })

  test.each<[string, Choice[], RegExp]>([
    ['another date', [{ date: '2026-09-12', do: 'skip' }], /dates of this series/],
    [
      'one date twice',
      [
        { date: '2026-09-11', do: 'skip' },
        { date: '2026-09-11', do: 'ask' },
      ],
      /one thing/,
    ],
    ['a day that is over', [{ date: '2026-09-11', do: 'move', to: '2026-08-30' }], /from tomorrow/],
    ['a day too far ahead', [{ date: '2026-09-11', do: 'move', to: '2027-09-10' }], /year ahead/],
    ['nothing at all', datesOf(pattern()).map((date) => ({ date, do: 'skip' })), /at least one/],
  ])('cannot be %s', (_, choices, says) => {
    const problem = plan(...choices)
    expect(problem).toMatchObject({ field: 'dates', message: expect.stringMatching(says) })
  })
})
