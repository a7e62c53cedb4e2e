import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClientBase } from 'pg'

interface Migration {
  number: number
  name: string
  sql: string
  checksum: string
}

interface Applied {
  number: number
  name: string
  checksum: string
}

const lock = 6_029_321

/**
 * Brings the database up to the folder's numbered SQL files (0001_name.sql, without gaps), each in its own
 * transaction; processes that start together wait for each other. Gives the names it applied.
 * Throws a sentence, and changes nothing, when an applied file was changed since, when the database knows
 * a file that this code does not, or when the folder holds none; and when a file fails, which leaves the
 * database as the file before it did.
 */
export async function migrate(
  owner: ClientBase,
  folder: string,
  log: (line: string) => void = () => {},
): Promise<string[]> {
  const files = await readMigrations(folder)
  await owner.query('select pg_advisory_lock($1)', [lock])
  try {
    await owner.query(`
      create table if not exists public.schema_migration (
        number int primary key,
        name text not null,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`)
    const { rows } = await owner.query<Applied>(
      'select number, name, checksum from public.schema_migration order by number',
    )
    refuseStrangers(files, rows)
    const waiting = files.slice(rows.length)
    for (const file of waiting) {
      await apply(owner, file)
      log(`Applied ${file.name}`)
    }
    return waiting.map((file) => file.name)
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [lock]).catch(() => {})
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  if (names.length === 0) throw new Error(`No migration found in ${folder}`)
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(/^(\d{4})_[a-z0-9_-]+\.sql$/.exec(name)?.[1])
      if (number !== index + 1) {
        const wanted = String(index + 1).padStart(4, '0')
        throw new Error(`Migration ${name} should be named ${wanted}_….sql: they are numbered without gaps`)
      }
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

function refuseStrangers(files: Migration[], applied: Applied[]): void {
  const newer = applied.at(files.length)
  if (newer) {
    throw new Error(`The database is newer than this code: it has ${newer.name}. Run the newer version.`)
  }
  for (const [index, row] of applied.entries()) {
    const file = files[index]
    if (file && file.checksum !== row.checksum) {
      throw new Error(
        `Migration ${file.name} was changed after it was applied${file.name === row.name ? '' : ` as ${row.name}`}. ` +
          'Put it back as it was and write a new one.',
      )
    }
  }
}

async function apply(owner: ClientBase, file: Migration): Promise<void> {
  await owner.query('begin')
  try {
    const transaction = await currentTransaction(owner)
    await owner.query(file.sql)
    if ((await currentTransaction(owner)) !== transaction) throw new Error('must not begin or commit')
    await owner.query('insert into public.schema_migration (number, name, checksum) values ($1, $2, $3)', [
      file.number,
      file.name,
      file.checksum,
    ])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback').catch(() => {})
    const { message, position } = error as { message: string; position?: string }
    const line = position ? `, line ${file.sql.slice(0, Number(position)).split('\n').length}` : ''
    const sentence = /^must/.test(message) ? ` ${message}` : `${line}: ${message}`
    throw new Error(`Migration ${file.name}${sentence}`, { cause: error })
  }
}

async function currentTransaction(owner: ClientBase): Promise<string> {
  return (await owner.query('select pg_current_xact_id()::text as id')).rows[0].id
}
