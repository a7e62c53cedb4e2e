import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenPerson, givenService, personOf } from '../../tests/given/service.ts'
import {
  type GivenWeekend,
  givenAccepted,
  givenSharingAgreed,
  givenWeekend,
  request,
} from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { assignChildWorker } from '../children/assign-child-worker.ts'
import { changeCareCard } from '../children/change-care-card.ts'
import { openDoor } from '../door.ts'
import { assignSupervisor } from '../households/assign-supervisor.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { BadInput, Forbidden, NotFound, Refusal } from '../platform/refusals.ts'
import { acceptSleepover } from '../sleepovers/accept-sleepover.ts'
import { askForSleepover } from '../sleepovers/ask-for-sleepover.ts'
import { sleepover } from '../sleepovers/lists.ts'
import { recordArrival } from '../sleepovers/record-arrival.ts'
import { recordReturn } from '../sleepovers/record-return.ts'
import { verify } from '../verify/verify.ts'
import { stayLog } from './lists.ts'
import { noteIncident } from './note-incident.ts'
import { recordMedicine } from './record-medicine.ts'
import { writeNightLog } from './write-night-log.ts'
import { writeWord } from './write-word.ts'

/* The weekend at the hub: Kit has his medicine on his card, Ada hers on hers. They arrived on Friday at 5:10pm. */

let database: Database
let door: Door
let given: GivenWeekend
let stay: string
let now: Date

const NOBODY = '00000000-0000-4000-8000-000000000000'
const card = (name: string, dose: string) => ({
  from: '2025-01-06',
  allergies: [],
  medication: [{ name, dose, times: '08:00', how: null, asNeeded: false }],
  contacts: [],
})

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => now)
})
afterAll(() => database?.close())
beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z')
  given = await givenWeekend(database, door)
  await givenSharingAgreed(door, given)
  const { worker, brother, sister, hub } = given
  await door.perform(changeCareCard, worker, { child: brother, ...card('Methylphenidate', '10 mg') })
  await door.perform(changeCareCard, worker, { child: sister, ...card('Melatonin', '2 mg') })
  stay = await givenAccepted(door, given)
  now = new Date('2026-11-27T17:10:00Z')
  const arrival = { stay, on: '2026-11-27', at: '17:10', unreadReason: 'They came early' }
  await door.perform(recordArrival, hub.carer, arrival)
  now = new Date('2026-11-28T09:00:00Z')
})

async function no(work: Promise<unknown>): Promise<Refusal> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Refusal)) throw new Error(`Not refused: ${thrown}`)
  return thrown
}

const dose = (change: object = {}) => ({
  stay,
  child: given.brother,
  medicine: 'Methylphenidate',
  on: '2026-11-28',
  at: '08:00',
  outcome: 'given',
  byWhom: 'Sam Hazel',
  ...change,
})
const give = (change: object = {}) => door.perform(recordMedicine, given.hub.carer, dose(change))
const night = (change: object = {}) => ({
  stay,
  child: given.brother,
  night: '2026-11-27',
  sleep: 'woke',
  says: 'Up at two, a story, back to sleep',
  ...change,
})
const incident = (change: object = {}) => ({
  stay,
  child: given.brother,
  on: '2026-11-28',
  at: '07:30',
  kind: 'injury',
  says: 'Fell off the swing',
  reportable: 'yes',
  ...change,
})
const word = (change: object = {}) => ({
  stay,
  child: given.sister,
  whose: 'child',
  felt: 'good',
  says: 'The dog slept on my feet',
  ...change,
})
const entries = async (caller = given.hub.carer) => (await door.look(stayLog, caller, { stay })).entries
const goHome = async () => {
  now = new Date('2026-11-29T16:30:00Z')
  await door.perform(recordReturn, given.home.carer, { stay, on: '2026-11-29', at: '15:30' })
}

