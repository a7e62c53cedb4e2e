import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { auditRows, givenChild, givenConsent } from '../../tests/given/children.ts'
import {
  emergency,
  type GivenNight,
  givenBrother,
  givenHeld,
  givenNight,
  NIGHT,
} from '../../tests/given/emergency.ts'
import { givenHome } from '../../tests/given/households.ts'
import { givenPerson, personOf } from '../../tests/given/service.ts'
import { testPattern } from '../../tests/harness/database.ts'
import { assignChildWorker } from '../children/assign-child-worker.ts'
import { changeCareCard } from '../children/change-care-card.ts'
import { endPlacement } from '../children/end-placement.ts'
import { orderApart } from '../children/order-apart.ts'
import { openDoor } from '../door.ts'
import { addBed } from '../households/add-bed.ts'
import { changeHousehold } from '../households/change-household.ts'
import { closeNights } from '../households/close-nights.ts'
import { recordApproval } from '../households/record-approval.ts'
import { recordCheck } from '../households/record-check.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { Forbidden, NotFound, Refusal } from '../platform/refusals.ts'
import { momentAt } from '../values/london.ts'
import { nightsOf } from '../values/nights.ts'
import { acceptSleepover } from './accept-sleepover.ts'
import { answerByPhone } from './answer-by-phone.ts'
import { askInEmergency } from './ask-in-emergency.ts'
import { callDuty } from './call-duty.ts'
import { cancelSleepover } from './cancel-sleepover.ts'
import { confirmEmergency } from './confirm-emergency.ts'
import { emergencyHomes } from './emergency-homes.ts'
import { extendSleepover } from './extend-sleepover.ts'
import { sleepover, unmetNeeds } from './lists.ts'
import { moveSleepover } from './move-sleepover.ts'
import { recordArrival } from './record-arrival.ts'
import { recordReturn } from './record-return.ts'
import { heldStay, whomToRing } from './whom-to-ring.ts'
import { withdrawConsent } from './withdraw-consent.ts'

let database: Database
let door: Door
let given: GivenNight
let now: Date

let pattern: Awaited<ReturnType<typeof testPattern>>

beforeAll(async () => {
  pattern = await testPattern(async (empty) => {
    given = await givenNight(
      empty,
      openDoor(empty.app, () => new Date('2026-11-20T10:00:00Z')),
    )
  })
})
afterAll(() => pattern?.close())
beforeEach(async () => {
  database = await pattern.copy()
  door = openDoor(database.app, () => now)
  now = NIGHT
})
afterEach(() => database.close())

const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
  const no = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(no instanceof Refusal)) throw new Error(`Not refused: ${no}`)
  return no
}

const homes = (more: object = {}, as: Caller = given.home.carer) =>
  door.look(emergencyHomes, as, { children: [given.boy], happened: 'not_safe', ...more })
const names = (found: { name: string }[]) => found.map(({ name }) => name)
const show = (stay: string, as: Caller = given.home.carer) => door.look(sleepover, as, { stay })

const rowsOf = async <Row>(sql: string, values: unknown[]): Promise<Row[]> =>
  (await database.owner.query(sql, values)).rows as Row[]
const tasksOf = (about: string) =>
  rowsOf<{ kind: string; due: Date; for: string; open: boolean }>(
    `select kind, due_at as due, coalesce(for_person::text, for_role) as "for", done_at is null as open from task where about_id = $1 order by kind, 3`,
    [about],
  )
const toldOf = async (about: string) =>
  (
    await rowsOf<{ to: string }>('select distinct to_person as "to" from message where about_id = $1', [
      about,
    ])
  ).map(({ to }) => to)
const withdraw = () =>
  door.perform(withdrawConsent, given.worker, {
    child: given.boy,
    item: 'overnight_stay',
    from: '2026-11-20',
    reason: 'To be asked each time',
  })

