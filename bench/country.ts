import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { openDatabase } from '../src/platform/database.ts'
import { root } from '../src/platform/root.ts'

/** A made-up country in a database of its own. */
export type Country = {
  dataDir: string
  services: number
  seconds: number
  megabytes: number
  madeAt: string
}

const say = (line: string) => process.stderr.write(`${line}\n`)
const DAY = 86_400_000
/** Stays are laid around the day it was made: later than this there is nobody left to sleep tonight. */
const KEPT_DAYS = 7

/**
 * The country of so many services, made by `bench/country/*.sql` where it is not there yet, is a week old, or `again`.
 * The first service is the same in each of them; the second has exactly 400 children.
 */
export async function country(services: number, again = false): Promise<Country> {
  const dataDir = join(root, `.cache/bench/country-${services}`)
  const mark = join(dataDir, 'country.json')
  const kept = await readFile(mark, 'utf8')
    .then((text): Country => JSON.parse(text))
    .catch(() => null)
  if (kept && !again && Date.now() - Date.parse(kept.madeAt) < KEPT_DAYS * DAY) return { ...kept, dataDir }
  say(`Making a country of ${services} service(s) in ${dataDir}`)
  const start = performance.now()
  await rm(dataDir, { recursive: true, force: true })
  const database = await openDatabase({ dataDir })
  const client = await database.owner.connect()
  try {
    const madeAt = new Date().toISOString()
    const megabytes = await fill(client, services, madeAt)
    const seconds = Math.round((performance.now() - start) / 1000)
    const made = { dataDir, services, seconds, megabytes, madeAt }
    await writeFile(mark, JSON.stringify(made))
    say(`Made in ${seconds} s, ${megabytes} MB`)
    return made
  } finally {
    client.release(true)
    await database.close()
  }
}

async function fill(client: pg.PoolClient, services: number, now: string): Promise<number> {
  const settings = { first: 1, last: services, now }
  for (const [name, value] of Object.entries(settings)) {
    await client.query('select set_config($1, $2, false)', [`country.${name}`, String(value)])
  }
  await client.query(
    "set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set temp_buffers = '256MB'; set synchronous_commit = off",
  )
  const rebuild = await shed(client)
  const folder = join(root, 'bench/country')
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()) {
    await timed(file, async () => client.query(await readFile(join(folder, file), 'utf8')))
  }
  for (const [what, sql] of rebuild) await timed(what, () => client.query(sql))
  await timed('vacuum analyze', () => client.query('vacuum (analyze)'))
  const { rows } = await client.query(
    `select (pg_database_size(current_database()) / 1e6)::int as megabytes, (select count(*) from household) as homes,
      (select count(*) from child) as children, (select count(*) from stay) as stays`,
  )
  say(JSON.stringify(rows[0]))
  return rows[0].megabytes
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1000
  if (seconds > 1) say(`${what}: ${seconds.toFixed(1)} s`)
}

/**
 * Takes off everything that is checked or kept up row by row, and gives what puts it back: indexes and constraints are
 * built over all rows at once, and fail where a row breaks one. What writes down how each stay stood
 * rests meanwhile: the country says that itself.
 */
async function shed(client: pg.PoolClient): Promise<[string, string][]> {
  await client.query('alter table stay disable trigger remember_stay')
  const { rows: constraints } = await client.query<Shed>(`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'x', 'f')
    order by array_position(array['p', 'u', 'x', 'f'], contype::text), conrelid::regclass::text, conname`)
  const { rows: indexes } = await client.query<Shed>(`
    select indrelid::regclass::text as "table", indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index join pg_class c on c.oid = indexrelid
    where c.relnamespace = 'public'::regnamespace
      and not exists (select from pg_constraint where conindid = indexrelid)`)
  // What others hang on goes last, and comes back first.
  for (const { table, name } of constraints.toReversed())
    await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  return [
    ...indexes.map(({ name, definition }): [string, string] => [`index ${name}`, definition]),
    ...constraints.map(({ table, name, definition }): [string, string] => [
      `${table} ${name}`,
      `alter table ${table} add constraint ${name} ${definition}`,
    ]),
    ['trigger', 'alter table stay enable trigger remember_stay'],
  ]
}

type Shed = { table: string; name: string; definition: string }

/** Run by itself: makes both countries, again where asked. */
if (process.argv.includes('--make')) {
  for (const services of process.argv.includes('--one') ? [1] : [150, 1])
    await country(services, process.argv.includes('--again'))
}
