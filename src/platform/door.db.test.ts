import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GivenWeekend, givenWeekend } from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { people } from '../access/lists.ts'
import { giveConsent } from '../children/give-consent.ts'
import { createConstellation } from '../constellations/create-constellation.ts'
import { theConstellation } from '../constellations/the-constellation.ts'
import { openDoor } from '../door.ts'
import { householdRecord } from '../households/household-record.ts'
import { householdAvailability } from '../households/lists.ts'
import { nightsFree, sleepovers } from '../sleepovers/lists.ts'
import type { Database } from './database.ts'
import type { Door } from './door.ts'
import { BadInput, Refusal } from './refusals.ts'

let database: Database
let door: Door
let given: GivenWeekend
beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => new Date('2026-11-22T10:00:00Z'))
  given = await givenWeekend(database, door)
})
afterAll(() => database?.close())

test('characters that no record can keep are bad input', async () => {
  const lead = given.callers.programmeLead
  for (const name of ['a\0b', 'a\ud800b']) {
    await expect(door.perform(createConstellation, lead, { name })).rejects.toThrow(BadInput)
    await expect(door.look(people, lead, { name })).rejects.toThrow(BadInput)
  }
  await door.perform(createConstellation, lead, { name: 'The Plough 🌟' })
})

test('days nobody lives in are bad input, and days before the rules a refusal', async () => {
  const { carer, household } = given.home
  const consent = {
    child: given.brother,
    item: 'haircut',
    decision: 'agreed',
    basis: 'responsible_authority',
    givenBy: 'Nadia Fernsby',
    from: '0000-01-01',
  }
  await expect(door.perform(giveConsent, given.worker, consent)).rejects.toThrow(BadInput)
  for (const from of ['9999-12-31', '1899-12-31']) {
    await expect(door.look(nightsFree, carer, { host: household, from })).rejects.toThrow(BadInput)
    await expect(door.look(householdAvailability, carer, { household, from })).rejects.toThrow(BadInput)
  }
  const asAt = '2001-01-01'
  await expect(door.look(householdRecord, carer, { household, asAt })).rejects.toThrow(Refusal)
  const { constellation } = given
  await expect(door.look(theConstellation, carer, { constellation, asAt })).rejects.toThrow(Refusal)
})

test('every view of an inspector is logged', async () => {
  const { inspector, programmeLead } = given.callers
  await door.look(sleepovers, inspector, {})
  await door.look(sleepovers, programmeLead, {})
  const { rows } = await database.owner.query(
    `select person_id, outcome from audit where action = 'sleepovers'`,
  )
  expect(rows).toEqual([{ person_id: inspector.person, outcome: 'seen' }])
})
