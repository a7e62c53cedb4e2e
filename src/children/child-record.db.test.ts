import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditRows, givenChild, givenFamily } from '../../tests/given/children.ts'
import { personOf } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { BadInput, Forbidden, NotFound, Refusal } from '../platform/refusals.ts'
import { addChild } from './add-child.ts'
import { assignChildWorker } from './assign-child-worker.ts'
import { changeChild } from './change-child.ts'
import { childHistory } from './child-history.ts'
import { childRecord } from './child-record.ts'
import { endPlacement } from './end-placement.ts'
import { children, homesForPlacing } from './lists.ts'
import { placeChild } from './place-child.ts'
import { recordLegalStatus } from './record-legal-status.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
let database: Database
let door: Door
let given: Awaited<ReturnType<typeof givenFamily>>

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => NOW)
  given = await givenFamily(database, door)
})
afterAll(() => database.close())

const lead = () => given.callers.programmeLead
const details = { firstName: 'Ellis', lastName: 'Marlowe', dob: '2017-03-14', sex: 'M' }

describe('adding a child', () => {
  const child = () => ({
    ...details,
    reference: 'C-NEW',
    legalStatus: 'V2',
    household: given.home.household,
    placedFrom: '2026-11-01',
  })

  it('makes the social worker who adds a child theirs, at a home they did not know', async () => {
    const added = await door.perform(addChild, given.worker, {
      ...child(),
      household: given.otherHome.household,
    })
    const record = await door.look(childRecord, given.worker, added)
    expect(record).toMatchObject({
      name: 'Ellis Marlowe',
      age: '9 years',
      sexWords: 'Boy',
      legalStatus: { status: 'V2', says: 'Accommodated by agreement (section 20)', lookedAfter: true },
      home: { name: 'Millbrook', from: '2026-11-01' },
      worker: { name: 'Nadia Fernsby' },
      recordBegins: null,
    })
    expect(await auditRows(database, 'add-child', 'done', added.child)).toBe(1)
  })

  it('refuses a reference in use, a birth to come, and a home before birth, each in a sentence', async () => {
    const same = { ...child(), reference: 'C-TWICE' }
    await door.perform(addChild, lead(), same)
    await expect(door.perform(addChild, lead(), same)).rejects.toThrow(/Another child has this reference/)
    const unborn = { ...child(), reference: 'C-A', dob: '2026-11-23', placedFrom: '2026-11-24' }
    await expect(door.perform(addChild, lead(), unborn)).rejects.toThrow(
      'The date of birth must be today or earlier',
    )
    const early = { ...child(), reference: 'C-B', placedFrom: '2017-03-13' }
    await expect(door.perform(addChild, lead(), early)).rejects.toMatchObject({ field: 'placedFrom' })
  })

  it('says what is missing, field by field', async () => {
    const no = await door.perform(addChild, lead(), { sex: 'X' }).catch((thrown) => thrown)
    expect(no).toBeInstanceOf(BadInput)
    const fields = no.issues.map((issue: { field: string }) => issue.field)
    expect(fields).toEqual(
      expect.arrayContaining(['firstName', 'lastName', 'dob', 'sex', 'legalStatus', 'placedFrom']),
    )
  })

  it('is not for a carer, and not at a home of another service', async () => {
    await expect(door.perform(addChild, given.home.carer, child())).rejects.toBeInstanceOf(Forbidden)
    const elsewhere = given.stranger.callers.programmeLead
    await expect(door.perform(addChild, elsewhere, child())).rejects.toBeInstanceOf(NotFound)
  })
})

describe('who sees a child', () => {
  it('is the carer of the home, the social worker and those who answer for the service', async () => {
    for (const caller of [given.home.carer, given.worker, lead(), given.callers.inspector]) {
      expect((await door.look(childRecord, caller, { child: given.child })).name).toBe('Ellis Marlowe')
    }
  })

  it('is not another family, nor another service: the child is not there', async () => {
    const others = [given.otherHome.carer, given.callers.liaisonWorker, given.stranger.callers.programmeLead]
    for (const caller of others) {
      const { child } = given
      await expect(door.look(childRecord, caller, { child })).rejects.toBeInstanceOf(NotFound)
      await expect(door.look(childHistory, caller, { child })).rejects.toBeInstanceOf(NotFound)
      const seen = await door.look(children, caller, {})
      expect(seen.children.map((one) => one.child)).not.toContain(given.child)
    }
    const wholly = await door
      .perform(changeChild, given.otherHome.carer, {
        ...details,
        child: given.child,
        from: '2026-11-22',
      })
      .catch((thrown) => thrown)
    expect(wholly).toBeInstanceOf(NotFound)
  })

  it('is not a coach, a recruitment officer or a young person at all', async () => {
    for (const caller of [given.callers.coach, given.callers.recruitmentOfficer]) {
      await expect(door.look(children, caller, {})).rejects.toBeInstanceOf(Forbidden)
    }
  })

  it('leaves an audit row for each look at a record', async () => {
    const child = await givenChild(door, lead(), { household: given.home.household })
    await door.look(childRecord, lead(), { child })
    await door.look(childHistory, lead(), { child })
    await door.look(children, lead(), { search: 'Marlowe' })
    for (const name of ['child', 'child-history', 'children']) {
      expect(await auditRows(database, name, 'seen', child)).toBe(1)
    }
  })

  it('ends for the carer when the child leaves, and begins for the next home', async () => {
    const child = await givenChild(door, lead(), { household: given.home.household })
    await door.perform(placeChild, lead(), {
      child,
      household: given.otherHome.household,
      from: '2026-11-22',
    })
    await expect(door.look(childRecord, given.home.carer, { child })).rejects.toBeInstanceOf(NotFound)
    expect((await door.look(childRecord, given.otherHome.carer, { child })).home).toMatchObject({
      name: 'Millbrook',
    })
    await door.perform(endPlacement, lead(), { child, from: '2026-11-22' })
    await expect(door.look(childRecord, given.otherHome.carer, { child })).rejects.toBeInstanceOf(NotFound)
    expect((await door.look(childRecord, lead(), { child })).home).toBeNull()
    const again = door.perform(endPlacement, lead(), { child, from: '2026-11-22' })
    await expect(again).rejects.toBeInstanceOf(Refusal)
  })
})

