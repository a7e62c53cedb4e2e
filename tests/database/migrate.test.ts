import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { migrate } from '../../src/platform/migrate.ts'
import { dropDatabase, onServer, urlOf } from '../harness/url.ts'

const name = `test_migrate_${process.pid}`
const { url } = inject('server')
let folder: string
let owner: pg.Client
let second: pg.Client

beforeAll(() => onServer(url, `create database ${name}`))
afterAll(() => dropDatabase(url, name))
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'constellation-migrations-'))
  ;[owner, second] = [1, 2].map(() => new pg.Client({ connectionString: urlOf(url, name) })) as [
    pg.Client,
    pg.Client,
  ]
  await owner.connect()
  await second.connect()
  await owner.query('drop table if exists schema_migration, a, b, c')
  await write('0001_a.sql', 'create table a (id int);')
  await write('0002_b.sql', 'create table b (id int);\ninsert into b values (1);')
})
afterEach(async () => {
  await owner.end()
  await second.end()
  await rm(folder, { recursive: true })
})

const write = (file: string, sql: string) => writeFile(join(folder, file), sql)
const tables = async () =>
  (await owner.query(`select tablename from pg_tables where schemaname = 'public' order by 1`)).rows.map(
    (row) => row.tablename,
  )

test('applies each file once, in order, and only what is new', async () => {
  const lines: string[] = []
  expect(await migrate(owner, folder, (line) => lines.push(line))).toEqual(['0001_a.sql', '0002_b.sql'])
  expect(lines).toEqual(['Applied 0001_a.sql', 'Applied 0002_b.sql'])
  await write('0003_c.sql', 'create table c (id int)')
  expect(await migrate(owner, folder)).toEqual(['0003_c.sql'])
  expect(await migrate(owner, folder)).toEqual([])
  expect((await owner.query('select number, name from schema_migration order by 1')).rows).toEqual([
    { number: 1, name: '0001_a.sql' },
    { number: 2, name: '0002_b.sql' },
    { number: 3, name: '0003_c.sql' },
  ])
})

test('two processes at once apply each file once', async () => {
  const both = await Promise.all([migrate(owner, folder), migrate(second, folder)])
  expect(both.flat().sort()).toEqual(['0001_a.sql', '0002_b.sql'])
  expect((await owner.query('select * from b')).rows).toHaveLength(1)
})

test('a file that fails half-way leaves nothing, names its line, and can be mended', async () => {
  await write(
    '0003_c.sql',
    'create table c (id int);\ninsert into c values (1);\ninsert into nowhere values (1);',
  )
  await expect(migrate(owner, folder)).rejects.toThrow(
    'Migration 0003_c.sql, line 3: relation "nowhere" does not exist',
  )
  expect(await tables()).toEqual(['a', 'b', 'schema_migration'])
  await write('0003_c.sql', 'create table c (id int)')
  expect(await migrate(second, folder)).toEqual(['0003_c.sql'])
})

test('refuses a file that was changed after it was applied', async () => {
  await migrate(owner, folder)
  await write('0001_a.sql', 'create table a (id bigint);')
  await write('0003_c.sql', 'create table c (id int)')
  await expect(migrate(owner, folder)).rejects.toThrow(
    'Migration 0001_a.sql was changed after it was applied.',
  )
  expect(await tables()).toEqual(['a', 'b', 'schema_migration'])
})

test('line endings are no change', async () => {
  await migrate(owner, folder)
  await write('0002_b.sql', 'create table b (id int);\r\ninsert into b values (1);')
  expect(await migrate(owner, folder)).toEqual([])
})

test('refuses a database that is newer than the code', async () => {
  await migrate(owner, folder)
  await rm(join(folder, '0002_b.sql'))
  await expect(migrate(owner, folder)).rejects.toThrow(
    'The database is newer than this code: it has 0002_b.sql.',
  )
})

test('refuses a folder with a gap in its numbers', async () => {
  await write('0004_d.sql', 'select 1')
  await expect(migrate(owner, folder)).rejects.toThrow('Migration 0004_d.sql should be named 0003_….sql')
})

test('refuses a folder without migrations', async () => {
  await rm(join(folder, '0001_a.sql'))
  await rm(join(folder, '0002_b.sql'))
  await expect(migrate(owner, folder)).rejects.toThrow('No migration found')
})

test('a file that ends the transaction itself is refused', async () => {
  await write('0003_c.sql', 'create table c (id int); commit; begin;')
  await expect(migrate(owner, folder)).rejects.toThrow('Migration 0003_c.sql must not begin or commit')
})
