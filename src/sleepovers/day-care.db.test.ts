import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenChild, givenConsent } from '../../tests/given/children.ts'
import { type GivenWeekend, givenWeekend, request } from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { orderApart } from '../children/order-apart.ts'
import { openDoor } from '../door.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { NotFound, Refusal } from '../platform/refusals.ts'
import { verify } from '../verify/verify.ts'
import { acceptSleepover } from './accept-sleepover.ts'
import { askForDayCare } from './ask-for-day-care.ts'
import { askForSleepover } from './ask-for-sleepover.ts'
import { cancelSleepover } from './cancel-sleepover.ts'
import { declineSleepover } from './decline-sleepover.ts'
import { dayCareCheck, nightsFree, sleepover } from './lists.ts'
import { readCard } from './read-card.ts'
import { recordArrival } from './record-arrival.ts'
import { recordReturn } from './record-return.ts'

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
  for (const child of [given.brother, given.sister]) {
    await givenConsent(door, given.worker, child, { item: 'day_care', until: '2027-03-31' })
  }
})
const clean = async () => expect((await verify(database.owner, now, { chain: true })).breaches).toEqual([])

/** A day at the hub: Saturday 28 November, 9am to 4pm. */
const dayOut = (children: string[], host: string, change: object = {}) => ({
  children,
  host,
  on: '2026-11-28',
  fromTime: '9am',
  untilTime: '4pm',
  why: 'appointment',
  ...change,
})

const refusal = async (work: Promise<unknown>) => {
  const no = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(no instanceof Refusal)) throw new Error(`Not refused: ${no}`)
  return no
}

/** A child of a satellite next door who must not meet the brother, with consent for nights and days. */
async function givenRival() {
  const home = given.satellites[1]
  if (!home) throw new Error('There is no second satellite')
  const rival = await givenChild(door, given.callers.programmeLead, {
    household: home.household,
    worker: given.worker,
    firstName: 'Wilf',
  })
  for (const item of ['overnight_stay', 'day_care']) await givenConsent(door, given.worker, rival, { item })
  await door.perform(orderApart, given.worker, {
    child: given.brother,
    other: rival,
    orderedBy: 'court',
    reason: 'Order of the family court',
    from: '2025-06-01',
  })
  return { rival, carer: home.carer }
}

describe('a day', () => {
  test('is asked, agreed, begun and ended, and takes no bed', async () => {
    const { home, hub, brother, sister } = given
    const check = await door.look(dayCareCheck, home.carer, dayOut([brother, sister], hub.household))
    expect(check.fits).toBe(true)
    const { stay } = await door.perform(askForDayCare, home.carer, dayOut([brother, sister], hub.household))
    const { nights } = await door.look(nightsFree, home.carer, {
      host: hub.household,
      from: '2026-11-27',
      nights: 2,
    })
    expect(nights.map(({ words }) => words)).toEqual(['2 beds', '2 beds'])
    await door.perform(acceptSleepover, hub.carer, { stay })
    await door.perform(readCard, hub.carer, { stay, child: brother })
    now = new Date('2026-11-28T09:10:00Z')
    await door.perform(recordArrival, hub.carer, { stay, on: '2026-11-28', at: '09:05' })
    now = new Date('2026-11-28T16:30:00Z')
    await door.perform(recordReturn, home.carer, { stay, on: '2026-11-28', at: '16:10' })
    const shown = await door.look(sleepover, home.carer, { stay })
    expect(shown).toMatchObject({ kind: 'day_care', status: 'returned' })
    expect(shown.children.map(({ bed }) => bed)).toEqual([null, null])
    await clean()
  })

  test('the same form sent twice is one request', async () => {
    const input = dayOut([given.brother], given.hub.household)
    const first = await door.perform(askForDayCare, given.home.carer, input)
    expect(await door.perform(askForDayCare, given.home.carer, input)).toEqual(first)
  })

  test('is declined and cancelled in its own words', async () => {
    const { home, hub, brother } = given
    const asked = await door.perform(askForDayCare, home.carer, dayOut([brother], hub.household))
    await door.perform(declineSleepover, hub.carer, { ...asked, reason: 'We are out' })
    const again = await refusal(door.perform(acceptSleepover, hub.carer, asked))
    expect(again.message).toBe('This day care has already been answered or cancelled')
    const second = await door.perform(askForDayCare, home.carer, dayOut([brother], hub.household))
    await door.perform(cancelSleepover, home.carer, { ...second, reason: 'No longer needed' })
    const { rows } = await database.owner.query(
      `select subject from message where about_id = any ($1::uuid[]) order by subject`,
      [[asked.stay, second.stay]],
    )
    const subjects = new Set(rows.map(({ subject }) => subject))
    expect([...subjects]).toEqual([
      'Day care is asked of you',
      'Day care is cancelled',
      'Day care was declined',
    ])
    await clean()
  })

  test('without agreement to day care, agreement to nights is not enough', async () => {
    const { worker, home, hub } = given
    const child = await givenChild(door, given.callers.programmeLead, {
      household: home.household,
      worker,
      firstName: 'Orla',
    })
    await givenConsent(door, worker, child)
    const check = await door.look(dayCareCheck, home.carer, dayOut([child], hub.household))
    expect(check.findings.find(({ rule }) => rule === '10')?.says).toBe(
      'Nobody has agreed that Orla may go to another home by day on 28 November 2026.',
    )
  })
})

