import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenConsent } from '../../tests/given/children.ts'
import { type GivenWeekend, givenWeekend, request } from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import { closeNights } from '../households/close-nights.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { BadInput, Forbidden, NotFound, Refusal } from '../platform/refusals.ts'
import { acceptSleepover } from '../sleepovers/accept-sleepover.ts'
import { askForSleepover } from '../sleepovers/ask-for-sleepover.ts'
import { declineSleepover } from '../sleepovers/decline-sleepover.ts'
import { sleepover, sleepovers, unmetNeeds } from '../sleepovers/lists.ts'
import { verify } from '../verify/verify.ts'
import { acceptSeries } from './accept-series.ts'
import { askForSeries } from './ask-for-series.ts'
import { cancelSeries } from './cancel-series.ts'
import { seriesCheck, series as seriesShown } from './lists.ts'

let database: Database
let door: Door
let given: GivenWeekend
let now: Date

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => now)
})
afterAll(() => database.close())
beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z')
  given = await givenWeekend(database, door)
})

const clean = async () => expect((await verify(database.owner, now, { chain: true })).breaches).toEqual([])
const refusal = async (work: Promise<unknown>) => {
  const no = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(no instanceof Refusal)) throw new Error(`Not refused: ${no}`)
  return no
}

/** Every second Friday from 27 November to 8 January, Friday 5pm to Saturday 4pm: four dates. */
const fridays = (change: object = {}) => ({
  children: [given.brother, given.sister],
  host: given.hub.household,
  first: '2026-11-27',
  last: '2027-01-08',
  everyWeeks: 2,
  nights: 1,
  fromTime: '5pm',
  untilTime: '4pm',
  why: 'rest',
  views: { [given.brother]: 'Good', [given.sister]: 'Fine' },
  ...change,
})
const ask = (change: object = {}) => door.perform(askForSeries, given.home.carer, fridays(change))
const close = (from: string, until: string) =>
  door.perform(closeNights, given.hub.carer, { household: given.hub.household, from, until, reason: 'Away' })
const statusesOf = async (series: string) =>
  (await door.look(seriesShown, given.home.carer, { series })).stays.map(({ from, status }) => [
    from.toISOString().slice(0, 10),
    status,
  ])