describe('the homes offered', () => {
  test('the own constellation comes first, then a neighbouring one, then the service, each with its reasons', async () => {
    const { offered, cannot, more, to } = await homes()
    expect(names(offered)).toEqual(['Weir House', 'Dunlin House', 'Long Acre'])
    expect(offered.map(({ reasons }) => reasons[0])).toEqual([
      'In your constellation',
      'In a neighbouring constellation: the hub home',
      'Another approved home of the service',
    ])
    expect(offered[0]?.reasons).toContain('0.8 miles away')
    expect(offered[0]).toMatchObject({ beds: 1, byVoice: [] })
    expect(names(cannot)).toContain('Hazel House')
    expect(more).toBe(false)
    expect(to.toISOString()).toBe('2026-11-22T16:00:00.000Z')
  })

  test('the hub cannot, for a child he must not meet, though beds, limit and terms pass; nobody is named', async () => {
    const seen = await homes()
    const hub = seen.cannot.find(({ name }) => name === 'Hazel House')
    expect(hub?.why).toEqual(['Bram must not be with a child who will be there.'])
    expect(JSON.stringify(seen)).not.toMatch(/Isla/)
    expect(JSON.stringify(seen)).not.toContain(given.girl)
  })

  test('beyond the constellation only those that can are named: a no there may say where somebody is', async () => {
    const lead = given.callers.programmeLead
    const other = { household: given.lone.household, firstName: 'Orla', dob: '2014-01-01', sex: 'F' } as const
    const orla = await givenChild(door, lead, { ...other, worker: given.worker })
    const apart = { child: given.boy, other: orla, orderedBy: 'court', from: '2026-01-01' }
    await door.perform(orderApart, given.worker, apart)
    const { offered, cannot, beyond } = await homes()
    expect(names(offered)).toEqual(['Weir House', 'Dunlin House'])
    expect(names(cannot)).not.toContain('Long Acre')
    expect(beyond).toBe(1)
    const no = await refusal(
      door.perform(askInEmergency, given.home.carer, emergency([given.boy], given.lone.household)),
    )
    expect(no.message).toBe('That home cannot take them any more. Nothing was sent. Choose another')
    expect(no.detail).toEqual({})
    // The need is kept, in words that say no more.
    const needs = await door.look(unmetNeeds, given.home.carer, {})
    expect(needs).toMatchObject([
      { outcome: 'stopped', reason: 'A home outside the constellation could not take them' },
    ])
  })

  test('beyond the constellation advice that he must not meet a child who is there counts as a no', async () => {
    const lead = given.callers.programmeLead
    const other = { household: given.lone.household, firstName: 'Orla', dob: '2014-01-01', sex: 'F' } as const
    const orla = await givenChild(door, lead, { ...other, worker: given.worker })
    const apart = { child: given.boy, other: orla, orderedBy: 'advisory', from: '2026-01-01' }
    await door.perform(orderApart, given.worker, apart)
    const seen = await homes()
    expect(names(seen.offered)).toEqual(['Weir House', 'Dunlin House'])
    expect(seen.beyond).toBe(1)
    expect(JSON.stringify(seen)).not.toContain('Long Acre')
    const no = await refusal(
      door.perform(askInEmergency, given.home.carer, emergency([given.boy], given.lone.household)),
    )
    expect([no.message, no.detail]).toEqual([
      'That home cannot take them any more. Nothing was sent. Choose another',
      {},
    ])
    expect(await door.look(unmetNeeds, given.home.carer, {})).toMatchObject([{ outcome: 'stopped' }])
  })

  test('closed, unapproved, full and far homes are not offered', async () => {
    const lead = given.callers.programmeLead
    const closed = {
      household: given.weir.household,
      from: '2026-11-21',
      until: '2026-11-22',
      reason: 'Away',
    }
    now = new Date('2026-11-20T10:00:00Z')
    await door.perform(closeNights, given.weir.carer, closed)
    await door.perform(recordApproval, lead, {
      household: given.lone.household,
      places: 3,
      ageMin: 0,
      ageMax: 17,
      sex: 'any',
      from: '2020-01-06',
      lastDay: '2026-11-01',
    })
    now = NIGHT
    const { offered, cannot } = await homes()
    expect(names(offered)).toEqual(['Dunlin House'])
    expect(cannot.find(({ name }) => name === 'Weir House')?.why[0]).toMatch(
      /^Weir House is closed on Sat 21 Nov/,
    )
    expect(cannot.find(({ name }) => name === 'Millbrook')?.why[0]).toMatch(/^No bed is free/)
  })

  test('where enough of the own constellation can, no other home is looked at unless it is asked for', async () => {
    for (const { household } of given.others) {
      await door.perform(addBed, given.callers.programmeLead, {
        household,
        room: 'Attic',
        name: 'Bed',
        from: '2020-01-06',
      })
    }
    const near = await homes()
    expect(names(near.offered)).toEqual(['Weir House', 'Ashdene', 'Fernley', 'Millbrook', 'Oakhurst'])
    expect(near.more).toBe(true)
    const farther = await homes({ farther: 'yes' })
    expect(names(farther.offered)).toEqual(expect.arrayContaining(['Dunlin House', 'Long Acre']))
    expect(farther.more).toBe(false)
  })

  test('a home that speaks the child’s language comes before a nearer one', async () => {
    const lead = given.callers.programmeLead
    await door.perform(changeCareCard, given.worker, {
      child: given.boy,
      from: '2026-01-01',
      language: 'Welsh at home',
      faith: 'Quaker',
      allergies: [],
      medication: [],
      contacts: [],
    })
    const welsh = await givenHome(door, given, { name: 'Zinnia House', postcode: 'GL2 0FD' })
    const about = {
      household: welsh.household,
      name: 'Zinnia House',
      kind: 'mainstream',
      postcode: 'GL2 0FD',
    }
    const knows = { languages: ['Welsh'], cultures: ['Quaker'], from: '2026-01-01' }
    await door.perform(changeHousehold, lead, { ...about, ...knows })
    const { offered } = await homes()
    expect(names(offered)).toEqual(['Weir House', 'Dunlin House', 'Zinnia House', 'Long Acre'])
    expect(offered[2]?.reasons).toEqual(
      expect.arrayContaining(['They speak Welsh, as Bram does', 'Quaker, as on Bram’s card']),
    )
  })

  test('a home that knows the child, and how much it hosted, are told', async () => {
    const stay = await givenHeld(door, given)
    await door.perform(answerByPhone, given.home.carer, {
      stay,
      answer: 'yes',
      saidBy: personOf(given.weir.carer),
    })
    now = new Date('2026-11-22T18:00:00Z')
    const arrived = { stay, on: '2026-11-22', at: '02:40', unreadReason: 'It was night' }
    await door.perform(recordArrival, given.weir.carer, { ...arrived })
    await door.perform(recordReturn, given.home.carer, { stay, on: '2026-11-22', at: '15:50' })
    const { offered } = await homes()
    expect(offered.find(({ name }) => name === 'Weir House')?.reasons).toEqual(
      expect.arrayContaining(['Bram has stayed there before', 'Hosted 1 child-night in the last four weeks']),
    )
  })

  test('they are shown to those who may ask for the children, each look leaves a trace, and to nobody else', async () => {
    await homes()
    expect(await auditRows(database, 'emergency-homes', 'seen', given.boy)).toBe(1)
    for (const as of [given.worker, given.callers.dutyWorker, given.callers.liaisonWorker]) {
      expect(names((await homes({}, as)).offered)).toContain('Weir House')
    }
    for (const as of [given.lone.carer, given.weir.carer])
      await expect(homes({}, as)).rejects.toThrow(NotFound)
    await expect(homes({}, given.callers.inspector)).rejects.toThrow(Forbidden)
  })

  test('the hub and the duty line to ring are the asker’s own', async () => {
    const { hub, dutyPhone } = await door.look(whomToRing, given.home.carer, {})
    expect([hub?.name, dutyPhone]).toEqual(['Hazel House', '01632 960 111'])
    expect((await door.look(whomToRing, given.callers.dutyWorker, {})).hub).toBeNull()
  })
})