describe('the log', () => {
  test('is read whole, in order of time, by host, home and those who look after them; and stays clean', async () => {
    const { hub, home, worker, callers } = given
    await give()
    await door.perform(writeNightLog, hub.carer, night())
    await door.perform(noteIncident, callers.dutyWorker, incident({ reportable: 'no' }))
    const read = [hub.carer, home.carer, worker, callers.liaisonWorker, callers.inspector]
    for (const caller of read) {
      expect((await entries(caller)).map(({ about }) => about)).toEqual(['night', 'incident', 'medicine'])
    }
    await goHome()
    await door.perform(writeWord, home.carer, word())
    expect((await entries(home.carer)).at(-1)).toMatchObject({
      about: 'word',
      says: 'The dog slept on my feet',
    })
    expect((await verify(database.owner, now)).breaches).toEqual([])
  })

  test('is closed to the host when the stay is over, and to strangers always', async () => {
    await give()
    await goHome()
    expect(await entries()).toEqual([])
    const [, neighbour] = given.satellites
    if (!neighbour) throw new Error('No neighbour')
    await expect(entries(neighbour.carer)).rejects.toThrow(NotFound)
    await expect(entries(given.callers.coach)).rejects.toThrow(Forbidden)
    const elsewhere = await givenService(database, 'Elsewhere')
    await expect(entries(elsewhere.callers.dutyWorker)).rejects.toThrow(NotFound)
  })

  test('of a stay elsewhere is closed to a home that is only asked, and to its supervising worker', async () => {
    const { hub, home, worker, brother, sister, callers } = given
    const [, neighbour] = given.satellites
    if (!neighbour) throw new Error('No neighbour')
    await give()
    await door.perform(writeNightLog, hub.carer, night())
    await door.perform(noteIncident, hub.carer, incident())
    await door.perform(writeWord, worker, word({ child: brother }))
    const later = { from: '2026-12-04', until: '2026-12-06', splitReason: 'Ada has a match' }
    const asked = request([brother], neighbour.household, later)
    const second = await door.perform(askForSleepover, home.carer, asked)
    const theirs = await givenPerson(database, given.service, {
      name: 'Merryn Tull',
      kind: 'staff',
      email: 'merryn@example.org',
      role: 'supervising_social_worker',
    })
    const of = { household: neighbour.household, person: personOf(theirs), from: '2026-11-01' }
    await door.perform(assignSupervisor, callers.programmeLead, of)
    for (const caller of [neighbour.carer, theirs]) {
      expect((await door.look(sleepover, caller, { stay: second.stay })).children).toHaveLength(1)
      expect(await entries(caller)).toEqual([])
    }
    for (const caller of [hub.carer, home.carer, worker, callers.liaisonWorker]) {
      expect(await entries(caller)).toHaveLength(4)
    }
    // And what is written at the second home is not the first's to read.
    await goHome()
    await door.perform(acceptSleepover, neighbour.carer, { stay: second.stay })
    now = new Date('2026-12-04T17:10:00Z')
    const arrival = { stay: second.stay, on: '2026-12-04', at: '17:10', unreadReason: 'They came early' }
    await door.perform(recordArrival, neighbour.carer, arrival)
    now = new Date('2026-12-05T09:00:00Z')
    const there = { stay: second.stay, night: '2026-12-04' }
    await door.perform(writeNightLog, neighbour.carer, night(there))
    const again = { from: '2026-12-11', until: '2026-12-13' }
    await door.perform(askForSleepover, home.carer, request([brother, sister], hub.household, again))
    const read = async (caller: Caller) => (await door.look(stayLog, caller, there)).entries.length
    expect(await Promise.all([hub.carer, neighbour.carer, home.carer, worker].map(read))).toEqual([
      0, 1, 1, 1,
    ])
    // Asked again, the hub's carer sees the children again, and what was written at the hub's own.
    expect(await entries()).toHaveLength(4)
  })

  test('an allegation is not the host’s to read, unless they wrote it down', async () => {
    const { hub, home, worker, callers } = given
    const allegation = incident({ kind: 'allegation', says: 'Said that somebody here shouted at him' })
    await door.perform(noteIncident, callers.dutyWorker, allegation)
    expect(await entries()).toEqual([])
    for (const caller of [callers.liaisonWorker, worker, home.carer, callers.dutyWorker]) {
      expect(await entries(caller)).toMatchObject([{ kind: 'allegation' }])
    }
    await door.perform(noteIncident, hub.carer, { ...allegation, says: 'Said it of his old school' })
    expect(await entries()).toMatchObject([{ says: 'Said it of his old school' }])
  })

  test('each look leaves its row in the audit, with the children it showed', async () => {
    await give()
    await entries()
    const { rows } = await database.owner.query(
      "select subject from audit where action = 'stay-log' and subject->>'stay' = $1",
      [stay],
    )
    expect(rows).toEqual([{ subject: { stay, children: [given.brother] } }])
  })
})

