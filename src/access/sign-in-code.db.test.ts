import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GivenService, givenService, personOf } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { Refusal } from '../platform/refusals.ts'
import { sendCode, useCode } from './sign-in-code.ts'

let database: Database
let door: Door
let given: GivenService
beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => new Date('2026-11-22T10:00:00Z'))
  given = await givenService(database)
})
afterAll(() => database?.close())

const codeOf = async (person: string) => {
  const { rows } = await database.owner.query('select body from message where to_person = $1', [person])
  return String(/^\d{6}/.exec(rows.at(-1).body))
}
const wrongOnes = (code: string, number: number) =>
  Array.from({ length: number }, (_, at) => String((Number(code) + 1 + at) % 1_000_000).padStart(6, '0'))

test('four wrong codes leave a fifth try; the code works once', async () => {
  const caller = given.callers.liaisonWorker
  await door.perform(sendCode, caller, {})
  const code = await codeOf(personOf(caller))
  for (const wrong of wrongOnes(code, 4)) {
    await expect(useCode(door, caller, wrong)).rejects.toThrow(Refusal)
  }
  await useCode(door, caller, code)
  await expect(useCode(door, caller, code)).rejects.toThrow(Refusal)
})

test('codes tried all at once are counted too: five looks in all', async () => {
  const caller = given.callers.programmeLead
  await door.perform(sendCode, caller, {})
  const code = await codeOf(personOf(caller))
  await Promise.allSettled(wrongOnes(code, 40).map((wrong) => useCode(door, caller, wrong)))
  await expect(useCode(door, caller, code)).rejects.toThrow(Refusal)
  const looked = await database.owner.query(
    `select count(*)::int as count from audit where action = 'use-sign-in-code' and person_id = $1`,
    [caller.person],
  )
  expect(looked.rows[0].count).toBe(5)
})
