import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { givenChild, givenConsent } from '../../tests/given/children.ts'
import { personOf } from '../../tests/given/service.ts'
import {
  type GivenWeekend,
  givenAccepted,
  givenRequest,
  givenWeekend,
  request,
} from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { giveConsent } from '../children/give-consent.ts'
import { orderApart } from '../children/order-apart.ts'
import { placeChild } from '../children/place-child.ts'
import { openDoor } from '../door.ts'
import { addBed } from '../households/add-bed.ts'
import { closeNights } from '../households/close-nights.ts'
import { endBed } from '../households/end-bed.ts'
import { recordApproval } from '../households/record-approval.ts'
import { recordCheck } from '../households/record-check.ts'
import { reopenNights } from '../households/reopen-nights.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { verify } from '../verify/verify.ts'
import { acceptSleepover } from './accept-sleepover.ts'
import { askForSleepover } from './ask-for-sleepover.ts'
import { cancelSleepover } from './cancel-sleepover.ts'
import { giveYes } from './give-yes.ts'
import { sleepover } from './lists.ts'
import { readCard } from './read-card.ts'
import { recordArrival } from './record-arrival.ts'
import { withdrawConsent } from './withdraw-consent.ts'

/* Facts change under stays that relied on them: each follows in the transaction of the change. */

let database: Database
let now = new Date('2026-11-22T10:00:00Z')
let door: Door
let given: GivenWeekend

beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z')
  database ??= await testDatabase()
  door ??= openDoor(database.app, () => now)
  given = await givenWeekend(database, door)
})
afterAll(() => database?.close())

const shown = (stay: string) => door.look(sleepover, given.callers.dutyWorker, { stay })
const tick = () => {
  now = new Date(now.getTime() + 60_000)
}
const tasks = async (stay: string): Promise<string[]> => {
  const { rows } = await database.owner.query(
    'select kind from task where about_id = $1 and done_at is null order by kind',
    [stay],
  )
  return rows.map(({ kind }) => kind)
}
const told = async (stay: string): Promise<string[]> => {
  const { rows } = await database.owner.query(
    'select distinct subject from message where about_id = $1 order by 1',
    [stay],
  )
  return rows.map(({ subject }) => subject)
}
const breaches = async () => (await verify(database.owner, now)).breaches

async function arrived(): Promise<string> {
  const stay = await givenAccepted(door, given)
  now = new Date('2026-11-27T17:30:00Z')
  await door.perform(readCard, given.hub.carer, { stay, child: given.brother })
  await door.perform(recordArrival, given.hub.carer, { stay, on: '2026-11-27', at: '17:10' })
  tick()
  return stay
}

describe('consent', () => {
  const withdraw = (from: string) =>
    door.perform(withdrawConsent, given.worker, {
      child: given.brother,
      item: 'overnight_stay',
      from,
      reason: 'His mother asked',
    })

  test('withdrawn on Friday for a stay that evening: it is cancelled and everyone is told', async () => {
    const stay = await givenAccepted(door, given)
    now = new Date('2026-11-27T12:00:00Z')
    expect(await withdraw('2026-11-27')).toMatchObject({ cancelled: [stay] })
    expect(await shown(stay)).toMatchObject({
      status: 'cancelled',
      cancelReason: expect.stringContaining('withdrawn'),
    })
    expect(await told(stay)).toContain('A sleepover is cancelled')
    expect(await breaches()).toEqual([])
  })

  test('withdrawn from the day after a stay leaves it as it is', async () => {
    const stay = await givenAccepted(door, given)
    expect(await withdraw('2026-11-30')).toMatchObject({ cancelled: [] })
    expect((await shown(stay)).status).toBe('accepted')
  })

  test('withdrawn while they are there: the duty team is told to act now, and nobody pretends otherwise', async () => {
    const stay = await arrived()
    await withdraw('2026-11-27')
    expect((await shown(stay)).status).toBe('arrived')
    expect(await tasks(stay)).toContain('stay without consent')
    expect(await breaches()).toEqual([])
  })

  test('that runs out sooner than it did: the stay is on hold until the social worker says yes, and then on again', async () => {
    const stay = await givenAccepted(door, given)
    tick()
    await door.perform(giveConsent, given.worker, {
      child: given.sister,
      item: 'overnight_stay',
      decision: 'agreed',
      basis: 'delegated_authority',
      givenBy: 'Ashcombe Council',
      from: '2025-01-06',
      until: '2026-11-27',
    })
    const held = await shown(stay)
    expect(held).toMatchObject({ status: 'requested', heldReason: expect.stringContaining('lasts only to') })
    expect(await tasks(stay)).toEqual(expect.arrayContaining(['arrange anew', `yes 10:${given.sister}`]))
    tick()
    await door.perform(giveYes, given.worker, {
      stay,
      finding: `10:${given.sister}`,
      reason: 'The council has renewed it by voice',
      until: '2026-11-29',
    })
    expect(await shown(stay)).toMatchObject({ status: 'accepted', heldReason: null })
    expect(await tasks(stay)).not.toContain('arrange anew')
    expect(await breaches()).toEqual([])
  })
})

