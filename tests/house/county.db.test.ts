import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/platform/database.ts'
import { type GivenCounty, givenCounty } from '../given/county.ts'
import { testDatabase } from '../harness/database.ts'

let database: Database
let county: GivenCounty

beforeAll(async () => {
  database = await testDatabase()
  const start = performance.now()
  county = await givenCounty(database)
  console.log(`seeded in ${Math.round(performance.now() - start)} ms`)
  const { rows } = await database.owner.query(
    `select action, outcome, count(*)::int from audit group by 1, 2 order by 3 desc`,
  )
  console.table(rows)
})
afterAll(() => database.close())

test('it is there', () => {
  expect(county.friday).toBe('2026-11-27')
})