describe('who is together', () => {
  test('a child there by day stops a sleepover of one who must not meet them', async () => {
    const { home, hub, brother, sister } = given
    const { rival, carer } = await givenRival()
    await door.perform(askForDayCare, carer, dayOut([rival], hub.household))
    const no = await refusal(
      door.perform(askForSleepover, home.carer, request([brother, sister], hub.household)),
    )
    expect(JSON.stringify(no.detail)).toContain('"rule":"8"')
    await clean()
  })

  test('a child who sleeps there stops a day of one who must not meet them, for those hours alone', async () => {
    const { home, hub, brother, sister } = given
    const { rival, carer } = await givenRival()
    await door.perform(askForSleepover, home.carer, request([brother, sister], hub.household))
    const no = await refusal(door.perform(askForDayCare, carer, dayOut([rival], hub.household)))
    expect(JSON.stringify(no.detail)).toContain('"rule":"8"')
    const before = dayOut([rival], hub.household, { on: '2026-11-27', untilTime: '17:00' })
    expect(await door.perform(askForDayCare, carer, before)).toHaveProperty('stay')
    await clean()
  })

  test('a child is in one place at a time, by day too', async () => {
    const { home, hub, brother, sister } = given
    await door.perform(askForSleepover, home.carer, request([brother, sister], hub.household))
    const no = await refusal(door.perform(askForDayCare, home.carer, dayOut([brother], hub.household)))
    expect(JSON.stringify(no.detail)).toContain('"rule":"13"')
  })
})

describe('bad input', () => {
  test.each([
    [{ untilTime: '2am' }, 'untilTime', /makes it a sleepover/],
    [{ untilTime: '12am' }, 'untilTime', /makes it a sleepover/],
    [{ fromTime: '4:59' }, 'fromTime', /makes it a sleepover/],
    [{ fromTime: '5pm' }, 'untilTime', /must be after the time they go/],
    [{ untilTime: '9am' }, 'untilTime', /must be after the time they go/],
    [{ on: '2026-11-20' }, 'on', /in the future/],
    [{ on: '2028-11-28' }, 'on', /one year ahead/],
  ])('is a sentence at the field: %j', async (change, field, says) => {
    const input = dayOut([given.brother], given.hub.household, change)
    const no = await refusal(door.perform(askForDayCare, given.home.carer, input))
    expect(no.field).toBe(field)
    expect(no.message).toMatch(says)
    await expect(door.look(dayCareCheck, given.home.carer, input)).rejects.toThrow(no.message)
  })

  test('another home’s child looks like an unknown one', async () => {
    const carer = given.satellites[1]?.carer ?? given.hub.carer
    const input = dayOut([given.brother], given.hub.household)
    await expect(door.perform(askForDayCare, carer, input)).rejects.toThrow(NotFound)
  })
})
