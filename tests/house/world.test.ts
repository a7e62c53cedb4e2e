import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/platform/database.ts'
import { testDatabase } from '../harness/database.ts'
import { markersIn } from './markers.ts'
import { fillWorld } from './world.ts'

/*
 * The world the other house tests look around in is only as good as what it holds: a new table or a new column must
 * be filled there, or nobody would notice that it leaks.
 */

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await fillWorld(database)
})
afterAll(() => database?.close())

/** Tables without anything of anybody's: hashes, positions of places, and what this app keeps for itself. */
const NOBODYS = [
  'api_token',
  'audit',
  'dated_fact',
  'place_position',
  'retention_class',
  'schema_migration',
  'session',
  'sign_in_code',
]

/** Texts that are codes, though no check of the table says so. */
const CODES = [
  'acceptance.pack_version',
  'border.rings',
  'fidelity_variance.pack_version',
  'message.about_kind',
  'override.pack_version',
  'override.role',
  'service.duty_phone',
  'staged_upload.result',
  'stay_was.kind',
  'stay_was.status',
  'task.about_kind',
  'task.for_role',
  'task.kind',
  'unmet_need.pack_version',
  'unmet_need.why',
  'weighing.pack_version',
]

test('every table has rows of both services', async () => {
  const { rows } = await database.owner.query(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1)`,
    [NOBODYS],
  )
  for (const { name } of rows) {
    const key = name === 'service' ? 'id' : 'service_id'
    const { rows: services } = await database.owner.query(
      `select count(distinct ${key}) as count from "${name}"`,
    )
    expect(`${name} ${services[0].count}`).toBe(`${name} 2`)
  }
})

test('every free text says whose it is', async () => {
  const { rows } = await database.owner.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
      join pg_tables t on t.schemaname = 'public' and t.tablename = c.table_name
      where c.table_schema = 'public' and c.table_name <> all ($1) and c.udt_name in ('text', '_text', 'jsonb')
        and not exists (select from pg_constraint k where k.conrelid = format('%I', c.table_name)::regclass and k.contype = 'c'
          and pg_get_constraintdef(k.oid) ~ format('\\(\\(?%I (=|~)', c.column_name))`,
    [NOBODYS],
  )
  const silent: string[] = []
  for (const { table, column } of rows) {
    const { rows: found } = await database.owner.query(`select "${column}"::text as text from "${table}"`)
    if (found.every(({ text }) => markersIn(text ?? '').size === 0)) silent.push(`${table}.${column}`)
  }
  expect(rows.length).toBeGreaterThan(50)
  expect(silent.sort()).toEqual(CODES)
})