describe('the night', () => {
  test('is one of the stay, and has come', async () => {
    const write = (change: object) => door.perform(writeNightLog, given.hub.carer, night(change))
    for (const other of ['2026-11-26', '2026-11-28', '2026-11-29']) {
      expect(await no(write({ night: other }))).toMatchObject({
        field: 'night',
        message: expect.stringContaining('Choose one of: Fri 27 Nov'),
      })
    }
    await expect(write({ sleep: 'deeply' })).rejects.toThrow(BadInput)
    await expect(write({ says: '  ' })).rejects.toThrow(BadInput)
    await expect(write({ night: '2026-02-30' })).rejects.toThrow(BadInput)
  })
})

describe('medicine', () => {
  test('given takes its dose from the card; refused says why', async () => {
    await give()
    expect(await no(give({ outcome: 'refused', at: '08:40' }))).toMatchObject({ field: 'note' })
    await give({ outcome: 'refused', at: '08:40', note: 'Spat it out' })
    expect(await entries()).toMatchObject([
      { medicine: 'Methylphenidate', dose: '10 mg', outcome: 'given', byWhom: 'Sam Hazel' },
      { outcome: 'refused', note: 'Spat it out' },
    ])
  })

  test('of another child’s card is refused, whoever writes and however it is typed', async () => {
    const says = await no(give({ medicine: ' MELATONIN' }))
    expect(says).toMatchObject({
      field: 'medicine',
      message: expect.stringContaining('another child’s care card'),
    })
    expect(says.message).not.toMatch(/Ada|Kit/)
    await give({ medicine: 'Children’s paracetamol', dose: '5 ml' })
    await give({ child: given.sister, medicine: 'Melatonin' })
  })

  test('a form that comes twice is one row, and a second dose within half an hour is asked about', async () => {
    const first = await give()
    expect(await give()).toEqual(first)
    const close = { at: '08:29' }
    expect(await no(give(close))).toMatchObject({ field: 'again', message: expect.stringContaining('8am') })
    await give({ at: '08:30' })
    await give({ ...close, again: 'yes' })
    // A refused dose is no dose.
    await give({ at: '08:10', outcome: 'refused', note: 'Not hungry' })
    expect(await entries()).toHaveLength(4)
  })

  test('two phones at once write one dose once', async () => {
    const tried = await Promise.allSettled(Array.from({ length: 4 }, () => give()))
    expect(
      new Set(tried.map((one) => (one.status === 'fulfilled' ? one.value.entry : one.reason))).size,
    ).toBe(1)
  })

  test('is of a time in the past while they were there', async () => {
    expect((await no(give({ at: '09:01' }))).message).toMatch(/in the future/)
    expect((await no(give({ on: '2026-11-27', at: '17:09' }))).message).toMatch(/before they arrived/)
    await goHome()
    now = new Date('2026-12-10T10:00:00Z')
    expect((await no(give({ on: '2026-11-29', at: '15:31' }))).message).toMatch(/after they left/)
    // Late, by a host who no longer sees the child: written all the same.
    await give({ on: '2026-11-29', at: '08:00' })
  })
})