describe('asking', () => {
  test('each date is a stay of its own with its list, and the host is told once', async () => {
    const check = await door.look(seriesCheck, given.home.carer, fridays())
    expect(check.dates.map(({ date, fits }) => [date, fits])).toEqual([
      ['2026-11-27', true],
      ['2026-12-11', true],
      ['2026-12-25', true],
      ['2027-01-08', true],
    ])
    const { series, stays } = await ask()
    expect(stays).toHaveLength(4)
    for (const stay of stays) {
      const shown = await door.look(sleepover, given.home.carer, { stay })
      expect(shown).toMatchObject({ series, status: 'requested' })
      expect(shown.items.map(({ says }) => says)).toContain('Adrenaline pen (Nuts)')
    }
    const { rows } = await database.owner.query(
      `select m.subject from message m join person p on p.id = m.to_person where p.id = $1 and m.subject like '%asked%'`,
      [given.hub.carer.person],
    )
    expect(rows).toEqual([{ subject: 'A series of sleepovers is asked of you' }])
    await clean()
  })

  test('a date that clashes says what stops it and what would do instead', async () => {
    await close('2026-12-11', '2026-12-12')
    const { dates } = await door.look(seriesCheck, given.home.carer, fridays())
    const clash = dates.find(({ fits }) => !fits)
    expect(clash).toMatchObject({ date: '2026-12-11', stops: ['Hazel House is closed on Fri 11 Dec.'] })
    expect(clash?.moves).toEqual(['2026-12-12', '2026-12-13', '2026-12-14'])
    const no = await refusal(ask())
    expect(no.field).toBe('dates')
    expect(no.detail.clashes).toEqual([
      { date: '2026-12-11', says: ['Hazel House is closed on Fri 11 Dec.'] },
    ])
    expect(await door.look(sleepovers, given.home.carer, {})).toEqual([])
  })

  test('dates are moved, skipped and asked of another home', async () => {
    await close('2026-12-11', '2026-12-12')
    await close('2026-12-25', '2026-12-27')
    const other = given.satellites.find(({ household }) => household !== given.home.household)
    if (!other) throw new Error('There is no other satellite')
    const one = {
      children: [given.brother],
      splitReason: 'Ada has a match',
      views: { [given.brother]: 'Good' },
    }
    const { series, stays } = await ask({
      ...one,
      dates: [
        { date: '2026-12-11', do: 'move', to: '2026-12-12' },
        { date: '2026-12-25', do: 'skip' },
        { date: '2027-01-08', do: 'elsewhere', host: other.household },
      ],
    })
    expect(stays).toHaveLength(3)
    const shown = await door.look(seriesShown, given.home.carer, { series })
    expect(shown.stays.map(({ from, host }) => [from.toISOString().slice(0, 10), host])).toEqual([
      ['2026-11-27', given.hub.household],
      ['2026-12-12', given.hub.household],
      ['2027-01-08', other.household],
    ])
    const [need] = await door.look(unmetNeeds, given.home.carer, {})
    expect(need?.reason).toBe('Hazel House is closed on Fri 25 Dec.')
    // The other home answers for its own date alone.
    expect((await door.perform(acceptSeries, other.carer, { series })).accepted).toEqual([stays[2]])
    await clean()
  })

  test('the same form sent twice is one series', async () => {
    const first = await ask()
    expect((await ask()).series).toBe(first.series)
    expect(await door.look(sleepovers, given.home.carer, {})).toHaveLength(4)
  })

  test('the same Fridays with more nights, another time or a date left out are not the same series', async () => {
    const rest = [{ date: '2027-01-08', do: 'skip' }]
    await ask()
    for (const change of [{ nights: 2 }, { untilTime: '5pm' }]) {
      expect((await refusal(ask(change))).message).toMatch(/cannot go ahead/)
    }
    expect((await refusal(ask({ dates: rest }))).message).toMatch(/cannot go ahead/)
    expect(await door.look(sleepovers, given.home.carer, {})).toHaveLength(4)
  })

  test('a date that is already asked for on its own clashes', async () => {
    await door.perform(
      askForSleepover,
      given.home.carer,
      request([given.brother, given.sister], given.hub.household, { until: '2026-11-28' }),
    )
    const no = await refusal(ask())
    expect(no.detail.clashes).toMatchObject([{ date: '2026-11-27' }])
    await clean()
  })

  test('clock times stay as they are across both clock changes', async () => {
    now = new Date('2026-10-01T10:00:00Z')
    const { stays } = await ask({ first: '2026-10-10', last: '2027-04-10', everyWeeks: 4 })
    const times = await Promise.all(stays.map((stay) => door.look(sleepover, given.home.carer, { stay })))
    const london = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' })
    expect(new Set(times.map(({ from, to }) => `${london.format(from)} ${london.format(to)}`))).toEqual(
      new Set(['17:00 16:00']),
    )
    expect(new Set(times.map(({ from }) => from.getUTCHours()))).toEqual(new Set([16, 17]))
  })
})

