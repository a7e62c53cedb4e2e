import type { ChildProcess } from 'node:child_process'
import { mkdir, open, realpath, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { spawnAs } from './embedded-account.ts'
import { findBinaries } from './embedded-binaries.ts'
import { openCluster } from './embedded-cluster.ts'
import { readPostmaster, socketFolder } from './embedded-postmaster.ts'
import { settings } from './embedded-settings.ts'

export interface EmbeddedOptions {
  /** false: faster, and a power cut may lose everything. For tests only. */
  durable?: boolean
  /** the folder of another version's package */
  packageFolder?: string
  /** PostgreSQL settings over our own */
  settings?: Record<string, string>
}

export interface Embedded {
  /** the folder of the unix socket */
  host: string
  port: number
  database: string
  /** owns the database; may create databases and roles, and is no superuser */
  user: string
  /** the same as a URL that openDatabase and pg take */
  url: string
  /** the server's process */
  pid: number
  /** Lets go of the server, and stops it when no other process of ours holds it. */
  stop(): Promise<void>
}

const name = 'constellation'
/** Every process that uses a server holds this lock, shared; who gets it alone may stop the server. */
const hold = 6_029_311
const patience = 60_000

/**
 * Starts the PostgreSQL that npm installed on `dataDir`, or joins the one that already runs there: the server
 * and a command line share one, an orphan of a killed process is adopted, and the last to leave stops it.
 * When it dies under us it is started again. Throws a sentence when it cannot run here, or what it said.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const root = await realpath(dataDir)
  let leaving = false
  let keeper = await reach(root, options, true)
  await ensureDatabase(keeper)
  const watch = () =>
    keeper.once('end', async () => {
      while (!leaving) {
        // Never make a new cluster here: an empty database in place of a lost one would look like health.
        const again = await reach(root, options, false).catch(() => pause(1000))
        if (!again) continue
        keeper = again
        if (leaving) return keeper.end()
        return watch()
      }
    })
  watch()
  const { host, port } = keeper
  return {
    host,
    port,
    database: name,
    user: name,
    url: `postgres://${name}@/${name}?host=${encodeURIComponent(host)}&port=${port}`,
    pid: (await readPostmaster(root))?.pid ?? 0,
    stop: async () => {
      if (leaving) return
      leaving = true
      await leave(keeper, root)
    },
  }
}

/** A connection to the running server that holds it; starts the server where none runs. */
async function reach(root: string, options: EmbeddedOptions, create: boolean): Promise<pg.Client> {
  let starting: Start | undefined
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    const running = await readPostmaster(root)
    const keeper = running?.alive && running.ready && (await take(running.host, running.port))
    if (keeper) return keeper
    if (!running?.alive && (!starting || starting.ended)) {
      // Somebody else was faster, or what a killed server left behind is still going away: look again.
      const said = starting && (await starting.said())
      if (said && !/FATAL: .*(lock file|still in use)/.test(said)) throw new Error(sentence(root, said))
      if (said) await pause(100)
      starting = await start(root, options, create, running?.pid)
    }
    await pause(10)
  }
  throw new Error(`PostgreSQL in ${root} does not answer; see ${join(root, 'postgres.log')}`)
}

async function take(host: string, port: number): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    host,
    port,
    user: 'postgres',
    database: 'postgres',
    application_name: 'constellation keeper',
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [hold])
    return client
  } catch (error) {
    await client.end().catch(() => {})
    if ((error as { code?: string }).code === 'EACCES') {
      throw new Error(`The database at ${host} belongs to another user of this machine.`)
    }
    return undefined
  }
}

interface Start {
  ended: boolean
  said(): Promise<string>
}

async function start(
  root: string,
  options: EmbeddedOptions,
  create: boolean,
  stale?: number,
): Promise<Start> {
  const binaries = await findBinaries(options.packageFolder, root)
  const { cluster, account } = await openCluster(root, binaries, create, options.durable !== false)
  const socket = await socketFolder(root, account)
  const file = join(root, 'postgres.log')
  const size = await stat(file).then(
    (there) => there.size,
    () => 0,
  )
  if (size > 5_000_000) await rename(file, `${file}.1`)
  const log = await open(file, 'a', 0o600)
  const from = (await log.stat()).size
  const all = settings(binaries.major, options.durable !== false, socket, options.settings)
  const args = ['-D', cluster, ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])]
  // PostgreSQL takes a lock file for stale when its process is its own grandparent, as pg_ctl tells it.
  // A number that now belongs to something else (a container's next run) must not block it either.
  const env = stale ? { PG_GRANDPARENT_PID: String(stale) } : {}
  const child: ChildProcess = spawnAs(account, binaries.postgres, args, {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env,
  })
  child.unref()
  const state = {
    ended: false,
    said: async () => {
      const length = (await stat(file)).size - from
      const reader = await open(file, 'r')
      const { buffer } = await reader.read(Buffer.alloc(Math.max(length, 1)), 0, length, from)
      await reader.close()
      return buffer.toString()
    },
  }
  for (const event of ['exit', 'error']) child.once(event, () => (state.ended = true))
  await log.close()
  return state
}

/** Makes the app's database and its owner, once. */
async function ensureDatabase(keeper: pg.Client): Promise<void> {
  await keeper.query('select pg_advisory_lock($1)', [hold + 1])
  const { rows } = await keeper.query('select 1 from pg_database where datname = $1', [name])
  if (rows.length === 0) {
    await keeper.query(
      `do $$ begin create role ${name} login createdb createrole; exception when duplicate_object then end $$`,
    )
    await keeper.query(`create database ${name} owner ${name}`)
  }
  await keeper.query('select pg_advisory_unlock($1)', [hold + 1])
}

async function leave(keeper: pg.Client, root: string): Promise<void> {
  try {
    await keeper.query('select pg_advisory_unlock_shared($1)', [hold])
    const { rows } = await keeper.query('select pg_try_advisory_lock($1) as alone', [hold])
    const running = await readPostmaster(root)
    // With the lock ours alone a process that comes now waits for it, loses its connection and starts anew.
    if (rows[0]?.alone && running?.alive) {
      process.kill(running.pid, 'SIGINT')
      const deadline = Date.now() + 20_000
      while (Date.now() < deadline && (await readPostmaster(root))?.pid === running.pid) await pause(10)
    }
  } catch {
    // The server is already gone.
  }
  await keeper.end().catch(() => {})
}

function sentence(root: string, said: string): string {
  const fatal = said
    .split('\n')
    .filter((line) => /FATAL|PANIC|error|cannot|denied|failed|refused/i.test(line))
  const words = fatal.map((line) => line.replace(/^.*?(FATAL|PANIC): +/, '')).join('; ')
  return `PostgreSQL did not start in ${root}: ${words || said.trim() || 'it said nothing'}`
}