describe('an incident', () => {
  const tasks = async () => {
    const { rows } = await database.owner.query(
      "select for_person, for_role, due_at from task where kind = 'notify incident' and about_id = $1",
      [stay],
    )
    return rows
  }
  const told = async () => {
    const { rows } = await database.owner.query(
      "select to_person, subject || body as words from message where about_id = $1 and subject like '%must be notified'",
      [stay],
    )
    return rows
  }

  test('to be notified starts the clock once, and tells those who answer for child and host', async () => {
    const { hub, callers, worker } = given
    await door.perform(noteIncident, hub.carer, incident())
    await door.perform(noteIncident, hub.carer, incident())
    expect(await tasks()).toEqual([
      {
        for_person: personOf(callers.liaisonWorker),
        for_role: null,
        due_at: new Date('2026-11-29T07:30:00Z'),
      },
    ])
    expect(await entries()).toMatchObject([{ notifyBy: new Date('2026-11-29T07:30:00Z') }])
    const people = (await told()).map(({ to_person }) => to_person)
    const expected = [callers.liaisonWorker, callers.dutyWorker, worker].map(personOf)
    expect(people).toEqual(expect.arrayContaining(expected))
    expect(new Set(people).size).toBe(people.length)
    for (const { words } of await told()) expect(words).not.toMatch(/Kit|Ada|swing/)
  })

  test('written late is written, and says that the time has passed', async () => {
    await goHome()
    now = new Date('2026-12-10T10:00:00Z')
    await door.perform(noteIncident, given.hub.carer, incident())
    expect(await tasks()).toMatchObject([{ due_at: new Date('2026-11-29T07:30:00Z') }])
    expect((await told())[0]?.words).toMatch(/has passed/)
  })

  test('that need not be notified starts nothing', async () => {
    await door.perform(noteIncident, given.hub.carer, incident({ reportable: 'no' }))
    expect(await tasks()).toEqual([])
    expect(await told()).toEqual([])
    const unanswered = incident({ reportable: undefined })
    await expect(door.perform(noteIncident, given.hub.carer, unanswered)).rejects.toThrow(BadInput)
  })
})

describe('a word', () => {
  test('is something: how it was, or what was said', async () => {
    const { home } = given
    const nothing = word({ felt: undefined, says: ' ' })
    expect(await no(door.perform(writeWord, home.carer, nothing))).toMatchObject({ field: 'says' })
    await door.perform(writeWord, home.carer, word({ says: '' }))
    await door.perform(writeWord, given.worker, word({ whose: 'home_carer', felt: undefined }))
    expect(await entries(home.carer)).toHaveLength(2)
  })
})

describe('who may write', () => {
  test('the host and those who look after it write the log; the home and the worker write the word', async () => {
    const { hub, home, callers } = given
    await expect(door.perform(recordMedicine, home.carer, dose())).rejects.toThrow(Forbidden)
    await expect(door.perform(writeNightLog, home.carer, night())).rejects.toThrow(Forbidden)
    await expect(door.perform(noteIncident, callers.inspector, incident())).rejects.toThrow(Forbidden)
    await expect(door.perform(writeWord, hub.carer, word())).rejects.toThrow(Forbidden)
  })

  test('nobody of another home or service finds the stay', async () => {
    const elsewhere = await givenService(database, 'Elsewhere')
    const [, neighbour] = given.satellites
    if (!neighbour) throw new Error('No neighbour')
    for (const caller of [neighbour.carer, elsewhere.callers.dutyWorker]) {
      await expect(door.perform(recordMedicine, caller, dose())).rejects.toThrow(NotFound)
      await expect(door.perform(writeWord, caller, word())).rejects.toThrow(NotFound)
    }
  })

  test('the social worker of one child writes nothing of another', async () => {
    const { service, callers, sister, worker } = given
    const email = 'second@example.org'
    const role = 'child_social_worker' as const
    const second = await givenPerson(database, service, { name: 'Perran Holt', kind: 'staff', email, role })
    const assigned = { child: sister, person: personOf(second), from: '2026-11-01' }
    await door.perform(assignChildWorker, callers.programmeLead, assigned)
    await expect(door.perform(writeWord, worker, word())).rejects.toThrow(NotFound)
    await door.perform(writeWord, second, word())
  })

  test('a child of another stay is refused, and a stay that has not begun', async () => {
    expect(await no(give({ child: NOBODY }))).toMatchObject({ field: 'child' })
    const later = { from: '2026-12-04', until: '2026-12-06' }
    const coming = await givenAccepted(door, given, later)
    expect((await no(give({ stay: coming }))).message).toMatch(/arrival is not recorded yet/)
  })
})