describe('a child as at a day', () => {
  it('keeps what was, and what is believed now; the history keeps both', async () => {
    const child = await givenChild(door, lead(), {
      household: given.home.household,
      placedFrom: '2026-01-05',
    })
    await door.perform(recordLegalStatus, lead(), { child, status: 'SGO', from: '2026-06-01' })
    await door.perform(placeChild, lead(), {
      child,
      household: given.otherHome.household,
      from: '2026-06-01',
    })
    await door.perform(changeChild, lead(), { ...details, lastName: 'Ashby', child, from: '2026-06-01' })
    const before = await door.look(childRecord, lead(), { child, asAt: '2026-05-31' })
    expect(before).toMatchObject({
      name: 'Ellis Marlowe',
      legalStatus: { status: 'C2' },
      home: { name: 'Larkrise' },
    })
    const after = await door.look(childRecord, lead(), { child })
    expect(after).toMatchObject({
      name: 'Ellis Ashby',
      legalStatus: { status: 'SGO', lookedAfter: false },
      home: { name: 'Millbrook' },
    })
    const early = await door.look(childRecord, lead(), { child, asAt: '2025-12-01' })
    expect(early).toMatchObject({ recordBegins: '2026-01-05', legalStatus: null, home: null })
    const { facts } = await door.look(childHistory, lead(), { child })
    const status = facts.filter((fact) => fact.kind === 'legal_status')
    expect(
      status.map(({ says, from, until, supersededAt }) => ({ says, from, until, believed: !supersededAt })),
    ).toEqual(
      expect.arrayContaining([
        { says: 'Full care order', from: '2026-01-05', until: null, believed: false },
        { says: 'Full care order', from: '2026-01-05', until: '2026-06-01', believed: true },
        {
          says: 'Special guardianship order: not looked after',
          from: '2026-06-01',
          until: null,
          believed: true,
        },
      ]),
    )
    expect(facts.every((fact) => fact.writtenBy === 'Rowan Ashdown')).toBe(true)
  })

  it('shows the list as it was, too', async () => {
    const child = await givenChild(door, lead(), {
      household: given.home.household,
      lastName: 'Thistlewood',
      placedFrom: '2026-10-01',
    })
    const on = (asAt: string) => door.look(children, lead(), { search: 'thistlewood', asAt })
    expect((await on('2026-10-01')).children.map((one) => one.child)).toEqual([child])
    expect(await on('2026-09-30')).toMatchObject({ total: 0, pages: 1, children: [] })
  })

  it('searches for what is typed, letter by letter', async () => {
    await givenChild(door, lead(), {
      household: given.home.household,
      reference: 'C-50%',
      lastName: 'Per_cent',
    })
    for (const search of ['50%', 'per_c', 'ellis per']) {
      expect((await door.look(children, lead(), { search })).total).toBe(1)
    }
    expect((await door.look(children, lead(), { search: 'p%t' })).total).toBe(0)
  })
})

describe('the social worker of a child', () => {
  it('is somebody with the role, and loses sight of the child when another takes over', async () => {
    const child = await givenChild(door, lead(), { household: given.home.household, worker: given.worker })
    const notOne = { child, person: personOf(given.callers.dutyWorker), from: '2026-11-22' }
    await expect(door.perform(assignChildWorker, lead(), notOne)).rejects.toMatchObject({ field: 'person' })
    const own = { child, person: personOf(given.worker), from: '2026-11-22' }
    await expect(door.perform(assignChildWorker, given.home.carer, own)).rejects.toBeInstanceOf(Forbidden)
    await door.perform(assignChildWorker, given.worker, own)
    expect(await auditRows(database, 'assign-child-worker', 'done', child)).toBe(2)
  })
})

describe('homes to place a child in', () => {
  it('gives reference and name to who may place, and nothing to a carer', async () => {
    const { homes } = await door.look(homesForPlacing, given.worker, { search: 'millb' })
    expect(homes).toEqual([
      { household: given.otherHome.household, reference: given.otherHome.reference, name: 'Millbrook' },
    ])
    await expect(door.look(homesForPlacing, given.home.carer, {})).rejects.toBeInstanceOf(Forbidden)
  })
})
