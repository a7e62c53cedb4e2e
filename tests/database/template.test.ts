import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/platform/database.ts'
import { testDatabase } from '../harness/database.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('the app is the role that owns nothing', async () => {
  const { rows } = await sql<{ name: string }>`select current_user as name`.execute(database.app)
  expect(rows).toEqual([{ name: 'constellation_app' }])
  await sql`reset role`.execute(database.app)
  const again = await sql<{ name: string }>`select current_user as name`.execute(database.app)
  expect(again.rows).toEqual([{ name: 'constellation_app' }])
  await expect(sql`create table mine (id int)`.execute(database.app)).rejects.toThrow('permission denied')
})
