import type { PostgresPool } from 'kysely'
import pg from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'
import { isDatabaseDown } from './database-down.ts'
import { quick } from './database-statements.ts'
import { types } from './database-types.ts'

/** Connections whose server said goodbye: pg may hand one out once more before its socket closes. */
const gone = new WeakSet<pg.PoolClient>()

/**
 * A pool on `url` that answers within five seconds where the server does not. `startup` are settings in
 * the form `-c name=value` which a connection must take or be refused.
 */
export function makePool(url: string, config: pg.PoolConfig, startup = ''): pg.Pool {
  const from = parseIntoClientConfig(url)
  const pool = new pg.Pool({
    ...from,
    types,
    connectionTimeoutMillis: 4000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    ...config,
    options: [from.options, '-c timezone=UTC', startup].filter(Boolean).join(' '),
  })
  // Without a listener, on the pool for resting connections and on each for the busy, a loss ends the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => gone.add(client))
    const { connection } = client as unknown as { connection: NodeJS.EventEmitter }
    connection.on('errorMessage', (error) => {
      if (error.severity === 'FATAL' || isDatabaseDown(error)) gone.add(client)
    })
  })
  return pool
}

/**
 * The pool as Kysely takes it: a connection that is gone is passed over, and one that rested is asked for a
 * sign of life before it is handed out, so that a server that fell silent is noticed in three seconds.
 */
export function living(pool: pg.Pool): PostgresPool {
  const rested = new WeakMap<pg.PoolClient, number>()
  pool.on('release', (_error, client) => rested.set(client, Date.now()))
  const connect = async () => {
    for (;;) {
      const client = await pool.connect()
      const since = rested.get(client)
      if (!gone.has(client) && (since === undefined || Date.now() - since < 1000)) return quick(client)
      const error = gone.has(client) ? undefined : await ping(client)
      if (!error && !gone.has(client)) return quick(client)
      client.release(true)
      if (error && /timeout/.test(error.message)) throw error
    }
  }
  // Kysely that was never asked ends nothing: the pool is ended by who made it.
  return { connect, end: async () => {} } as unknown as PostgresPool
}

async function ping(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query({ text: '', query_timeout: 3000 } as pg.QueryConfig)
    return undefined
  } catch (error) {
    return error as Error
  }
}
