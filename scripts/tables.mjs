// Writes src/platform/tables.ts, the types of every table, from the migrations. With --check it writes
// nothing and fails when the file is not what the migrations make.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load, root } from './load.mjs'

const target = join(root, 'src/platform/tables.ts')
const { startEmbedded } = await load('src/platform/embedded.ts')
const { openDatabase } = await load('src/platform/database.ts')

const folder = await mkdtemp(join(tmpdir(), 'constellation-tables-'))
const embedded = await startEmbedded(join(folder, 'data'), { durable: false })
try {
  const database = await openDatabase({ url: embedded.url, migrations: join(root, 'migrations') })
  await database.close()
  const made = await generate(embedded.url, join(folder, 'tables.ts'))
  if (!process.argv.includes('--check')) await writeFile(target, made)
  else if ((await readFile(target, 'utf8')) !== made) {
    console.error('src/platform/tables.ts is not what the migrations make: run npm run tables')
    process.exitCode = 1
  }
} finally {
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
}

/** The types as our pools read them (database-types.ts): dates are text, int8 and numeric are numbers. */
async function generate(url, file) {
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      ...['--dialect', 'postgres', '--url', url, '--out-file', file],
      ...['--date-parser', 'string', '--numeric-parser', 'number', '--default-schema', 'public'],
      ...['--type-mapping', JSON.stringify({ int8: 'number' }), '--include-pattern', 'public.*'],
      ...['--exclude-pattern', 'public.schema_migration', '--log-level', 'error'],
    ],
    { stdio: 'inherit', cwd: folder },
  )
  if (status !== 0) throw new Error('kysely-codegen failed')
  return readFile(file, 'utf8')
}