describe('holding a bed', () => {
  test('holds it from now for one night, and tells everybody who must know', async () => {
    const stay = await givenHeld(door, given)
    const shown = await show(stay)
    expect(shown).toMatchObject({
      kind: 'emergency',
      status: 'requested',
      why: 'not_safe',
      hostName: 'Weir House',
    })
    expect(shown.from).toEqual(NIGHT)
    expect(shown.children[0]?.bed).toBe('Bed 1')
    const { callers } = given
    expect((await toldOf(stay)).toSorted()).toEqual(
      [
        personOf(callers.dutyWorker),
        personOf(callers.childSocialWorker),
        personOf(callers.supervisingSocialWorker),
        personOf(callers.liaisonWorker),
        personOf(given.weir.carer),
      ].toSorted(),
    )
    const said = await rowsOf<{ says: string }>(
      `select subject || body as says from message where about_id = $1`,
      [stay],
    )
    expect(JSON.stringify(said)).not.toMatch(/Bram/)
    const tasks = (await tasksOf(stay)).filter(({ kind }) => kind === 'confirm emergency')
    expect(tasks.map((task) => task.for).toSorted()).toEqual(
      [personOf(callers.childSocialWorker), personOf(callers.liaisonWorker)].toSorted(),
    )
    expect(tasks[0]?.due.toISOString()).toBe('2026-11-23T07:00:00.000Z')
  })

  test('where the child has no social worker and the host no liaison worker the duty manager confirms', async () => {
    now = new Date('2026-11-20T10:00:00Z')
    const lead = given.callers.programmeLead
    const lonely = await givenChild(door, lead, { household: given.home.household, firstName: 'Una' })
    await givenConsent(door, given.callers.teamManager, lonely)
    now = NIGHT
    const { stay } = await door.perform(
      askInEmergency,
      given.home.carer,
      emergency([lonely], given.lone.household),
    )
    const tasks = (await tasksOf(stay)).filter(({ kind }) => kind === 'confirm emergency')
    expect(tasks.map((task) => task.for)).toEqual(['duty_manager'])
  })

  test('the same form sent twice by a phone is one booking, whenever it comes', async () => {
    const stay = await givenHeld(door, given)
    now = new Date(NIGHT.getTime() + 4_000)
    expect(await givenHeld(door, given)).toBe(stay)
    const both = await Promise.all([givenHeld(door, given), givenHeld(door, given)])
    expect(both).toEqual([stay, stay])
    const tasks = (await tasksOf(stay)).filter(({ kind }) => kind === 'confirm emergency')
    expect(tasks).toHaveLength(2)
    expect(await door.look(unmetNeeds, given.home.carer, {})).toEqual([])
  })

  test('two at the same moment are one booking', async () => {
    const [a, b] = await Promise.all([givenHeld(door, given), givenHeld(door, given)])
    expect(a).toBe(b)
  })

  test('a second emergency for one child is a sentence that leads to the first', async () => {
    const stay = await givenHeld(door, given)
    const again = emergency([given.boy], given.nearHub.household)
    const no = await refusal(door.perform(askInEmergency, given.callers.dutyWorker, again))
    expect(no.message).toContain('There is an emergency sleepover for one of these children already')
    expect(no.detail).toEqual({ held: stay })
    expect((await homes({}, given.worker)).held).toMatchObject([{ stay, kind: 'emergency', waits: true }])
    const brother = await givenBrother(door, given)
    const both = emergency([given.boy, brother], given.nearHub.household)
    expect((await refusal(door.perform(askInEmergency, given.home.carer, both))).detail).toEqual({
      held: stay,
    })
  })

  test('another home is not held until what the first one answered is said', async () => {
    const stay = await givenHeld(door, given)
    const other = emergency([given.boy], given.nearHub.household)
    const no = await refusal(door.perform(askInEmergency, given.home.carer, other))
    expect(no.message).toBe('A bed is held at Weir House already. Say first what they answered')
    expect(no.detail).toEqual({ held: stay })
    await door.perform(answerByPhone, given.home.carer, { stay, answer: 'no_answer' })
    expect((await door.perform(askInEmergency, given.home.carer, other)).stay).not.toBe(stay)
  })

  test('a child who is at another home is moved from there', async () => {
    now = new Date('2026-11-21T18:00:00Z')
    const there = { stay: given.inBedOne, on: '2026-11-21', at: '17:10', unreadReason: 'It was a rush' }
    await door.perform(recordArrival, given.hub.carer, there)
    now = NIGHT
    const carer = given.others[0]?.carer as Caller
    const ask = emergency([given.girl], given.weir.household)
    const no = await refusal(door.perform(askInEmergency, carer, ask))
    expect(no.message).toBe(
      'One of these children is at another home now. Move them instead, or ring the duty line, 01632 960 111',
    )
    expect(no.detail).toEqual({ held: given.inBedOne })
    expect((await homes({ children: [given.girl] }, carer)).held).toMatchObject([
      { stay: given.inBedOne, there: true, waits: false },
    ])
  })

  test('a child who has left the service is a sentence, and for their carer is not found', async () => {
    await door.perform(endPlacement, given.callers.programmeLead, { child: given.boy, from: '2026-11-22' })
    const ask = emergency([given.boy], given.weir.household)
    const no = await refusal(door.perform(askInEmergency, given.callers.dutyWorker, ask))
    expect(no.message).toContain('does not live at a home of this service any more')
    expect(no.field).toBe('children')
    await refusal(door.perform(callDuty, given.callers.dutyWorker, { children: [given.boy] }))
    await refusal(homes({}, given.callers.dutyWorker))
    await expect(door.perform(askInEmergency, given.home.carer, ask)).rejects.toThrow(NotFound)
  })

  test('what stops it is told, and kept as a need', async () => {
    const no = await refusal(
      door.perform(askInEmergency, given.home.carer, emergency([given.boy], given.hub.household)),
    )
    expect(JSON.stringify(no.detail)).toContain('must not be with a child who will be there')
    expect(await door.look(unmetNeeds, given.home.carer, {})).toMatchObject([{ outcome: 'stopped' }])
  })

  test('a host who asks is agreed at once', async () => {
    await database.owner.query(
      `insert into household_carer (id, service_id, household_id, person_id, during) values (gen_random_uuid(), $1, $2, $3, '[2020-01-01,)')`,
      [given.service, given.weir.household, personOf(given.callers.dutyWorker)],
    )
    const { stay } = await door.perform(
      askInEmergency,
      given.callers.dutyWorker,
      emergency([given.boy], given.weir.household),
    )
    expect(await show(stay)).toMatchObject({ status: 'accepted', agreedBy: 'Corin Vale' })
  })

  test('another day to go home may be chosen; what cannot be says so at the field', async () => {
    const stay = await givenHeld(door, given, { until: '2026-11-24', untilTime: '9am' })
    expect((await show(stay)).to.toISOString()).toBe('2026-11-24T09:00:00.000Z')
    const past = emergency([given.girl], given.weir.household, { until: '2026-11-21' })
    expect((await refusal(door.perform(askInEmergency, given.others[0]?.carer as Caller, past))).field).toBe(
      'until',
    )
    expect((await refusal(homes({ until: '2027-01-01' }))).field).toBe('until')
  })

  test.each([
    ['2026-03-29 00:30', '2026-03-28', '2026-03-29T15:00:00.000Z', '2026-03-30T06:00:00.000Z'],
    ['2026-10-25 01:30', '2026-10-24', '2026-10-25T16:00:00.000Z', '2026-10-26T07:00:00.000Z'],
  ])('at %s, when the clocks change, it is one night and confirmed at seven', async (at, night, to, due) => {
    now = momentAt(at.slice(0, 10), at.slice(11))
    const stay = await givenHeld(door, given)
    const shown = await show(stay)
    expect(shown.to.toISOString()).toBe(to)
    expect(nightsOf(shown)).toEqual([night])
    expect((await tasksOf(stay)).find(({ kind }) => kind === 'confirm emergency')?.due.toISOString()).toBe(
      due,
    )
  })
})

