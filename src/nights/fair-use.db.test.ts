import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GivenWeekend, givenAccepted, givenRequest, givenWeekend } from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { closeNights } from '../households/close-nights.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import { type Door, openDoor } from '../platform/door.ts'
import { Forbidden, NotFound } from '../platform/refusals.ts'
import { declineSleepover } from '../sleepovers/decline-sleepover.ts'
import { readCard } from '../sleepovers/read-card.ts'
import { recordArrival } from '../sleepovers/record-arrival.ts'
import { recordReturn } from '../sleepovers/record-return.ts'
import { fairUse, homeRest, hubWeeks } from './lists.ts'
import { setHubRest } from './set-hub-rest.ts'
import { stateStayNeed } from './state-stay-need.ts'

let database: Database
let door: Door
let given: GivenWeekend
let now = new Date('2026-11-22T10:00:00Z')

/** A weekend behind us, one declined, one asked for, and the rest settled: then everybody looks. */
beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => now)
  given = await givenWeekend(database, door)
  const { hub, home, callers } = given
  const stay = await givenAccepted(door, given)
  const week = { from: '2026-12-11', until: '2026-12-13' }
  const declined = await givenRequest(door, given, week)
  await door.perform(declineSleepover, hub.carer, { stay: declined, reason: 'We are away' })
  now = new Date('2026-11-27T17:15:00Z')
  await door.perform(readCard, hub.carer, { stay, child: given.brother })
  await door.perform(recordArrival, hub.carer, { stay, on: '2026-11-27', at: '17:10' })
  now = new Date('2026-11-29T16:30:00Z')
  await door.perform(recordReturn, home.carer, { stay, on: '2026-11-29', at: '16:05' })
  now = new Date('2026-11-30T10:00:00Z')
  await givenRequest(door, given, week)
  await door.perform(setHubRest, callers.liaisonWorker, {
    household: hub.household,
    from: '2026-11-30',
    nightsInRow: '5',
    protectedDays: ['7', '1', '7'],
    nightsPerHome: '',
  })
  await door.perform(closeNights, hub.carer, {
    household: hub.household,
    from: '2026-12-21',
    until: '2026-12-28',
    reason: 'Our own holiday',
  })
})
afterAll(() => database.close())

const use = (caller: Caller, weeks: unknown = 12) =>
  door.look(fairUse, caller, { constellation: given.constellation, weeks })

describe('fair use', () => {
  test('the liaison worker reads each home against its need, and the rest of the hub', async () => {
    const { homes, hub, others } = await use(given.callers.liaisonWorker)
    expect(homes).toHaveLength(7)
    expect(others).toBe(0)
    const larkrise = homes.find(({ household }) => household === given.home.household)
    expect(larkrise).toMatchObject({
      children: 2,
      need: 11,
      planned: 4,
      emergency: 0,
      waiting: 1,
      asked: 3,
      unmet: { declined: 1 },
      lastAsked: '2026-11-30',
    })
    const never = homes.find(({ name }) => name === 'Fernley')
    expect(never).toMatchObject({ children: 0, need: 0, planned: 0, asked: 0, lastAsked: null })
    expect(hub).toMatchObject({
      now: 0,
      longest: 2,
      given: 4,
      rest: { nightsInRow: 5, protectedDays: [1, 7], nightsPerHome: null },
    })
  })

  test('a satellite reads its own row alone, and nothing of the hub', async () => {
    const { homes, hub, others } = await use(given.home.carer)
    expect(homes.map(({ name }) => name)).toEqual(['Larkrise'])
    expect(hub).toBeNull()
    expect(others).toBe(6)
  })

  test('the hub its own row and its rest; a stranger nothing', async () => {
    const { homes, hub } = await use(given.hub.carer)
    expect(homes.map(({ name }) => name)).toEqual(['Hazel House'])
    expect(hub?.longest).toBe(2)
    await expect(use(given.callers.coach)).rejects.toThrow(Forbidden)
    await expect(use(given.worker)).rejects.toThrow(NotFound)
    await expect(use(given.callers.dutyWorker, 13)).rejects.toThrow('another look')
  })

  test('a stated need stands in for the default, from its day on', async () => {
    const household = given.home.household
    const need = { household, from: '2026-11-30', nightsAMonth: '6', reason: 'Both wake at night' }
    await expect(door.perform(stateStayNeed, given.home.carer, need)).rejects.toThrow(Forbidden)
    await door.perform(stateStayNeed, given.callers.liaisonWorker, need)
    const { homes } = await use(given.callers.liaisonWorker)
    expect(homes.find((home) => home.household === household)).toMatchObject({ stated: 6, need: 17 })
    expect(await door.look(homeRest, given.home.carer, { household })).toMatchObject({
      need: { nightsAMonth: 6 },
      canSettle: false,
    })
  })
})

