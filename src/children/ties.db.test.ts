import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditRows, givenChild, givenFamily } from '../../tests/given/children.ts'
import { personOf } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { BadInput, Forbidden, NotFound } from '../platform/refusals.ts'
import { agreeRoomSharing } from './agree-room-sharing.ts'
import { childHistory } from './child-history.ts'
import { childRecord } from './child-record.ts'
import { liftApart } from './lift-apart.ts'
import { linkSiblings } from './link-siblings.ts'
import { orderApart } from './order-apart.ts'
import { recordExemption } from './record-exemption.ts'
import { unlinkSiblings } from './unlink-siblings.ts'

const FROM = '2026-01-05'
let database: Database
let door: Door
let given: Awaited<ReturnType<typeof givenFamily>>

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => new Date('2026-11-22T10:00:00Z'))
  given = await givenFamily(database, door)
})
afterAll(() => database.close())

const lead = () => given.callers.programmeLead
const look = (caller: ReturnType<typeof lead>, child: string, asAt?: string) =>
  door.look(childRecord, caller, { child, asAt })
/** A child at Larkrise with a social worker, and one at Millbrook whom Larkrise's carer may not see. */
async function two() {
  const here = await givenChild(door, lead(), { household: given.home.household, worker: given.worker })
  const there = await givenChild(door, lead(), { household: given.otherHome.household, firstName: 'Isla' })
  return { here, there }
}

describe('brothers and sisters', () => {
  it('are named to who may see both, and otherwise only said to be there', async () => {
    const { here, there } = await two()
    await door.perform(linkSiblings, lead(), { child: there, sibling: here, from: FROM })
    expect((await look(lead(), here)).siblings).toMatchObject([
      { child: there, says: 'Isla Marlowe', home: 'Millbrook' },
    ])
    expect((await look(given.home.carer, here)).siblings).toEqual([
      { child: null, name: null, home: null, from: FROM, says: 'a brother or sister in another home' },
    ])
    expect((await look(lead(), here, '2026-01-04')).siblings).toEqual([])
    await door.perform(unlinkSiblings, lead(), { child: here, sibling: there, from: '2026-06-01' })
    expect((await look(lead(), here)).siblings).toEqual([])
    expect((await look(lead(), here, '2026-05-31')).siblings).toHaveLength(1)
    const again = door.perform(unlinkSiblings, lead(), { child: here, sibling: there, from: '2026-06-01' })
    await expect(again).rejects.toMatchObject({ field: 'from' })
  })

  it('are linked by who may see both, and never a child with themselves', async () => {
    const { here, there } = await two()
    const both = { child: here, sibling: there, from: FROM }
    await expect(door.perform(linkSiblings, given.worker, both)).rejects.toBeInstanceOf(NotFound)
    const own = { child: here, sibling: here, from: FROM }
    await expect(door.perform(linkSiblings, given.worker, own)).rejects.toThrow('Choose another child')
    const carers = { child: here, sibling: given.child, from: FROM }
    await expect(door.perform(linkSiblings, given.home.carer, carers)).rejects.toBeInstanceOf(Forbidden)
  })
})

