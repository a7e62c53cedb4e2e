import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/platform/database.ts'
import { testDatabase } from '../harness/database.ts'

/* What the database itself says of who may do what. The lists of exceptions only shrink. */

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database?.close())

async function names(query: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await database.owner.query(query, values)
  return rows.map(({ name }) => name)
}

const TABLES = `select c.oid, c.relname as name, c.relrowsecurity from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f')`

/** Hashes, positions of places, the columns of a dated fact, and which migrations ran: nobody's data. */
const NOBODYS = [
  'api_token',
  'dated_fact',
  'place_position',
  'retention_class',
  'schema_migration',
  'session',
  'sign_in_code',
]

test('every table with somebody’s data is kept by row-level security', async () => {
  expect(await names(`select name from (${TABLES}) t where not relrowsecurity order by 1`)).toEqual(NOBODYS)
})

test('every rule of row-level security asks for the service first', async () => {
  const { rows } = await database.owner.query(
    `select tablename as name, policyname, coalesce(qual, with_check) as says, with_check, cmd from pg_policies where schemaname = 'public'`,
  )
  expect(rows.length).toBeGreaterThan(100)
  const key = /^\(*(service_)?id = \( SELECT actor_service\(\)/
  expect(
    rows.filter(({ says }) => !key.test(says)).map(({ name, policyname }) => `${name} ${policyname}`),
  ).toEqual([])
  const writes = rows.filter(({ cmd }) => cmd === 'INSERT' || cmd === 'UPDATE' || cmd === 'ALL')
  expect(writes.filter(({ with_check }) => !key.test(with_check ?? '')).map(({ name }) => name)).toEqual([])
})

test('the app owns nothing and bypasses nothing', async () => {
  const { rows } = await database.owner.query(
    `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolcanlogin, rolreplication from pg_roles where rolname = 'constellation_app'`,
  )
  expect(rows).toEqual([
    {
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolcanlogin: false,
      rolreplication: false,
    },
  ])
  expect(
    await names(
      `select objid::text as name from pg_shdepend where deptype = 'o' and refobjid = 'constellation_app'::regrole`,
    ),
  ).toEqual([])
  expect(
    await names(
      `select roleid::regrole::text as name from pg_auth_members where member = 'constellation_app'::regrole`,
    ),
  ).toEqual([])
  expect(
    await names(
      `select nspname as name from pg_namespace where has_schema_privilege('constellation_app', oid, 'create') and nspname !~ '^pg_'`,
    ),
  ).toEqual([])
})

test('the app adds to the audit through its function alone, and changes or removes nothing there', async () => {
  const may = (right: string) => `has_table_privilege('constellation_app', 'audit', '${right}')`
  const { rows } = await database.owner.query(
    `select ${may('select')} as reads, ${may('insert')} or ${may('update')} or ${may('delete')} or ${may('truncate')} as writes`,
  )
  expect(rows).toEqual([{ reads: true, writes: false }])
})

test('not even the owner changes, removes or empties the audit', async () => {
  const service = '11111111-1111-4111-8111-111111111111'
  await database.owner.query(
    `insert into service (id, name, duty_phone) values ($1, 'Ashcombe', '01632 960 111')`,
    [service],
  )
  await database.owner.query(
    `insert into audit (service_id, via, action, outcome, subject, detail, hash) values ($1, 'web', 'x', 'done', '{}', '{}', '')`,
    [service],
  )
  for (const statement of [`update audit set action = 'y'`, 'delete from audit', 'truncate audit']) {
    await expect(database.owner.query(statement)).rejects.toThrow('cannot be changed or removed')
  }
})

test('the app removes no record: only what is over, of sign-in', async () => {
  expect(
    await names(`select name from (${TABLES}) t where has_table_privilege('constellation_app', t.oid, 'delete')
      or has_table_privilege('constellation_app', t.oid, 'truncate') order by 1`),
  ).toEqual(['session', 'sign_in_code'])
})

test('what runs with the owner’s rights has a fixed search path, and is a short list', async () => {
  const { rows } = await database.owner.query(
    `select proname as name, proconfig::text as config from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and prosecdef order by 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual([
    'enter',
    'let_go_of_uploads',
    'person_for_email',
    'person_of_session',
    'person_of_token',
    'remember_stay',
    'services',
    'write_audit',
  ])
  expect(rows.filter(({ config }) => !/search_path=public, pg_temp/.test(config ?? ''))).toEqual([])
})

test('a reference from one record to another carries the service, so it never leads into another', async () => {
  const { rows } = await database.owner.query(
    `select conrelid::regclass::text as name, pg_get_constraintdef(oid) as says from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace
        and exists (select from pg_attribute a where a.attrelid = conrelid and a.attname = 'service_id')
        and confrelid <> 'service'::regclass`,
  )
  expect(rows.length).toBeGreaterThan(50)
  expect(rows.filter(({ says }) => !/^FOREIGN KEY \(service_id, /.test(says))).toEqual([])
})
