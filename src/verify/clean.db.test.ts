import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type GivenWeekend,
  givenAccepted,
  givenRequest,
  givenSharingAgreed,
  givenWeekend,
} from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { leaveConstellation } from '../constellations/leave-constellation.ts'
import { openDoor } from '../door.ts'
import { recordCheck } from '../households/record-check.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { cancelSleepover } from '../sleepovers/cancel-sleepover.ts'
import { declineSleepover } from '../sleepovers/decline-sleepover.ts'
import { readCard } from '../sleepovers/read-card.ts'
import { recordArrival } from '../sleepovers/record-arrival.ts'
import { recordReturn } from '../sleepovers/record-return.ts'
import { withdrawConsent } from '../sleepovers/withdraw-consent.ts'
import { verify } from './verify.ts'

/* A service that worked as it should for a month: the records show no breach, and what went wrong shows as known. */

let database: Database
let door: Door
let given: GivenWeekend
let now = new Date('2026-11-22T10:00:00Z')
const later = (moment: string) => {
  now = new Date(moment)
}
const weekend = (from: string, until: string) => ({ from, until })

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => now)
  given = await givenWeekend(database, door)
  await givenSharingAgreed(door, given)
})
afterAll(() => database?.close())

test('a month of sleepovers, each in its own state, breaks nothing', async () => {
  const { hub, home, brother } = given
  const past = await givenAccepted(door, given)
  const cancelled = await givenAccepted(door, given, weekend('2026-12-04', '2026-12-06'))
  const declined = await givenRequest(door, given, weekend('2026-12-11', '2026-12-13'))
  await givenAccepted(door, given, weekend('2026-12-18', '2026-12-20'))
  await givenRequest(door, given, weekend('2027-01-08', '2027-01-10'))
  later('2026-11-23T10:00:00Z')
  await door.perform(cancelSleepover, home.carer, { stay: cancelled, reason: 'Plans changed' })
  await door.perform(declineSleepover, hub.carer, { stay: declined, reason: 'We are ill' })
  later('2026-11-27T17:10:00Z')
  await door.perform(readCard, hub.carer, { stay: past, child: brother })
  await door.perform(recordArrival, hub.carer, { stay: past, on: '2026-11-27', at: '17:05' })
  later('2026-11-29T16:30:00Z')
  await door.perform(recordReturn, home.carer, { stay: past, on: '2026-11-29', at: '15:30' })
  const { breaches, kept, checked } = await verify(database.owner, now, { chain: true })
  expect(breaches).toEqual([])
  expect(kept).toEqual([])
  expect(checked).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 19, 20, 21, 22, 25, 27, 28])
})

test('what ran out or was withdrawn after a stay is no breach of it', async () => {
  const { hub, worker, brother, callers } = given
  later('2026-11-30T10:00:00Z')
  const check = { household: hub.household, kind: 'dbs', expiresOn: '2026-11-28', from: '2026-11-30' }
  const withdrawal = { child: brother, item: 'overnight_stay', reason: 'A worry' }
  await door.perform(recordCheck, callers.programmeLead, check)
  const { cancelled } = await door.perform(withdrawConsent, worker, { ...withdrawal, from: '2026-11-30' })
  expect(cancelled).toHaveLength(2)
  expect((await verify(database.owner, now)).breaches).toEqual([])
})

test('truths that were recorded with their task are told as known', async () => {
  const { hub, satellites, constellation, callers } = given
  later('2026-12-01T10:00:00Z')
  const [, second] = satellites
  const leaving = { constellation, household: second?.household, from: '2026-12-01', reason: 'They moved' }
  await door.perform(leaveConstellation, callers.programmeLead, leaving)
  await door.perform(leaveConstellation, callers.programmeLead, { ...leaving, household: hub.household })
  const { breaches, kept } = await verify(database.owner, now, { chain: true })
  expect(breaches).toEqual([])
  expect(kept.map(({ rule }) => rule)).toEqual([1, 2])
})
