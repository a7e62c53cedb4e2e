import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { auditRows } from '../../tests/given/children.ts'
import { givenHome } from '../../tests/given/households.ts'
import { type GivenWeekend, givenAccepted, givenRequest, givenWeekend } from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import { closeNights } from '../households/close-nights.ts'
import { setWeeklyPattern } from '../households/set-weekly-pattern.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { BadInput, Forbidden, NotFound, Refusal } from '../platform/refusals.ts'
import { acceptSleepover } from '../sleepovers/accept-sleepover.ts'
import { cancelSleepover } from '../sleepovers/cancel-sleepover.ts'
import { readCard } from '../sleepovers/read-card.ts'
import { recordArrival } from '../sleepovers/record-arrival.ts'
import { recordReturn } from '../sleepovers/record-return.ts'
import { tonight } from './lists.ts'

let database: Database
let door: Door
let given: GivenWeekend
let now: Date

const FRIDAY = '2026-11-27'
const at = (moment: string) => {
  now = new Date(`${moment}Z`)
}

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => now)
})
afterAll(() => database.close())
beforeEach(async () => {
  at('2026-11-22T10:00')
  given = await givenWeekend(database, door)
})

const look = (caller: Caller, query: object = { night: FRIDAY }) => door.look(tonight, caller, query)

/** The brother's night as somebody sees it. */
const kit = async (caller: Caller, query?: object) => {
  const { children } = await look(caller, query)
  const found = children.find(({ child }) => child === given.brother)
  return found ? [found.state, found.atName] : null
}
const hubOf = async (caller: Caller, query?: object) =>
  (await look(caller, query)).groups.flatMap(({ homes }) => homes).find(({ part }) => part === 'hub')

async function arrive(): Promise<string> {
  const stay = await givenAccepted(door, given)
  at('2026-11-27T17:15')
  await door.perform(readCard, given.hub.carer, { stay, child: given.brother })
  await door.perform(recordArrival, given.hub.carer, { stay, on: FRIDAY, at: '17:10' })
  return stay
}

describe('a stay through its life', () => {
  test('expected, late, there, late home, home again', async () => {
    const liaison = given.callers.liaisonWorker
    expect(await kit(liaison)).toEqual(['home', 'Larkrise'])
    await arrive()
    expect(await kit(liaison)).toEqual(['staying', 'Hazel House'])
    at('2026-11-29T18:00')
    expect(await kit(liaison, {})).toEqual(['late_home', 'Hazel House'])
    expect((await look(liaison, {})).counts).toMatchObject({ late: 2, out: 2 })
    // A bed in which somebody still is, is not left.
    expect((await hubOf(liaison, {}))?.bedsLeft).toBe(0)
  })

  test('an agreed stay waits for its children, then they are late', async () => {
    const stay = await givenAccepted(door, given)
    expect(await kit(given.hub.carer)).toEqual(['arriving', 'Hazel House'])
    at('2026-11-27T17:20')
    expect(await kit(given.hub.carer, {})).toEqual(['late_arrival', 'Hazel House'])
    await door.perform(cancelSleepover, given.home.carer, { stay, reason: 'Ill' })
    expect(await kit(given.callers.dutyWorker, {})).toEqual(['home', 'Larkrise'])
  })

  test('before 5am the night that is going on is tonight', async () => {
    const stay = await arrive()
    at('2026-11-29T04:30')
    expect((await look(given.hub.carer, {})).night).toBe('2026-11-28')
    at('2026-11-29T16:30')
    await door.perform(recordReturn, given.home.carer, { stay, on: '2026-11-29', at: '16:05' })
    expect(await kit(given.home.carer, {})).toEqual(['home', 'Larkrise'])
    expect(await kit(given.home.carer, { night: '2026-11-28' })).toEqual(['staying', 'Hazel House'])
  })
})