describe('a yes by voice', () => {
  const spoken = {
    reason: 'He broke a window and cannot stay',
    authorisedBy: 'Bea Thornhill',
    authorisedRole: 'duty_manager',
    authorisedAt: '02:01',
    supervisionPlan: 'An adult is up all night',
  }
  const agree = (stay: string) =>
    door.perform(answerByPhone, given.home.carer, { stay, answer: 'yes', saidBy: personOf(given.weir.carer) })
  beforeEach(withdraw)

  test('settles what is of level E until the next working day, so that the host can say yes at once', async () => {
    expect((await homes()).offered[0]).toMatchObject({
      name: 'Weir House',
      byVoice: [expect.stringMatching(/^10:/)],
    })
    const stay = await givenHeld(door, given, spoken)
    const { acceptances, waiting } = await show(stay)
    expect(acceptances).toMatchObject([
      {
        by: 'Bea Thornhill',
        role: 'duty_manager',
        reason: spoken.reason,
        plan: spoken.supervisionPlan,
        until: '2026-11-23',
      },
    ])
    expect(new Date(acceptances[0]?.at ?? '')).toEqual(new Date('2026-11-22T02:01:00Z'))
    expect(waiting).toBe(0)
    await agree(stay)
    expect((await show(stay)).status).toBe('accepted')
  })

  test('left out, the bed is held and the yes is asked for as usual', async () => {
    const stay = await givenHeld(door, given, { reason: 'Prefilled', authorisedAt: '02:07' })
    expect(await show(stay)).toMatchObject({ status: 'requested', waiting: 1, acceptances: [] })
    const no = await refusal(agree(stay))
    expect(no.message).toContain('still needs a yes')
  })

  test.each([
    ['authorisedBy', 'Enter who allowed it'],
    ['authorisedRole', 'Choose their role'],
    ['supervisionPlan', 'Enter how everybody is kept safe'],
    ['reason', 'Enter why it must be now'],
  ])('half of it is asked again at the field: %s', async (field, message) => {
    const no = await refusal(givenHeld(door, given, { ...spoken, [field]: '' }))
    expect([no.field, no.message]).toEqual([field, message])
    expect((await homes()).held).toEqual([])
  })

  test('nobody allows what they ask for themselves, nor in a role that may not', async () => {
    const [{ name = '' } = {}] = await rowsOf<{ name: string }>('select name from person where id = $1', [
      personOf(given.home.carer),
    ])
    const self = await refusal(givenHeld(door, given, { ...spoken, authorisedBy: name.toUpperCase() }))
    expect(self.field).toBe('authorisedBy')
    // Terms of approval are the out-of-hours manager's alone.
    await door.perform(recordApproval, given.callers.programmeLead, {
      household: given.weir.household,
      places: 3,
      ageMin: 0,
      ageMax: 10,
      sex: 'any',
      from: '2020-01-06',
    })
    const stay = await givenHeld(door, given, { ...spoken, authorisedRole: 'duty_worker' })
    expect((await show(stay)).acceptances).toHaveLength(1)
    expect((await show(stay)).waiting).toBe(1)
  })

  test('a role that may allow nothing of it is asked again', async () => {
    await door.perform(recordCheck, given.callers.programmeLead, {
      household: given.weir.household,
      kind: 'dbs',
      expiresOn: '2026-01-01',
      from: '2020-01-06',
    })
    await givenConsent(door, given.worker, given.boy, { from: '2026-11-21' })
    const no = await refusal(givenHeld(door, given, spoken))
    expect(no.field).toBe('authorisedRole')
    const { offered } = await homes()
    expect(names(offered).at(-1)).toBe('Weir House')
  })

  test('it runs out with the next working day, unless the emergency is confirmed', async () => {
    const stay = await givenHeld(door, given, { ...spoken, until: '2026-11-26' })
    now = new Date('2026-11-24T09:00:00Z')
    expect((await refusal(agree(stay))).message).toContain('still needs a yes')
    await door.perform(confirmEmergency, given.worker, { stay, note: 'I saw him; it is right' })
    await agree(stay)
    expect((await show(stay)).status).toBe('accepted')
  })
})

