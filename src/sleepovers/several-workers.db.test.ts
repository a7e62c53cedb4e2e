import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenPerson, personOf } from '../../tests/given/service.ts'
import { type GivenWeekend, givenAccepted, givenRequest, givenWeekend } from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { assignChildWorker } from '../children/assign-child-worker.ts'
import { openDoor } from '../door.ts'
import { addBed } from '../households/add-bed.ts'
import { endBed } from '../households/end-bed.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { acceptSleepover } from './accept-sleepover.ts'
import { cancelSleepover } from './cancel-sleepover.ts'
import { giveYes } from './give-yes.ts'
import { nightsFree, sleepover } from './lists.ts'
import { withdrawConsent } from './withdraw-consent.ts'

/* Two children of one stay have two social workers, and neither knows the other's child. */

let database: Database
let door: Door
let given: GivenWeekend
let hers: Caller

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => new Date('2026-11-22T10:00:00Z'))
})
afterAll(() => database.close())
beforeEach(async () => {
  given = await givenWeekend(database, door)
  hers = await givenPerson(database, given.service, {
    name: 'Samuel Tetteh',
    kind: 'staff',
    email: `her-worker-${given.service}@example.org`,
    role: 'child_social_worker',
  })
  const assigned = { child: given.sister, person: personOf(hers), from: '2025-06-02' }
  await door.perform(assignChildWorker, given.callers.programmeLead, assigned)
})

const bedsFree = async () => {
  const asked = { host: given.hub.household, from: '2026-11-27', nights: 2 }
  const { nights } = await door.look(nightsFree, given.home.carer, asked)
  return nights.map(({ beds }) => beds)
}

test('one of them cancels: both beds are free', async () => {
  const stay = await givenAccepted(door, given)
  expect(await bedsFree()).toEqual([0, 0])
  await door.perform(cancelSleepover, hers, { stay, reason: 'She has a part in the play' })
  expect(await bedsFree()).toEqual([2, 2])
})

test('one of them withdraws consent: both beds are free', async () => {
  await givenAccepted(door, given)
  const withdrawn = {
    child: given.sister,
    item: 'overnight_stay',
    from: '2026-11-23',
    reason: 'Her mother asked',
  }
  await door.perform(withdrawConsent, hers, withdrawn)
  expect(await bedsFree()).toEqual([2, 2])
})

test('each says yes for their own child to sharing a bedroom', async () => {
  await oneRoom(given.callers.programmeLead)
  const stay = await givenRequest(door, given)
  const { weighed } = await door.look(sleepover, given.home.carer, { stay })
  const sharing = weighed[0]?.findings.filter(({ rule }) => rule === '7') ?? []
  expect(sharing).toHaveLength(2)
  for (const { key, children } of sharing) {
    const worker = children[0] === given.sister ? hers : given.worker
    const yes = { stay, finding: key, reason: 'They share at home', until: '2026-11-29' }
    await door.perform(giveYes, worker, yes)
  }
  expect(await door.perform(acceptSleepover, given.hub.carer, { stay })).toEqual({ stay })
})

/** The hub's beds stand in one bedroom: two new ones in place of those in rooms of their own. */
async function oneRoom(lead: Caller): Promise<void> {
  for (const bed of given.hub.beds) await door.perform(endBed, lead, { bed, from: '2026-11-22' })
  for (const name of ['By the door', 'By the window']) {
    const bed = { household: given.hub.household, room: 'Garden room', name, from: '2026-11-22' }
    await door.perform(addBed, lead, bed)
  }
}