test('a night as it was known at each moment between', async () => {
  const duty = given.callers.dutyWorker
  const known = (day: string, time: string) => ({ night: FRIDAY, known: day, knownTime: time })
  const beds = async (query: object) => (await hubOf(duty, query))?.bedsLeft
  at('2026-11-23T10:00')
  const stay = await givenRequest(door, given)
  at('2026-11-24T10:00')
  await door.perform(acceptSleepover, given.hub.carer, { stay })
  at('2026-11-25T10:00')
  await door.perform(cancelSleepover, given.home.carer, { stay, reason: 'Ill' })
  at('2026-11-26T10:00')
  const again = await givenAccepted(door, given)
  at('2026-11-27T12:00')
  await door.perform(readCard, given.hub.carer, { stay: again, child: given.brother })
  at('2026-11-27T17:30')
  await door.perform(recordArrival, given.hub.carer, { stay: again, on: FRIDAY, at: '17:10' })
  at('2026-12-10T12:00')
  const story: [string, string, string, number][] = [
    ['2026-11-23', '09:59', 'home', 2],
    ['2026-11-23', '10:00', 'home', 0],
    ['2026-11-24', '09:59', 'home', 0],
    ['2026-11-24', '10:00', 'arriving', 0],
    ['2026-11-25', '09:59', 'arriving', 0],
    ['2026-11-25', '10:00', 'home', 2],
    ['2026-11-26', '10:00', 'arriving', 0],
    ['2026-11-27', '17:15', 'late_arrival', 0],
    ['2026-11-27', '17:30', 'staying', 0],
  ]
  for (const [day, time, state, left] of story) {
    expect((await kit(duty, known(day, time)))?.[0], `${day} ${time}`).toBe(state)
    expect(await beds(known(day, time)), `${day} ${time}`).toBe(left)
  }
  // A day without a time is all of that day.
  expect((await kit(duty, { night: FRIDAY, known: '2026-11-24' }))?.[0]).toBe('arriving')
})

test('what was known then is so for closures and placements too', async () => {
  const duty = given.callers.dutyWorker
  at('2026-11-24T10:00')
  await door.perform(closeNights, given.hub.carer, {
    household: given.hub.household,
    from: FRIDAY,
    until: '2026-11-29',
    reason: 'A rest',
  })
  expect(await hubOf(duty)).toMatchObject({ shut: 'closed', bedsLeft: 0 })
  expect(await hubOf(duty, { night: FRIDAY, known: '2026-11-23' })).toMatchObject({ shut: null, bedsLeft: 2 })
  expect(await kit(duty, { night: FRIDAY, known: '2026-11-21' })).toBeNull()
})

test('a night of the week they are not open is said, and has no beds', async () => {
  const [millbrook] = given.satellites.filter(({ name }) => name === 'Millbrook')
  const household = millbrook?.household
  await door.perform(setWeeklyPattern, given.callers.programmeLead, {
    household,
    openNights: [6],
    from: '2026-11-22',
  })
  const { groups, counts } = await look(given.callers.liaisonWorker)
  const home = groups.flatMap(({ homes }) => homes).find((one) => one.household === household)
  expect(home).toMatchObject({ shut: 'not_open', bedsLeft: 0 })
  expect(counts.shut).toBe(1)
})