describe('the answer on the phone', () => {
  test('whom to ring and who could say yes are shown to whoever asked, beyond the constellation too', async () => {
    const { stay } = await door.perform(
      askInEmergency,
      given.home.carer,
      emergency([given.boy], given.lone.household),
    )
    const held = await door.look(heldStay, given.home.carer, { stay })
    expect(held).toMatchObject({ name: 'Long Acre', carers: [{ name: 'Carer of Long Acre' }] })
    await expect(door.look(heldStay, given.far.carer, { stay })).rejects.toThrow(NotFound)
    const planned = { stay: given.inBedOne }
    await expect(door.look(heldStay, given.hub.carer, planned)).rejects.toThrow(NotFound)
  })

  test('yes, with who said so', async () => {
    const stay = await givenHeld(door, given)
    const yes = { stay, answer: 'yes' }
    expect((await refusal(door.perform(answerByPhone, given.home.carer, yes))).field).toBe('saidBy')
    const stranger = { ...yes, saidBy: personOf(given.far.carer) }
    expect((await refusal(door.perform(answerByPhone, given.home.carer, stranger))).field).toBe('saidBy')
    await door.perform(answerByPhone, given.home.carer, { ...yes, saidBy: personOf(given.weir.carer) })
    expect(await show(stay)).toMatchObject({ status: 'accepted', agreedBy: 'Carer of Weir House' })
    const late = await refusal(door.perform(answerByPhone, given.home.carer, { stay, answer: 'no_answer' }))
    expect(late.message).toContain('answered already')
  })

  test.each([
    ['declined', 'They said no.'],
    ['no_answer', 'They did not answer.'],
  ])('%s lets go of the bed, keeps the need, and the list goes on without that home', async (answer, why) => {
    const stay = await givenHeld(door, given)
    await door.perform(answerByPhone, given.home.carer, { stay, answer })
    expect((await show(stay)).status).toBe('declined')
    expect(await door.look(unmetNeeds, given.home.carer, {})).toMatchObject([{ outcome: answer }])
    expect((await tasksOf(stay)).filter(({ open }) => open)).toEqual([])
    const { offered, cannot } = await homes()
    expect(names(offered)).toEqual(['Dunlin House', 'Long Acre'])
    expect(cannot.find(({ name }) => name === 'Weir House')?.why).toEqual([why])
    const next = emergency([given.boy], given.nearHub.household)
    expect((await door.perform(askInEmergency, given.home.carer, next)).stay).not.toBe(stay)
  })

  test('why a home beyond the constellation cannot any more is not told to whoever rang it', async () => {
    const { stay } = await door.perform(
      askInEmergency,
      given.home.carer,
      emergency([given.boy], given.lone.household),
    )
    const lead = given.callers.programmeLead
    const other = { household: given.lone.household, firstName: 'Orla', dob: '2014-01-01', sex: 'F' } as const
    const orla = await givenChild(door, lead, { ...other, worker: given.worker })
    const apart = { child: given.boy, other: orla, orderedBy: 'court', from: '2026-01-01' }
    await door.perform(orderApart, given.worker, apart)
    const yes = { stay, answer: 'yes', saidBy: personOf(given.lone.carer) }
    const no = await refusal(door.perform(answerByPhone, given.home.carer, yes))
    expect([no.message, no.detail]).toEqual([
      'That home cannot take them any more. Tell them, choose No, and choose another home',
      {},
    ])
    const told = await refusal(door.perform(answerByPhone, given.callers.dutyWorker, yes))
    expect(JSON.stringify(told.detail)).toContain('must not be with')
  })

  test('the host may answer itself, and a planned sleepover is only for the host to answer', async () => {
    const stay = await givenHeld(door, given)
    await door.perform(acceptSleepover, given.weir.carer, { stay })
    expect((await show(stay)).status).toBe('accepted')
    const planned = { stay: given.inBedOne, answer: 'yes', saidBy: personOf(given.hub.carer) }
    const no = await refusal(door.perform(answerByPhone, given.others[0]?.carer as Caller, planned))
    expect(no.message).toBe('The host answers this sleepover themselves')
  })
})

