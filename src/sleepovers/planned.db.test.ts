import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { auditRows, givenChild } from '../../tests/given/children.ts'
import { givenHome } from '../../tests/given/households.ts'
import {
  type GivenWeekend,
  givenAccepted,
  givenRequest,
  givenWeekend,
  request,
} from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { orderApart } from '../children/order-apart.ts'
import { openDoor } from '../door.ts'
import { closeNights } from '../households/close-nights.ts'
import { endCarer } from '../households/end-carer.ts'
import { recordCheck } from '../households/record-check.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { Forbidden, NotFound, Refusal } from '../platform/refusals.ts'
import { verify } from '../verify/verify.ts'
import { acceptSleepover } from './accept-sleepover.ts'
import { askForSleepover } from './ask-for-sleepover.ts'
import { askInEmergency } from './ask-in-emergency.ts'
import { cancelSleepover } from './cancel-sleepover.ts'
import { declineSleepover } from './decline-sleepover.ts'
import { giveYes } from './give-yes.ts'
import { nightsFree, sleepover, sleepoverCheck, sleepovers, unmetNeeds } from './lists.ts'
import { packItems } from './pack-items.ts'
import { readCard } from './read-card.ts'
import { recordArrival } from './record-arrival.ts'
import { recordReturn } from './record-return.ts'
import { withdrawConsent } from './withdraw-consent.ts'

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

const refusal = async (work: Promise<unknown>) => {
  const no = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(no instanceof Refusal)) throw new Error(`Not refused: ${no}`)
  return no
}

describe('asking', () => {
  test('the request holds a bed for each child, keeps what the rules said, and tells the host', async () => {
    const stay = await givenRequest(door, given)
    const shown = await door.look(sleepover, given.home.carer, { stay })
    expect(shown.status).toBe('requested')
    expect(new Set(shown.children.map(({ room }) => room)).size).toBe(2)
    expect(shown.weighed[0]?.packVersion).toMatch(/^england-/)
    expect(shown.weighed[0]?.findings.map(({ key }) => key)).toContain(`12:card:${given.brother}`)
    expect(shown.items.map(({ says }) => says)).toContain('Adrenaline pen (Nuts)')
    const { nights } = await door.look(nightsFree, given.home.carer, {
      host: given.hub.household,
      from: '2026-11-26',
      nights: 5,
    })
    expect(nights.map(({ words }) => words)).toEqual(['2 beds', 'full', 'full', '2 beds', '2 beds'])
    expect(await auditRows(database, 'ask-for-sleepover', 'done', stay)).toBe(1)
  })

  test('what cannot go ahead is refused, kept as an unmet need, and something else is offered', async () => {
    await door.perform(closeNights, given.hub.carer, {
      household: given.hub.household,
      from: '2026-11-28',
      until: '2026-11-29',
      reason: 'Family wedding',
    })
    const input = request([given.brother, given.sister], given.hub.household)
    const check = await door.look(sleepoverCheck, given.home.carer, input)
    expect(check.fits).toBe(false)
    expect(check.alternatives).toContainEqual(
      expect.objectContaining({ host: given.hub.household, from: '2026-12-04' }),
    )
    const no = await refusal(door.perform(askForSleepover, given.home.carer, input))
    expect(no.message).toMatch(/kept it as a need/)
    const [need] = await door.look(unmetNeeds, given.home.carer, {})
    expect(need?.reason).toBe('Hazel House is closed on Sat 28 Nov.')
    expect(await door.look(sleepovers, given.home.carer, {})).toEqual([])
  })

  test('another home’s child looks the same as an unknown one', async () => {
    const stranger = given.satellites[1]
    const input = request([given.brother], given.hub.household)
    await expect(door.perform(askForSleepover, stranger?.carer ?? given.hub.carer, input)).rejects.toThrow(
      NotFound,
    )
    const unknown = request(['00000000-0000-4000-8000-000000000000'], given.hub.household)
    await expect(door.perform(askForSleepover, given.home.carer, unknown)).rejects.toThrow(NotFound)
  })

  test('a brother asked for alone needs a reason and his word, or his social worker’s yes', async () => {
    const alone = request([given.brother], given.hub.household, { views: {} })
    const check = await door.look(sleepoverCheck, given.home.carer, alone)
    expect(check.findings.find(({ key }) => key === '9')?.level).toBe('yes')
    const told = { ...alone, splitReason: 'Ada is at a camp', views: { [given.brother]: 'That is fine' } }
    const again = await door.look(sleepoverCheck, given.home.carer, told)
    expect(again.findings.find(({ key }) => key === '9')?.level).toBe('know')
  })

  test.each([
    [{ until: '2026-11-26' }, 'until', /must be after/],
    [{ from: '2026-11-20', until: '2026-11-21' }, 'from', /in the future/],
    [{ until: '2026-11-27', untilTime: '21:00' }, 'until', /at least one night/],
    [{ from: '2028-11-27', until: '2028-11-29' }, 'from', /one year ahead/],
  ])('days that cannot be are refused at the field: %j', async (change, field, says) => {
    const input = request([given.brother, given.sister], given.hub.household, change)
    const no = await refusal(door.perform(askForSleepover, given.home.carer, input))
    expect(no.field).toBe(field)
    expect(no.message).toMatch(says)
  })
})

