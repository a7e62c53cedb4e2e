import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { givenAccepted, givenWeekend } from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Database } from '../platform/database.ts'
import { buildProgram } from './program.ts'

let database: Database
let stay: string

beforeAll(async () => {
  database = await testDatabase()
  vi.stubEnv('DATABASE_URL', database.url)
  const door = openDoor(database.app, () => new Date('2026-11-22T10:00:00Z'))
  stay = await givenAccepted(door, await givenWeekend(database, door))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await database?.close()
})

async function verify(...options: string[]) {
  const print = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  process.exitCode = 0
  await buildProgram().parseAsync(['verify', ...options], { from: 'user' })
  const out = print.mock.calls.map(([text]) => String(text)).join('')
  print.mockRestore()
  const status = process.exitCode
  process.exitCode = 0
  return { out, status }
}

test('a breach makes the exit status 1, and is printed with its rows', async () => {
  await database.owner.query('delete from weighing where stay_id = $1', [stay])
  const json = await verify('--json', '--audit')
  expect(json.status).toBe(1)
  const { checked, breaches, seconds } = JSON.parse(json.out)
  expect(checked).toContain(28)
  expect(breaches).toEqual([{ rule: 28, what: expect.any(String), rows: [stay] }])
  expect(seconds).toBeGreaterThan(0)
  const words = await verify()
  expect(words.out).toMatch(new RegExp(`^Rule 28: .*\\n  ${stay}\\n`))
  expect(words.out).toMatch(/seconds: 1 breach\.\n$/)
})

test('without a breach it is 0', async () => {
  await database.owner.query(
    `insert into weighing (id, service_id, stay_id, occasion, pack_version, findings, weighed_at)
      select gen_random_uuid(), service_id, id, occasion, 'england-2026-04', '[]', answered_at
      from stay cross join (values ('asked'), ('accepted')) o (occasion)`,
  )
  const { out, status } = await verify('--json')
  expect(JSON.parse(out).breaches).toEqual([])
  expect(status).toBe(0)
})
