import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/platform/database.ts'
import { enter } from '../../src/platform/enter.ts'
import type { DB } from '../../src/platform/tables.ts'
import { testDatabase } from '../harness/database.ts'
import { type Kind, markersIn } from './markers.ts'
import { IN_ROWS_ALONE, mayKnow } from './may-know.ts'
import { everybodyOf, fillWorld, NOW } from './world.ts'

/* The database is the last line: a forgotten `where` shows nothing rather than everything. */

let database: Database
let tables: string[]
beforeAll(async () => {
  database = await testDatabase()
  await fillWorld(database)
  const { rows } = await database.owner.query(
    `select tablename as name from pg_tables where schemaname = 'public'
      and has_table_privilege('constellation_app', format('%I.%I', schemaname, tablename), 'select') order by 1`,
  )
  tables = rows.map(({ name }) => name)
})
afterAll(() => database?.close())

const everyRow = async (db: Kysely<DB>, table: string): Promise<string> =>
  JSON.stringify((await sql`select t::text as row from ${sql.table(table)} t`.execute(db)).rows)

describe.each(everybodyOf('north'))('the %s who asks for every row of every table', (who, caller) => {
  test('sees what they may know and nothing else', async () => {
    const seen = await database.app.transaction().execute(async (db) => {
      await enter(db, caller, NOW)
      const found: string[] = []
      for (const table of tables) {
        const more = IN_ROWS_ALONE[table] ?? []
        for (const thing of markersIn(await everyRow(db, table))) {
          const [service, , kind] = thing.split(' ')
          if (service === 'north' && more.includes(kind as Kind)) continue
          if (!mayKnow('north', who, thing)) found.push(`${table}: ${thing}`)
        }
      }
      return found
    })
    expect(seen).toEqual([])
  })
})

test('nobody who has not entered sees any row that is anybody’s', async () => {
  const seen: string[] = []
  for (const table of tables) {
    if (markersIn(await everyRow(database.app, table)).size > 0) seen.push(table)
  }
  expect(tables.length).toBeGreaterThan(30)
  expect(seen).toEqual([])
})

test('nobody writes a row into another service', async () => {
  const caller = everybodyOf('north').find(([who]) => who === 'programme_lead')?.[1]
  const south = everybodyOf('south').find(([who]) => who === 'programme_lead')?.[1]
  if (!caller || !south) throw new Error('There is no programme lead')
  const held = tables.filter((table) => !['service', 'audit'].includes(table))
  const passed: string[] = []
  for (const table of held) {
    const { rows } = await database.owner.query(
      `select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
      [table],
    )
    if (!rows.some(({ name }) => name === 'service_id')) continue
    const columns = sql.join(rows.map(({ name }) => sql.ref(name)))
    const moved = await database.app
      .transaction()
      .execute(async (db) => {
        await enter(db, caller, NOW)
        const t = sql.table(table)
        const { numAffectedRows } =
          await sql`update ${t} set service_id = ${caller.service} where service_id = ${south.service}`.execute(
            db,
          )
        await sql`savepoint before_insert`.execute(db)
        const inserted =
          await sql`insert into ${t} (${columns}) select ${columns} from jsonb_populate_record(null::${t}, ${JSON.stringify({ service_id: south.service })}::jsonb)`
            .execute(db)
            .then(
              () => 'inserted',
              (error: Error) => error.message,
            )
        return { numAffectedRows, inserted }
      })
      .catch((error: Error) => ({ numAffectedRows: 0n, inserted: error.message }))
    if (moved.numAffectedRows || !/row-level security|not-null|permission denied/.test(moved.inserted))
      passed.push(`${table}: ${moved.inserted}`)
  }
  expect(passed).toEqual([])
})