describe('the host', () => {
  const home = () => given.hub.household
  const lead = () => given.callers.programmeLead

  test('whose approval ends before the stay does: on hold, and the liaison worker arranges it anew', async () => {
    const stay = await givenAccepted(door, given)
    tick()
    await door.perform(recordApproval, lead(), {
      household: home(),
      places: 4,
      ageMin: 0,
      ageMax: 17,
      sex: 'any',
      from: '2026-01-01',
      lastDay: '2026-11-27',
    })
    expect(await shown(stay)).toMatchObject({ heldReason: expect.stringContaining('not an approved') })
    expect(await tasks(stay)).toContain('arrange anew')
    expect(await breaches()).toEqual([])
  })

  test('whose check is found to have run out: on hold with a risk assessment, or assessed at once where they are there', async () => {
    const stay = await givenAccepted(door, given)
    tick()
    const lapse = () =>
      door.perform(recordCheck, lead(), {
        household: home(),
        kind: 'dbs',
        expiresOn: '2026-11-20',
        from: '2026-11-01',
      })
    await lapse()
    expect(await tasks(stay)).toEqual(expect.arrayContaining(['risk assessment', 'yes 11:dbs']))
    given = await givenWeekend(database, door)
    const going = await arrived()
    await lapse()
    expect((await shown(going)).status).toBe('arrived')
    expect(await tasks(going)).toEqual(expect.arrayContaining(['look into stay', 'risk assessment']))
    expect(await breaches()).toEqual([])
  })

  test('that closes: on hold; that opens again: on again', async () => {
    const stay = await givenAccepted(door, given)
    tick()
    const { closure } = await door.perform(closeNights, given.hub.carer, {
      household: home(),
      from: '2026-11-27',
      until: '2026-12-04',
      reason: 'Influenza',
    })
    expect(await shown(stay)).toMatchObject({ heldReason: expect.stringContaining('closed') })
    const people = await database.owner.query('select to_person as person from message where about_id = $1', [
      stay,
    ])
    const { liaisonWorker, supervisingSocialWorker, childSocialWorker } = given.callers
    expect(people.rows.map(({ person }) => person)).toEqual(
      expect.arrayContaining(
        [liaisonWorker, supervisingSocialWorker, childSocialWorker, given.home.carer].map(personOf),
      ),
    )
    tick()
    await door.perform(reopenNights, given.hub.carer, { closure })
    expect(await shown(stay)).toMatchObject({ status: 'accepted', heldReason: null })
    expect(await told(stay)).toEqual(
      expect.arrayContaining(['A sleepover is on hold', 'A sleepover is on again']),
    )
    expect(await breaches()).toEqual([])
  })

  test('that loses a bed: the child has another, or the stay is on hold', async () => {
    const third = await givenWeekend(database, door)
    given = third
    const stay = await givenAccepted(door, given)
    const [first] = given.hub.beds
    tick()
    await door.perform(endBed, lead(), { bed: first, from: '2026-11-28' })
    expect(await shown(stay)).toMatchObject({ heldReason: expect.stringContaining('1 bed free') })
    expect(await breaches()).toEqual([])
  })
})

test('an order that they must not meet, recorded after the stay was agreed, puts it on hold', async () => {
  const { hub, callers, brother } = given
  const there = await givenChild(door, callers.programmeLead, { household: hub.household })
  const stay = await givenAccepted(door, given)
  tick()
  await door.perform(orderApart, callers.teamManager, {
    child: brother,
    other: there,
    orderedBy: 'court',
    from: '2026-11-22',
    reason: 'Order of the court',
  })
  expect(await shown(stay)).toMatchObject({ heldReason: expect.stringContaining('must not be with') })
  expect(await breaches()).toEqual([])
})

test('a worker who cannot see a stay puts it on hold all the same, by where they place another child', async () => {
  const { hub, callers, brother, satellites } = given
  const [, neighbour] = satellites
  if (!neighbour) throw new Error('No second satellite')
  // A child of another home, whom the social worker of the first does not know; and a home beyond theirs.
  const other = await givenChild(door, callers.programmeLead, {
    household: neighbour.household,
    firstName: 'Bo',
    sex: 'F',
  })
  await givenConsent(door, callers.teamManager, other)
  const asked = request([other], hub.household)
  const { stay } = await door.perform(askForSleepover, neighbour.carer, asked)
  await door.perform(acceptSleepover, hub.carer, { stay })
  await door.perform(orderApart, callers.teamManager, {
    child: brother,
    other,
    orderedBy: 'court',
    from: '2026-11-22',
    reason: 'Order of the court',
  })
  expect((await shown(stay)).status).toBe('accepted')
  await expect(door.look(sleepover, given.worker, { stay })).rejects.toThrow('Not found')
  tick()
  await door.perform(placeChild, given.worker, {
    child: brother,
    household: hub.household,
    from: '2026-11-25',
  })
  expect(await shown(stay)).toMatchObject({ heldReason: expect.stringContaining('must not be with') })
  expect(await told(stay)).toContain('A sleepover is on hold')
  expect(await breaches()).toEqual([])
})

