import { createHash } from 'node:crypto'
import type { PostgresPool } from 'kysely'
import pg from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'
import { isDatabaseDown } from './database-down.ts'
import { types } from './database-types.ts'
import { PLAN_KEPT } from './plan-kept.ts'

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
      const client = keepsPlans(await pool.connect())
      const since = rested.get(client)
      if (!gone.has(client) && (since === undefined || Date.now() - since < 1000)) return client
      const error = gone.has(client) ? undefined : await ping(client)
      if (!error && !gone.has(client)) return client
      client.release(true)
      if (error && /timeout/.test(error.message)) throw error
    }
  }
  // Kysely that was never asked ends nothing: the pool is ended by who made it.
  return { connect, end: async () => {} } as PostgresPool
}

async function ping(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query({ text: '', query_timeout: 3000 } as pg.QueryConfig)
    return undefined
  } catch (error) {
    return error as Error
  }
}

const keeping = new WeakSet<pg.PoolClient>()

/** The connection, which from now on keeps the plans of the questions that say so. */
function keepsPlans(client: pg.PoolClient): pg.PoolClient {
  if (keeping.has(client)) return client
  keeping.add(client)
  const ask = client.query.bind(client) as (...question: unknown[]) => unknown
  const query = (text: unknown, ...rest: unknown[]): unknown => {
    if (typeof text !== 'string' || !text.trimStart().startsWith(PLAN_KEPT)) return ask(text, ...rest)
    const name = createHash('sha256').update(text).digest('hex').slice(0, 40)
    return ask({ name, text, values: rest[0] })
  }
  client.query = query as typeof client.query
  return client
}