describe('answering', () => {
  test('the host accepts; the home and the workers are told; nobody else may answer', async () => {
    const stay = await givenRequest(door, given)
    await expect(door.perform(acceptSleepover, given.home.carer, { stay })).rejects.toThrow(Forbidden)
    await door.perform(acceptSleepover, given.hub.carer, { stay })
    expect((await door.look(sleepover, given.worker, { stay })).status).toBe('accepted')
    await expect(door.perform(acceptSleepover, given.hub.carer, { stay })).rejects.toThrow(
      /already been answered/,
    )
  })

  test('a declined request frees the beds and is an unmet need', async () => {
    const stay = await givenRequest(door, given)
    await door.perform(declineSleepover, given.hub.carer, { stay, reason: 'We are ill' })
    const [need] = await door.look(unmetNeeds, given.home.carer, {})
    expect(need).toMatchObject({ outcome: 'declined', reason: 'We are ill', number: 2 })
    expect(await givenRequest(door, given)).not.toBe(stay)
  })

  test('what needs a yes waits for the right named person, who is not the one who asked', async () => {
    const lead = given.callers.programmeLead
    await door.perform(recordCheck, lead, {
      household: given.hub.household,
      kind: 'dbs',
      expiresOn: '2026-11-20',
    })
    const stay = await givenRequest(door, given)
    await expect(door.perform(acceptSleepover, given.hub.carer, { stay })).rejects.toThrow(
      /still needs a yes/,
    )
    const yes = { stay, finding: '11:dbs', reason: 'Renewal is in hand', until: '2026-12-01' }
    await expect(door.perform(giveYes, given.worker, yes)).rejects.toThrow(/fostering manager/)
    await expect(door.perform(giveYes, given.home.carer, yes)).rejects.toThrow(Forbidden)
    const early = { ...yes, until: '2026-11-24' }
    expect((await refusal(door.perform(giveYes, given.callers.fosteringManager, early))).field).toBe('until')
    await door.perform(giveYes, given.callers.fosteringManager, yes)
    await door.perform(acceptSleepover, given.hub.carer, { stay })
    const shown = await door.look(sleepover, given.hub.carer, { stay })
    expect(shown.yeses).toMatchObject([{ finding: '11:dbs', role: 'fostering_manager', until: '2026-12-01' }])
  })

  test('cancelled, its beds are free again', async () => {
    const stay = await givenAccepted(door, given)
    await door.perform(cancelSleepover, given.home.carer, { stay, reason: 'Plans changed' })
    const { nights } = await door.look(nightsFree, given.home.carer, {
      host: given.hub.household,
      from: '2026-11-27',
      nights: 1,
    })
    expect(nights[0]?.words).toBe('2 beds')
  })
})

describe('the stay itself', () => {
  test('card read, packed, arrived, back home: the host sees the children only until then', async () => {
    const stay = await givenAccepted(door, given)
    const before = await door.look(sleepover, given.hub.carer, { stay })
    expect(before.names).toEqual(['Ada', 'Kit'])
    await door.perform(readCard, given.hub.carer, { stay, child: given.brother })
    await door.perform(packItems, given.home.carer, { stay, items: before.items.map(({ id }) => id) })
    now = new Date('2026-11-27T17:10:00Z')
    await door.perform(recordArrival, given.hub.carer, { stay, on: '2026-11-27', at: '17:05' })
    expect((await door.look(sleepover, given.home.carer, { stay })).names).toEqual(['Ada', 'Kit'])
    now = new Date('2026-11-29T16:30:00Z')
    await door.perform(recordReturn, given.home.carer, { stay, on: '2026-11-29', at: '16:00' })
    const after = await door.look(sleepover, given.hub.carer, { stay })
    expect(after.status).toBe('returned')
    expect(after.names).toEqual([])
    expect((await door.look(sleepover, given.home.carer, { stay })).names).toEqual(['Ada', 'Kit'])
  })

  test('an arrival with a card unread asks why, is recorded, and is looked into', async () => {
    const stay = await givenAccepted(door, given)
    now = new Date('2026-11-27T17:10:00Z')
    const arrival = { stay, on: '2026-11-27', at: '17:05' }
    expect((await refusal(door.perform(recordArrival, given.hub.carer, arrival))).field).toBe('unreadReason')
    await door.perform(recordArrival, given.hub.carer, { ...arrival, unreadReason: 'They came early' })
    const { rows } = await database.owner.query(
      'select says, for_person from task where about_id = $1 and kind = $2',
      [stay, 'look into arrival'],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].for_person).toBe(given.callers.liaisonWorker.person)
  })

  test('children who come a day or more before their time need those nights too, in a bed of their own', async () => {
    const { home, hub, brother, sister } = given
    const stay = await givenAccepted(door, given)
    await door.perform(readCard, hub.carer, { stay, child: brother })
    now = new Date('2026-11-26T18:00:00Z')
    const arrived = (of: string) =>
      door.perform(recordArrival, hub.carer, { stay: of, on: '2026-11-26', at: '17:30' })
    const no = await refusal(arrived(stay))
    expect([no.field, no.message]).toEqual(['on', expect.stringMatching(/Ask for that time too/)])

    now = new Date('2026-11-26T17:30:00Z')
    const { stay: before } = await door.perform(askInEmergency, home.carer, {
      children: [brother, sister],
      host: hub.household,
      happened: 'carer_ill',
      until: '2026-11-27',
    })
    await door.perform(acceptSleepover, hub.carer, { stay: before })
    await door.perform(readCard, hub.carer, { stay: before, child: brother })
    await arrived(before)
    now = new Date('2026-11-27T16:30:00Z')
    await door.perform(recordReturn, home.carer, { stay: before, on: '2026-11-27', at: '16:00' })
    // Some hours before their time is early, and no more.
    await door.perform(recordArrival, hub.carer, { stay, on: '2026-11-27', at: '16:20' })
    expect((await verify(database.owner, now, { chain: true })).breaches).toEqual([])
  })

  test('a return before the arrival, or without one, is a sentence', async () => {
    const stay = await givenAccepted(door, given)
    now = new Date('2026-11-28T12:00:00Z')
    await expect(
      door.perform(recordReturn, given.home.carer, { stay, on: '2026-11-28', at: '11:00' }),
    ).rejects.toThrow(/arrival first/)
    await door.perform(readCard, given.hub.carer, { stay, child: given.brother })
    await door.perform(recordArrival, given.hub.carer, { stay, on: '2026-11-27', at: '17:00' })
    await expect(
      door.perform(recordReturn, given.home.carer, { stay, on: '2026-11-27', at: '16:00' }),
    ).rejects.toThrow(/before they arrived/)
  })
})