describe('after the night', () => {
  test('more nights are planned: the host answers itself, and what happened is why they are split', async () => {
    await givenBrother(door, given)
    const stay = await givenHeld(door, given)
    await door.perform(acceptSleepover, given.weir.carer, { stay })
    const longer = { stay, until: '2026-11-24', untilTime: '16:00' }
    const { stay: more } = await door.perform(extendSleepover, given.home.carer, longer)
    const shown = await show(more)
    expect(shown).toMatchObject({ kind: 'planned', status: 'requested', follows: stay })
    const split = shown.weighed[0]?.findings.find(({ rule }) => rule === '9')
    expect(split?.says).toContain('write down what each child says')
    expect(split?.says).not.toContain('say why')
    const { rows } = await database.owner.query('select split_reason from stay where id = $1', [more])
    expect(rows).toEqual([{ split_reason: 'Somebody here is not safe' }])
    const yes = { stay: more, answer: 'yes', saidBy: personOf(given.weir.carer) }
    const no = await refusal(door.perform(answerByPhone, given.home.carer, yes))
    expect(no.message).toBe('The host answers this sleepover themselves')
  })
})

test('moved before they came, it is the stay at the other home that is to be confirmed', async () => {
  const stay = await givenHeld(door, given)
  await door.perform(acceptSleepover, given.weir.carer, { stay })
  const { household: host, carer } = given.lone
  const agreedBy = personOf(carer)
  const asked = { stay, host, agreedBy, reason: 'The boiler is out' }
  const { moved } = await door.perform(moveSleepover, given.callers.dutyWorker, asked)
  expect(await show(moved)).toMatchObject({
    kind: 'emergency',
    status: 'accepted',
    agreedBy: 'Carer of Long Acre',
  })
  const open = async (of: string) => (await tasksOf(of)).filter((task) => task.open)
  expect(await open(stay)).toEqual([])
  expect(await open(moved)).toMatchObject([
    { kind: 'confirm emergency', due: new Date('2026-11-23T07:00:00Z') },
  ])
})

