import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { readPostmaster } from './embedded-postmaster.ts'

/** The app's database and the role that owns it. */
export const name = 'constellation'
/** Every process that uses a server holds this lock, shared; who gets it alone may stop the server. */
const hold = 6_029_311

/** A connection that holds the server; undefined where nothing answers. */
export async function take(host: string, port: number): Promise<pg.Client | undefined> {
  const client = superuser(host, port)
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

function superuser(host: string, port: number): pg.Client {
  const client = new pg.Client({
    host,
    port,
    user: 'postgres',
    database: 'postgres',
    application_name: 'constellation keeper',
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => {})
  return client
}

/** Makes the app's database and its owner, once. */
export async function ensureDatabase(keeper: pg.Client): Promise<void> {
  const { rows } = await keeper.query('select 1 from pg_database where datname = $1', [name])
  if (rows.length > 0) return
  // On a connection of its own: the work would leave the keeper's server process large for its whole life.
  const client = superuser(keeper.host, keeper.port)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [hold + 1])
    const again = await client.query('select 1 from pg_database where datname = $1', [name])
    if (again.rows.length > 0) return
    await client.query(`create role ${name} login createdb createrole`)
    await client.query(`create database ${name} owner ${name}`)
  } finally {
    await client.end()
  }
}

/** Lets go of the server, and stops it when nobody else holds it. */
export async function leave(keeper: pg.Client, root: string): Promise<void> {
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