describe('consent withdrawn', () => {
  const withdrawal = () => ({
    child: given.brother,
    item: 'overnight_stay',
    from: '2026-11-27',
    reason: 'A safeguarding worry',
  })

  test('cancels the stays to come in the same breath and tells everyone', async () => {
    const stay = await givenAccepted(door, given)
    now = new Date('2026-11-27T12:00:00Z')
    const { cancelled } = await door.perform(withdrawConsent, given.worker, withdrawal())
    expect(cancelled).toEqual([stay])
    expect((await door.look(sleepover, given.home.carer, { stay })).status).toBe('cancelled')
    const { rows } = await database.owner.query(
      'select to_person from message where about_id = $1 and subject = $2',
      [stay, 'A sleepover is cancelled'],
    )
    expect(rows.map((row) => row.to_person)).toEqual(
      expect.arrayContaining([given.home.carer.person, given.hub.carer.person]),
    )
  })

  test('with the child there already the duty team is called, and the truth stands', async () => {
    const stay = await givenAccepted(door, given)
    await door.perform(readCard, given.hub.carer, { stay, child: given.brother })
    now = new Date('2026-11-27T18:00:00Z')
    await door.perform(recordArrival, given.hub.carer, { stay, on: '2026-11-27', at: '17:00' })
    await door.perform(withdrawConsent, given.worker, withdrawal())
    expect((await door.look(sleepover, given.home.carer, { stay })).status).toBe('arrived')
    const { rows } = await database.owner.query(
      'select for_role from task where about_id = $1 and kind = $2',
      [stay, 'stay without consent'],
    )
    expect(rows).toEqual([{ for_role: 'duty_worker' }])
  })
})

describe('who may see what', () => {
  test('a carer of the constellation sees neither the stay nor the nights of its children', async () => {
    const stay = await givenAccepted(door, given)
    const other = given.satellites[2]?.carer ?? given.hub.carer
    await expect(door.look(sleepover, other, { stay })).rejects.toThrow(NotFound)
    expect(
      JSON.stringify(await door.look(nightsFree, other, { host: given.hub.household, from: '2026-11-27' })),
    ).not.toContain('Kit')
  })

  test('a carer who left the home sees nothing of it from that day on', async () => {
    const stay = await givenAccepted(door, given)
    const second = await givenHome(door, given)
    expect(second.household).not.toBe(given.hub.household)
    await door.perform(endCarer, given.callers.programmeLead, {
      household: given.hub.household,
      person: given.hub.carer.person,
      from: '2026-11-22',
    })
    await expect(door.look(sleepover, given.hub.carer, { stay })).rejects.toThrow(NotFound)
  })
})

test('a child whose record begins during the stay is not forgotten', async () => {
  const lead = given.callers.programmeLead
  const other = await givenChild(door, lead, { household: given.hub.household, firstName: 'Bram' })
  await door.perform(orderApart, lead, {
    child: given.brother,
    other,
    orderedBy: 'court',
    from: '2026-01-05',
    reason: 'See the file',
  })
  await database.owner.query(
    "update child_detail set during = daterange('2026-11-28', null) where child_id = $1 and superseded_at is null",
    [other],
  )
  const check = await door.look(
    sleepoverCheck,
    given.home.carer,
    request([given.brother, given.sister], given.hub.household),
  )
  expect(check.findings.filter(({ level }) => level === 'stop').map(({ rule }) => rule)).toContain('8')
})
