import { afterAll, beforeEach, expect, test } from 'vitest'
import { givenChild } from '../../tests/given/children.ts'
import { type GivenWeekend, givenAccepted, givenWeekend, request } from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import { addBed } from '../households/add-bed.ts'
import { endBed } from '../households/end-bed.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { askForSleepover } from './ask-for-sleepover.ts'
import { sleepover, sleepoverCheck } from './lists.ts'
import { recordArrival } from './record-arrival.ts'
import { recordReturn } from './record-return.ts'
import { withdrawConsent } from './withdraw-consent.ts'

let database: Database
let door: Door
let given: GivenWeekend
let now: Date
beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z')
  database ??= await testDatabase()
  door = openDoor(database.app, () => now)
  given = await givenWeekend(database, door)
})
afterAll(() => database?.close())

test('once a stay is over its host no longer reads what the rules said of the children', async () => {
  const stay = await givenAccepted(door, given)
  const before = await door.look(sleepover, given.hub.carer, { stay })
  expect(JSON.stringify(before.weighed)).toContain('Nuts allergy')
  now = new Date('2026-11-29T18:00:00Z')
  const arrival = { stay, on: '2026-11-27', at: '17:10', unreadReason: 'It was a rush' }
  await door.perform(recordArrival, given.hub.carer, arrival)
  await door.perform(recordReturn, given.hub.carer, { stay, on: '2026-11-29', at: '16:00' })
  const after = await door.look(sleepover, given.hub.carer, { stay })
  expect(after.weighed.map(({ findings }) => findings)).toEqual([[], [], []])
  expect(JSON.stringify(after)).not.toMatch(/Kit|Ada/)
  expect(JSON.stringify(await door.look(sleepover, given.home.carer, { stay }))).toContain('Nuts allergy')
})

test('a child who sleeps in the bedroom already is not told by id to who asks', async () => {
  const [neighbour] = given.satellites.slice(1)
  if (!neighbour) throw new Error('There is no neighbour')
  const lead = given.callers.programmeLead
  const about = { household: neighbour.household, worker: given.worker }
  const other = await givenChild(door, lead, { ...about, firstName: 'Bo', sex: 'F', dob: '2015-01-01' })
  for (const bed of given.hub.beds) await door.perform(endBed, lead, { bed, from: '2026-11-22' })
  for (const name of ['By the door', 'By the window']) {
    const bed = { household: given.hub.household, room: 'Garden room', name, from: '2026-11-22' }
    await door.perform(addBed, lead, bed)
  }
  await door.perform(askForSleepover, neighbour.carer, request([other], given.hub.household))
  const asked = request([given.brother], given.hub.household, { splitReason: 'She has a play' })
  const check = await door.look(sleepoverCheck, given.home.carer, asked)
  expect(check.findings.filter(({ rule }) => rule === '7')).toHaveLength(2)
  expect(JSON.stringify(check)).not.toContain(other)
  const { stay } = await door.perform(askForSleepover, given.home.carer, asked)
  expect(JSON.stringify(await door.look(sleepover, given.home.carer, { stay }))).not.toContain(other)
})

test('why a stay to come was cancelled does not name the child to the host it is over for', async () => {
  const stay = await givenAccepted(door, given)
  const consent = {
    child: given.brother,
    item: 'overnight_stay',
    from: '2026-11-22',
    reason: 'Asked each time',
  }
  await door.perform(withdrawConsent, given.worker, consent)
  const own = await door.look(sleepover, given.home.carer, { stay })
  expect(own.cancelReason ?? own.heldReason).toMatch(/withdrawn/)
  const host = await door.look(sleepover, given.hub.carer, { stay })
  expect(host).toMatchObject({ status: 'cancelled', cancelReason: 'Something it relied on has changed' })
  expect(JSON.stringify(host)).not.toMatch(/Kit|Ada/)
})