describe('answering', () => {
  test('one yes for all dates; what still needs a yes waits, and each says what became of it', async () => {
    await database.owner.query(
      'update consent set during = daterange(lower(during), $1) where child_id = $2',
      ['2027-01-01', given.brother],
    )
    const { series, stays } = await ask()
    await expect(door.perform(acceptSeries, given.home.carer, { series })).rejects.toThrow(Forbidden)
    const came = await door.perform(acceptSeries, given.hub.carer, { series })
    expect(came.accepted).toEqual(stays.slice(0, 3))
    expect(came.waiting).toEqual([
      {
        stay: stays[3],
        date: '2027-01-08',
        says: 'This still needs a yes from somebody else before you can accept',
      },
    ])
    const shown = await door.look(seriesShown, given.home.carer, { series })
    expect(shown.stays.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted', 'requested'])
    expect(shown.stays[3]?.waitsFor).toEqual([
      'Consent for Kit to stay overnight lasts only to 31 December 2026.',
    ])
    const { rows } = await database.owner.query(
      `select subject, count(*)::int from message where to_person = $1 and subject like '%agreed%' group by 1`,
      [given.home.carer.person],
    )
    expect(rows).toEqual([{ subject: 'Sleepovers of a series are agreed', count: 1 }])
    expect((await refusal(door.perform(acceptSeries, given.hub.carer, { series }))).message).toMatch(
      /agreed yet/,
    )
    await givenConsent(door, given.worker, given.brother, { from: '2027-01-01' })
    expect((await door.perform(acceptSeries, given.hub.carer, { series })).accepted).toEqual([stays[3]])
    expect((await refusal(door.perform(acceptSeries, given.hub.carer, { series }))).message).toMatch(
      /answered/,
    )
    await clean()
  })

  test('each date can be answered alone', async () => {
    const { series, stays } = await ask()
    await door.perform(acceptSleepover, given.hub.carer, { stay: stays[0] })
    await door.perform(declineSleepover, given.hub.carer, { stay: stays[1], reason: 'A wedding' })
    await door.perform(acceptSeries, given.hub.carer, { series })
    expect((await statusesOf(series)).map(([, status]) => status)).toEqual([
      'accepted',
      'declined',
      'accepted',
      'accepted',
    ])
    await clean()
  })

  test('the rest is cancelled from a day on; the other homes see nothing of it', async () => {
    const { series, stays } = await ask()
    await door.perform(acceptSeries, given.hub.carer, { series })
    const rest = { series, from: '2026-12-12', reason: 'Kit moves school' }
    const stranger = given.satellites[2]?.carer
    if (!stranger) throw new Error('There is no third satellite')
    await expect(door.perform(cancelSeries, stranger, rest)).rejects.toThrow(NotFound)
    await expect(door.look(seriesShown, stranger, { series })).rejects.toThrow(NotFound)
    expect((await door.perform(cancelSeries, given.home.carer, rest)).cancelled).toEqual(stays.slice(2))
    expect((await refusal(door.perform(cancelSeries, given.home.carer, rest))).field).toBe('from')
    expect((await statusesOf(series)).map(([, status]) => status)).toEqual([
      'accepted',
      'accepted',
      'cancelled',
      'cancelled',
    ])
    await clean()
  })
})

describe('bad input', () => {
  test.each([
    [{ last: '' }, 'last', /A series has an end/],
    [{ last: undefined }, 'last', /A series has an end/],
    [{ nights: 8 }, 'nights', /7 or fewer/],
    [{ everyWeeks: 0 }, 'everyWeeks', /1 or more/],
    [{ dates: [{ date: '2026-11-27', do: 'move' }] }, 'dates.0.to', /Enter the day to move it to/],
    [{ dates: [{ date: '2026-11-27', do: 'forget' }] }, 'dates.0.do', /Choose to ask/],
  ])('cannot be read: %j', async (change, field, says) => {
    const no = await ask(change).catch((thrown) => thrown)
    if (!(no instanceof BadInput)) throw new Error(`Not bad input: ${no}`)
    expect(no.issues).toContainEqual({ field, message: expect.stringMatching(says) })
  })

  test.each([
    [{ last: '2026-11-20' }, 'last', /not be before/],
    [{ first: '2026-11-20' }, 'first', /in the future/],
    [{ last: '2028-01-08' }, 'last', /one year ahead/],
    [{ dates: [{ date: '2026-12-05', do: 'skip' }] }, 'dates', /dates of this series/],
  ])('is refused at its field: %j', async (change, field, says) => {
    const no = await refusal(ask(change))
    expect(no.field).toBe(field)
    expect(no.message).toMatch(says)
  })

  test('another home that is not of the constellation is unknown', async () => {
    const dates = [{ date: '2026-11-27', do: 'elsewhere', host: '00000000-0000-4000-8000-000000000000' }]
    await expect(ask({ dates })).rejects.toThrow(NotFound)
  })
})
