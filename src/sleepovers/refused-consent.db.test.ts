import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenAccepted, givenWeekend } from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { giveConsent } from '../children/give-consent.ts'
import { openDoor } from '../door.ts'
import type { Database } from '../platform/database.ts'
import { sleepover } from './lists.ts'
import { withdrawConsent } from './withdraw-consent.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database?.close())

test('a refusal does not pass over a sleepover that is planned: consent is withdrawn first, which cancels it', async () => {
  const door = openDoor(database.app, () => new Date('2026-11-22T10:00:00Z'))
  const given = await givenWeekend(database, door)
  const stay = await givenAccepted(door, given)
  const about = { child: given.brother, item: 'overnight_stay' }
  const refusal = {
    ...about,
    decision: 'refused',
    basis: 'responsible_authority',
    givenBy: 'Ashcombe',
    from: '2026-11-23',
  }
  const refuse = (from = refusal.from) => door.perform(giveConsent, given.worker, { ...refusal, from })
  const status = async () => (await door.look(sleepover, given.home.carer, { stay })).status

  await expect(refuse()).rejects.toThrow(/Withdraw the consent first/)
  expect(await status()).toBe('accepted')
  const withdrawn = { ...about, from: refusal.from, reason: 'The court has said no' }
  await door.perform(withdrawConsent, given.worker, withdrawn)
  expect(await status()).toBe('cancelled')
  await refuse()
})

test('a refusal from the day after a sleepover leaves it be', async () => {
  const door = openDoor(database.app, () => new Date('2026-11-22T10:00:00Z'))
  const given = await givenWeekend(database, door)
  await givenAccepted(door, given)
  await door.perform(giveConsent, given.worker, {
    child: given.brother,
    item: 'overnight_stay',
    decision: 'refused',
    basis: 'responsible_authority',
    givenBy: 'Ashcombe',
    from: '2026-11-30',
  })
})