describe('children who must not meet', () => {
  it('is symmetric, and tells a carer neither who the other child is nor why', async () => {
    const { here, there } = await two()
    const { apart } = await door.perform(orderApart, lead(), {
      child: there,
      other: here,
      orderedBy: 'court',
      from: FROM,
      reason: 'What Isla did',
    })
    expect((await look(lead(), here)).mustNotMeet).toEqual([
      {
        apart,
        child: there,
        says: 'Isla Marlowe',
        orderedBy: 'court',
        reason: 'What Isla did',
        from: FROM,
        until: null,
      },
    ])
    const told = await look(given.home.carer, here)
    expect(told.mustNotMeet).toMatchObject([
      { child: null, says: 'a child in another home: ask Nadia Fernsby', reason: null },
    ])
    const [ofOther] = (await look(given.otherHome.carer, there)).mustNotMeet
    expect(ofOther?.says).toBe('a child in another home: ask the duty team on 01632 960 111')
    for (const shown of [told, await door.look(childHistory, given.home.carer, { child: here })]) {
      expect(JSON.stringify(shown)).not.toMatch(/Isla|Millbrook/)
      expect(JSON.stringify(shown)).not.toContain(there)
    }
    expect(await auditRows(database, 'order-apart', 'done', here)).toBe(1)
  })

  it('may go from advice to a court’s order, for some days, and be lifted; every day keeps what it was', async () => {
    const { here, there } = await two()
    const order = { child: here, other: there }
    await door.perform(orderApart, lead(), { ...order, orderedBy: 'advisory', from: FROM })
    const { apart } = await door.perform(orderApart, lead(), {
      ...order,
      orderedBy: 'court',
      from: '2026-06-01',
      until: '2027-06-01',
    })
    const says = async (day: string) =>
      (await look(lead(), here, day)).mustNotMeet.map((one) => one.orderedBy)
    expect(await says('2026-05-31')).toEqual(['advisory'])
    expect(await says('2026-06-01')).toEqual(['court'])
    expect(await says('2027-06-01')).toEqual([])
    await expect(door.perform(liftApart, given.worker, { apart })).rejects.toBeInstanceOf(Forbidden)
    await expect(
      door.perform(liftApart, given.stranger.callers.programmeLead, { apart }),
    ).rejects.toBeInstanceOf(NotFound)
    await door.perform(liftApart, given.callers.teamManager, { apart })
    expect(await says('2026-11-21')).toEqual(['court'])
    expect(await says('2026-11-22')).toEqual([])
    await expect(door.perform(liftApart, lead(), { apart })).rejects.toBeInstanceOf(NotFound)
  })

  it('may be an adult of the service or outside it, several at once', async () => {
    const { here } = await two()
    const order = { child: here, orderedBy: 'safeguarding', from: FROM }
    await door.perform(orderApart, given.worker, { ...order, adult: 'A former neighbour' })
    await door.perform(orderApart, lead(), { ...order, person: personOf(given.otherHome.carer) })
    const named = (await look(lead(), here)).mustNotMeet.map((one) => one.says)
    expect(named.sort()).toEqual(['A former neighbour', 'Carer of Millbrook'])
    const told = (await look(given.home.carer, here)).mustNotMeet.map((one) => one.says)
    expect(told.sort()).toEqual(['A former neighbour', 'an adult: ask Nadia Fernsby'])
  })

  it('needs exactly one whom, and an end after its start', async () => {
    const order = { child: given.child, orderedBy: 'court', from: FROM }
    for (const whom of [{}, { adult: 'One', other: given.child }]) {
      const no = await door.perform(orderApart, lead(), { ...order, ...whom }).catch((thrown) => thrown)
      expect(no).toBeInstanceOf(BadInput)
      expect(no.issues[0]).toEqual({ field: 'other', message: 'Choose one child, or name one adult' })
    }
    const back = door.perform(orderApart, lead(), { ...order, adult: 'One', until: FROM })
    await expect(back).rejects.toMatchObject({ issues: [{ field: 'until' }] })
    const own = door.perform(orderApart, lead(), { ...order, other: given.child })
    await expect(own).rejects.toThrow('Choose another child')
    const carers = door.perform(orderApart, given.home.carer, { ...order, adult: 'One' })
    await expect(carers).rejects.toBeInstanceOf(Forbidden)
  })
})

describe('sharing a bedroom', () => {
  it('is agreed for one child at a time, by who may give consent', async () => {
    const { here } = await two()
    const agreed = { child: here, with: given.child, authority: 'Ashcombe', from: FROM, until: '2026-12-01' }
    await expect(door.perform(agreeRoomSharing, given.home.carer, agreed)).rejects.toBeInstanceOf(Forbidden)
    await door.perform(agreeRoomSharing, given.worker, agreed)
    expect((await look(given.home.carer, here)).roomSharing).toEqual([
      { with: given.child, says: 'Ellis Marlowe', authority: 'Ashcombe', from: FROM, until: '2026-12-01' },
    ])
    expect((await look(lead(), given.child)).roomSharing).toEqual([])
    expect((await look(lead(), here, '2026-12-01')).roomSharing).toEqual([])
    await expect(door.perform(agreeRoomSharing, given.worker, { ...agreed, with: here })).rejects.toThrow(
      'Choose another child',
    )
  })
})

describe('an exemption from the fostering limit', () => {
  it('names its children; the same reference again corrects it', async () => {
    const { here, there } = await two()
    const exemption = {
      household: given.home.household,
      authority: 'Ashcombe',
      reference: 'EX-1',
      children: [here, given.child],
      from: FROM,
    }
    await expect(door.perform(recordExemption, given.worker, exemption)).rejects.toBeInstanceOf(Forbidden)
    await expect(door.perform(recordExemption, given.callers.teamManager, exemption)).rejects.toBeInstanceOf(
      Forbidden,
    )
    await door.perform(recordExemption, lead(), exemption)
    const { exemption: id } = await door.perform(recordExemption, lead(), {
      ...exemption,
      children: [here, there],
    })
    const { rows } = await database.owner.query(
      `select e.id, array_agg(c.child_id order by c.child_id) as children from exemption e
        join exemption_child c on c.exemption_id = e.id where e.superseded_at is null group by e.id`,
    )
    expect(rows).toEqual([{ id, children: [here, there].sort() }])
    const { facts } = await door.look(childHistory, lead(), { child: given.child })
    expect(facts.find((fact) => fact.kind === 'exemption')?.supersededAt).toEqual(
      new Date('2026-11-22T10:00:00Z'),
    )
  })
})