describe('nobody can take them', () => {
  test('the duty team is called: a task for now, messages, and the need kept; sent twice it is one call', async () => {
    const call = { children: [given.boy], happened: 'not_safe' }
    await door.perform(callDuty, given.home.carer, call)
    await door.perform(callDuty, given.home.carer, call)
    expect(await door.look(unmetNeeds, given.home.carer, {})).toMatchObject([
      { outcome: 'nobody', why: 'not_safe' },
    ])
    expect(await tasksOf(given.boy)).toMatchObject([{ for: 'duty_worker', due: NIGHT }])
    expect(await toldOf(given.boy)).toEqual(
      expect.arrayContaining([personOf(given.callers.dutyWorker), personOf(given.worker)]),
    )
    now = new Date(NIGHT.getTime() + 11 * 60_000)
    await door.perform(callDuty, given.home.carer, call)
    expect(await tasksOf(given.boy)).toHaveLength(2)
  })

  test('it never refuses for what was typed', async () => {
    await door.perform(callDuty, given.home.carer, { children: [given.boy], happened: 'a storm', until: 'x' })
    expect(await door.look(unmetNeeds, given.home.carer, {})).toMatchObject([{ why: 'other' }])
  })
})

describe('the next morning', () => {
  const note = 'Spoke to Bram; it was right'

  test('who answers for the child or the homes confirms it, which closes the task', async () => {
    const stay = await givenHeld(door, given)
    now = new Date('2026-11-23T07:00:00Z')
    await expect(door.perform(confirmEmergency, given.home.carer, { stay, note })).rejects.toThrow(Forbidden)
    await door.perform(confirmEmergency, given.worker, { stay, note })
    expect(await show(stay)).toMatchObject({ confirmedAt: now, confirmNote: note })
    expect((await tasksOf(stay)).filter(({ kind, open }) => kind === 'confirm emergency' && open)).toEqual([])
    const again = await refusal(door.perform(confirmEmergency, given.callers.liaisonWorker, { stay, note }))
    expect(again.message).toBe('This has been confirmed already')
  })

  test('one that is over by then is looked at all the same', async () => {
    const stay = await givenHeld(door, given)
    const yes = { stay, answer: 'yes', saidBy: personOf(given.weir.carer) }
    await door.perform(answerByPhone, given.home.carer, yes)
    now = new Date('2026-11-22T06:45:00Z')
    const arrival = { stay, on: '2026-11-22', at: '02:40', unreadReason: 'It was night' }
    await door.perform(recordArrival, given.weir.carer, arrival)
    await door.perform(recordReturn, given.home.carer, { stay, on: '2026-11-22', at: '06:30' })
    const open = async () =>
      (await tasksOf(stay)).filter((task) => task.kind === 'confirm emergency' && task.open)
    expect(await open()).toHaveLength(2)
    now = new Date('2026-11-23T07:00:00Z')
    await door.perform(confirmEmergency, given.callers.liaisonWorker, { stay, note })
    expect(await open()).toEqual([])
    expect(await show(stay)).toMatchObject({ status: 'returned', confirmedAt: now })
  })

  test('a planned one needs none, and one that came to nothing has nothing to confirm', async () => {
    const planned = await refusal(
      door.perform(confirmEmergency, given.worker, { stay: given.inBedOne, note }),
    )
    expect(planned.message).toContain('Only an emergency')
    const stay = await givenHeld(door, given)
    await door.perform(cancelSleepover, given.home.carer, { stay, reason: 'He calmed down' })
    expect((await tasksOf(stay)).filter(({ open }) => open)).toEqual([])
    const no = await refusal(door.perform(confirmEmergency, given.worker, { stay, note }))
    expect(no.message).toContain('did not come about')
  })

  test('nobody confirms what they asked for themselves, nor is asked to', async () => {
    const ask = emergency([given.boy], given.weir.household)
    const { stay } = await door.perform(askInEmergency, given.worker, ask)
    const tasks = (await tasksOf(stay)).filter(({ kind }) => kind === 'confirm emergency')
    expect(tasks.map((task) => task.for)).toEqual([personOf(given.callers.liaisonWorker)])
    const no = await refusal(door.perform(confirmEmergency, given.worker, { stay, note }))
    expect(no.message).toBe('You asked for this yourself, so somebody else must confirm it')
    await door.perform(confirmEmergency, given.callers.liaisonWorker, { stay, note })
    expect((await show(stay)).confirmNote).toBe(note)
  })

  test('the social worker of one of several children is not enough', async () => {
    const brother = await givenBrother(door, given)
    const his = await givenPerson(database, given.service, {
      name: 'Ines Calloway',
      kind: 'staff',
      email: 'his-worker@example.org',
      role: 'child_social_worker',
    })
    const about = { child: brother, person: personOf(his), from: '2026-01-01' }
    await door.perform(assignChildWorker, given.callers.programmeLead, about)
    const ask = emergency([given.boy, brother], given.nearHub.household)
    const { stay } = await door.perform(askInEmergency, given.home.carer, ask)
    expect((await tasksOf(stay)).map((task) => task.for)).not.toContain(personOf(given.worker))
    await expect(door.perform(confirmEmergency, given.worker, { stay, note })).rejects.toThrow(Forbidden)
    await door.perform(confirmEmergency, given.callers.teamManager, { stay, note })
    expect((await show(stay)).confirmNote).toBe(note)
  })
})