test('consent withdrawn after the time they were to come: nothing is cancelled, and the duty team looks now', async () => {
  const stay = await givenAccepted(door, given)
  now = new Date('2026-11-27T17:40:00Z')
  await door.perform(withdrawConsent, given.worker, {
    child: given.brother,
    item: 'overnight_stay',
    from: '2026-11-27',
    reason: 'His mother asked',
  })
  expect(await shown(stay)).toMatchObject({
    status: 'requested',
    heldReason: expect.stringContaining('withdrawn'),
  })
  expect(await tasks(stay)).toContain('stay without consent')
  await door.perform(recordArrival, given.hub.carer, {
    stay,
    on: '2026-11-27',
    at: '17:05',
    unreadReason: 'They were at the door',
  })
  expect((await shown(stay)).status).toBe('arrived')
  tick()
  expect(await breaches()).toEqual([])
})

describe('children who came though their stay was called off', () => {
  const cancelled = async () => {
    const stay = await givenAccepted(door, given)
    await door.perform(cancelSleepover, given.home.carer, { stay, reason: 'They are ill' })
    now = new Date('2026-11-27T18:00:00Z')
    return stay
  }
  const arrive = (stay: string) =>
    door.perform(recordArrival, given.hub.carer, {
      stay,
      on: '2026-11-27',
      at: '17:30',
      unreadReason: 'Late',
    })

  test('are there, with a bed each, and somebody looks into it', async () => {
    const stay = await cancelled()
    await arrive(stay)
    expect((await shown(stay)).status).toBe('arrived')
    expect(await tasks(stay)).toContain('look into arrival')
    tick()
    expect(await breaches()).toEqual([])
  })

  test('find no bed where it was given away: the duty team is told at once', async () => {
    const stay = await cancelled()
    now = new Date('2026-11-22T12:00:00Z')
    const [, neighbour] = given.satellites
    const { worker, callers, hub } = given
    const taken: string[] = []
    for (const firstName of ['Bo', 'Cy']) {
      const child = await givenChild(door, callers.programmeLead, {
        household: neighbour?.household ?? '',
        worker,
        firstName,
      })
      await givenConsent(door, worker, child)
      taken.push(child)
    }
    for (const child of taken) {
      const asked = request([child], hub.household, { splitReason: 'One each' })
      await door.perform(askForSleepover, neighbour?.carer ?? hub.carer, asked)
    }
    now = new Date('2026-11-27T18:00:00Z')
    await expect(arrive(stay)).rejects.toThrow(/No bed is left.*duty team has been told/)
    expect(await tasks(stay)).toContain('look into stay')
    expect((await shown(stay)).status).toBe('cancelled')
  })
})

test('a bed that is added lets a stay that waited for one be on again', async () => {
  const stay = await givenAccepted(door, given)
  const { hub, callers } = given
  tick()
  await door.perform(endBed, callers.programmeLead, { bed: hub.beds[0], from: '2026-11-26' })
  expect((await shown(stay)).heldReason).toContain('1 bed free')
  tick()
  await door.perform(addBed, callers.programmeLead, {
    household: hub.household,
    room: 'The attic',
    name: 'New bed',
    from: '2026-11-23',
  })
  expect(await shown(stay)).toMatchObject({ status: 'accepted', heldReason: null })
  expect(await breaches()).toEqual([])
})

test('a child who moves home before the stay: it is cancelled', async () => {
  const stay = await givenAccepted(door, given)
  tick()
  const { brother, satellites, callers } = given
  await door.perform(placeChild, callers.programmeLead, {
    child: brother,
    household: satellites[1]?.household,
    from: '2026-11-25',
  })
  expect((await shown(stay)).status).toBe('cancelled')
  expect(await breaches()).toEqual([])
})

test('a request that waits asks for a yes that became needed', async () => {
  const stay = await givenRequest(door, given)
  tick()
  await door.perform(recordCheck, given.callers.programmeLead, {
    household: given.hub.household,
    kind: 'review',
    expiresOn: '2026-11-25',
    from: '2026-11-01',
  })
  expect(await tasks(stay)).toContain('yes 11:review')
  expect((await shown(stay)).status).toBe('requested')
})