describe('who sees what', () => {
  test('the hub carer their own home, and of the others only the beds left', async () => {
    await arrive()
    const { groups, children } = await look(given.hub.carer, {})
    const homes = groups.flatMap((group) => group.homes)
    expect(homes).toHaveLength(7)
    expect(homes.find(({ part }) => part === 'hub')).toMatchObject({ whole: true, beds: 2, bedsLeft: 0 })
    const others = homes.filter(({ part }) => part !== 'hub')
    expect(
      others.every(({ whole, beds, children: here }) => !whole && beds === null && here.length === 0),
    ).toBe(true)
    expect(others.map(({ bedsLeft }) => bedsLeft)).toEqual([1, 1, 1, 1, 1, 1])
    expect(children.map(({ name }) => name).sort()).toEqual(['Ada', 'Kit'])
  })

  test('a hub does not find where children sleep who come next week', async () => {
    await givenAccepted(door, given)
    expect((await look(given.hub.carer, { night: '2026-11-23' })).children).toEqual([])
  })

  test('a satellite its own children alone, and nobody else’s', async () => {
    await arrive()
    const { children } = await look(given.home.carer, {})
    expect(children).toHaveLength(2)
    const other = given.satellites.find(({ name }) => name === 'Fernley')
    expect((await look(other?.carer as Caller, {})).children).toEqual([])
  })

  test('the child’s social worker finds their children, with the home they sleep at and no beds', async () => {
    await arrive()
    const { groups, children, counts } = await look(given.worker, {})
    expect(children.map(({ atName }) => atName)).toEqual(['Hazel House', 'Hazel House'])
    expect(groups.flatMap(({ homes }) => homes.map(({ name }) => name))).toEqual(['Hazel House'])
    expect(counts.bedsLeft).toBe(0)
  })

  test('the duty worker everything; coach, recruiter and strangers nothing', async () => {
    await arrive()
    expect((await look(given.callers.dutyWorker, {})).children).toHaveLength(2)
    for (const nobody of [given.callers.coach, given.callers.recruitmentOfficer]) {
      await expect(look(nobody, {})).rejects.toThrow(Forbidden)
    }
    const stranger = await givenWeekend(database, door)
    const { children } = await look(stranger.callers.dutyWorker, {})
    expect(children.map(({ child }) => child).sort()).toEqual([stranger.brother, stranger.sister].sort())
  })

  test('a constellation alone, those of none, and none that is not theirs', async () => {
    await arrive()
    const { constellation } = given
    const duty = given.callers.dutyWorker
    const ring = await look(duty, { constellation })
    expect(ring.of).toEqual({ constellation, name: ring.groups[0]?.name })
    expect(ring.children.map(({ atName }) => atName)).toEqual(['Hazel House', 'Hazel House'])
    expect((await look(duty, { constellation: 'none' })).children).toEqual([])
    const stranger = await givenWeekend(database, door)
    for (const nobody of [stranger.callers.dutyWorker, stranger.hub.carer])
      await expect(look(nobody, { constellation })).rejects.toThrow(NotFound)
    await expect(look(duty, { constellation: 'the ring' })).rejects.toThrow(BadInput)
    expect((await look(stranger.hub.carer, { constellation: 'none' })).children).toEqual([])
  })

  test('a whole service in brief: who is not at home in full, and every child is counted in some line', async () => {
    await arrive()
    const duty = given.callers.dutyWorker
    for (let many = 0; many < 61; many++) await givenHome(door, given, { name: `Cottage ${many}`, beds: 1 })
    const whole = await look(duty, {})
    const brief = await look(duty, { brief: 'yes' })
    expect(whole.summaries).toBeNull()
    expect(brief.groups).toEqual([])
    expect(brief.counts).toEqual(whole.counts)
    expect(brief.children).toEqual(whole.children.filter(({ state }) => state !== 'home'))
    expect(brief.children).toHaveLength(2)
    expect(brief.summaries?.map(({ out, homes }) => [out, homes])).toEqual([
      [2, 7],
      [0, 61],
    ])
    // A hub's carer has one constellation, and reads it home by home as before.
    expect((await look(given.hub.carer, { brief: 'yes' })).summaries).toBeNull()
  }, 60_000)

  test('every look leaves a trace, with the children who are not at home', async () => {
    await arrive()
    await look(given.callers.dutyWorker, {})
    expect(await auditRows(database, 'tonight', 'seen', given.brother)).toBe(1)
  })
})

test.each([
  [{ night: '2026-02-30' }, BadInput, 'night'],
  [{ known: '2026-11-21', knownTime: '25:00' }, BadInput, 'knownTime'],
])('what cannot be read is said at its field: %j', async (query, kind, field) => {
  const no = await look(given.callers.dutyWorker, query).catch((thrown) => thrown)
  expect(no).toBeInstanceOf(kind)
  expect(no.issues[0].field).toBe(field)
})

test.each([
  [{ known: '2026-11-23' }, /Nobody knows yet/],
  [{ knownTime: '10:00' }, /Enter the day/],
])('a moment that cannot be looked with is refused: %j', async (query, says) => {
  const no = await look(given.callers.dutyWorker, query).catch((thrown) => thrown)
  expect(no).toBeInstanceOf(Refusal)
  expect(no.message).toMatch(says)
})
