import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditRows, givenChild, givenConsent, givenFamily } from '../../tests/given/children.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { enter } from '../platform/enter.ts'
import { Forbidden, NotFound } from '../platform/refusals.ts'
import { childHistory } from './child-history.ts'
import { childRecord } from './child-record.ts'
import { giveConsent } from './give-consent.ts'
import { withdrawConsent } from './store.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const TODAY = '2026-11-22'
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
const newChild = (legalStatus = 'C2') =>
  givenChild(door, lead(), { household: given.home.household, worker: given.worker, legalStatus })

async function stays(child: string, asAt = TODAY) {
  const { consents } = await door.look(childRecord, given.home.carer, { child, asAt })
  return consents.find(({ item }) => item === 'overnight_stay')
}

const withdraw = (child: string, from: string, item = 'overnight_stay') =>
  database.app.transaction().execute(async (tx) => {
    const context = await enter(tx, given.worker, NOW)
    return withdrawConsent(context, { child, item, from, reason: 'The plan has changed' })
  })

describe('consent', () => {
  it('is shown item by item, the ones nobody was asked about too', async () => {
    const child = await newChild()
    await givenConsent(door, given.worker, child, { until: '2026-12-10' })
    const { consents } = await door.look(childRecord, given.home.carer, { child })
    expect(consents).toHaveLength(11)
    expect(consents[0]).toMatchObject({
      item: 'overnight_stay',
      about: 'Overnight stays',
      state: 'runs_out_soon',
      givenBy: 'Ashcombe Council',
      until: '2026-12-10',
    })
    expect(consents.slice(1).every(({ state }) => state === 'not_asked')).toBe(true)
    expect(await stays(child, '2026-12-10')).toMatchObject({ state: 'run_out' })
    expect(await auditRows(database, 'give-consent', 'done', child)).toBe(1)
  })

  it('is not brought back by an older yes when a newer answer ends', async () => {
    const child = await newChild()
    await givenConsent(door, given.worker, child)
    await givenConsent(door, given.worker, child, { from: '2026-11-01', until: '2026-11-20' })
    expect(await stays(child, '2026-09-30')).toMatchObject({ state: 'agreed' })
    expect(await stays(child)).toMatchObject({ state: 'run_out' })
  })

  it('of a child who is not looked after is given by who holds parental responsibility', async () => {
    const child = await newChild('SGO')
    await expect(givenConsent(door, given.worker, child)).rejects.toMatchObject({ field: 'basis' })
    const consent = { child, item: 'overnight_stay', decision: 'agreed', givenBy: 'A guardian', from: TODAY }
    await door.perform(giveConsent, given.worker, { ...consent, basis: 'parental_responsibility' })
    expect(await stays(child)).toMatchObject({ state: 'agreed' })
  })

  it('is given by the child’s social worker or a manager, not by a carer, a lead, or a stranger', async () => {
    const child = await newChild()
    await expect(givenConsent(door, given.home.carer, child)).rejects.toBeInstanceOf(Forbidden)
    await expect(givenConsent(door, lead(), child)).rejects.toBeInstanceOf(Forbidden)
    await expect(givenConsent(door, given.otherHome.carer, child)).rejects.toBeInstanceOf(NotFound)
    await expect(givenConsent(door, given.stranger.callers.teamManager, child)).rejects.toBeInstanceOf(
      NotFound,
    )
    await givenConsent(door, given.callers.teamManager, child, { decision: 'ask_each_time' })
    expect(await stays(child)).toMatchObject({ state: 'ask_each_time' })
  })
})

describe('withdrawing consent', () => {
  it('ends it from the day, says why, and keeps what was', async () => {
    const child = await newChild()
    await givenConsent(door, given.worker, child)
    expect(await withdraw(child, TODAY)).toBe(1)
    expect(await stays(child)).toMatchObject({
      state: 'withdrawn',
      withdrawnOn: TODAY,
      withdrawnReason: 'The plan has changed',
    })
    expect(await stays(child, '2026-10-01')).toMatchObject({
      state: 'agreed',
      withdrawnReason: 'The plan has changed',
    })
    const { facts } = await door.look(childHistory, lead(), { child })
    const answers = facts.filter((fact) => fact.kind === 'consent').map((fact) => fact.says)
    expect(answers).toEqual([
      'Overnight stays: withdrawn; given by Ashcombe Council; The plan has changed',
      'Overnight stays: agreed; given by Ashcombe Council',
    ])
    expect(await withdraw(child, TODAY)).toBe(0)
  })

  it('works on the day it was given, and on what was only to begin', async () => {
    const child = await newChild()
    await givenConsent(door, given.worker, child, { from: TODAY, until: '2027-01-01' })
    await givenConsent(door, given.worker, child, { item: 'haircut', from: TODAY })
    expect(await withdraw(child, TODAY)).toBe(1)
    expect(await stays(child)).toMatchObject({ state: 'withdrawn', until: null })
    expect(await stays(child, '2026-11-21')).toMatchObject({ state: 'not_asked' })
    const { consents } = await door.look(childRecord, lead(), { child })
    expect(consents.find(({ item }) => item === 'haircut')).toMatchObject({ state: 'agreed' })
  })

  it('leaves a refusal, and what another child was allowed', async () => {
    const [child, other] = [await newChild(), await newChild()]
    await givenConsent(door, given.worker, child, { decision: 'refused' })
    await givenConsent(door, given.worker, other)
    expect(await withdraw(child, TODAY)).toBe(0)
    expect(await stays(child)).toMatchObject({ state: 'refused' })
    expect(await stays(other)).toMatchObject({ state: 'agreed' })
  })

  it('does not mark the answer that had ended on that very day', async () => {
    const child = await newChild()
    await givenConsent(door, given.worker, child, { from: '2026-01-01', until: TODAY })
    await givenConsent(door, given.worker, child, { from: TODAY, decision: 'ask_each_time' })
    expect(await withdraw(child, TODAY)).toBe(1)
    expect(await stays(child, '2026-11-21')).toMatchObject({ withdrawnReason: null })
    expect(await stays(child)).toMatchObject({ state: 'withdrawn' })
  })
})