describe('what may be settled', () => {
  test('by the liaison worker, not by the home itself or another', async () => {
    const rest = { household: given.hub.household, from: '2026-12-01', protectedDays: [] }
    for (const caller of [given.hub.carer, given.home.carer, given.callers.dutyWorker]) {
      await expect(door.perform(setHubRest, caller, rest)).rejects.toThrow(Forbidden)
    }
  })

  test.each([
    [{ nightsInRow: '0' }, 'nightsInRow'],
    [{ nightsInRow: 'many' }, 'nightsInRow'],
    [{ protectedDays: ['8'] }, 'protectedDays.0'],
    [{ nightsPerHome: '500' }, 'nightsPerHome'],
    [{ from: '2026-02-30' }, 'from'],
  ])('what cannot be is said at its field: %j', async (change, field) => {
    const input = { household: given.hub.household, from: '2026-12-01', ...change }
    const no = await door.perform(setHubRest, given.callers.liaisonWorker, input).catch((thrown) => thrown)
    expect(no.issues[0].field).toBe(field)
  })
})

describe('twelve weeks of the hub', () => {
  const weeks = (caller: Caller, from?: string) =>
    door.look(hubWeeks, caller, { household: given.hub.household, from })

  test('bars by bed with names, and what its nights are', async () => {
    const { from, beds, bars, kinds } = await weeks(given.callers.liaisonWorker)
    expect(from).toBe('2026-11-30')
    expect(beds).toHaveLength(2)
    expect(bars.map(({ state, first, end, name }) => [state, first, end, name]).sort()).toEqual([
      ['asked', 11, 13, 'Ada'],
      ['asked', 11, 13, 'Kit'],
    ])
    // Monday and Sunday are their own; the week before Christmas is closed.
    expect([kinds[0], kinds[1], kinds[6], kinds[21], kinds[27]]).toEqual([
      'protected',
      'open',
      'protected',
      'closed',
      'closed',
    ])
  })

  test('six weeks earlier begins on that week’s Monday, and what is over is there', async () => {
    const { from, bars } = await weeks(given.callers.liaisonWorker, '2026-11-25')
    expect(from).toBe('2026-11-23')
    expect(bars.filter(({ state }) => state === 'over').map(({ first, end }) => [first, end])).toEqual([
      [4, 6],
      [4, 6],
    ])
  })

  test('another satellite sees that beds are kept, and not for whom', async () => {
    const other = given.satellites.find(({ name }) => name === 'Fernley')
    const shown = await weeks(other?.carer as Caller)
    expect(shown.bars).toHaveLength(2)
    expect(shown.bars.map(({ name, stay }) => [name, stay])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(JSON.stringify(shown)).not.toContain(given.brother)
  })

  test('whoever does not know the home gets no answer', async () => {
    const stranger = await givenWeekend(database, door)
    await expect(weeks(stranger.callers.programmeLead)).rejects.toThrow(NotFound)
  })
})
