import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { living, makePool } from './database-pool.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { root } from './root.ts'
import type { DB } from './tables.ts'

export interface DatabaseOptions {
  /** a PostgreSQL of your own; without it the embedded one is used */
  url?: string | undefined
  /** where the embedded server keeps its data */
  dataDir?: string | undefined
  /** false: leave the tables as they are */
  migrate?: boolean
  /** the folder of the migrations, the project's own by default */
  migrations?: string
  log?: (line: string) => void
}

export interface Database {
  /** as `constellation_app`: owns nothing, and row-level security holds for it */
  app: Kysely<DB>
  /** as the owner of the tables: for migrations and jobs, never for a person's request */
  owner: pg.Pool
  /** where it is, for another process */
  url: string
  /** Closes every connection, and the embedded server when nobody else uses it. */
  close(): Promise<void>
}

const role = 'constellation_app'
const oldest = 15

/**
 * Opens the database: starts or joins the embedded server, or connects to `url`; checks its version; applies
 * the migrations; gives the app's pool. Throws a sentence when one of these cannot be.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const embedded = options.url ? undefined : await startEmbedded(options.dataDir ?? join(root, 'data'))
  const url = options.url ?? embedded?.url ?? ''
  const owner = makePool(url, { max: 4, application_name: 'constellation owner' })
  try {
    await prepare(owner, options)
    // Set at the start of the session: a connection that cannot be the role is refused, RESET ROLE keeps it.
    const pool = makePool(
      url,
      { max: 10, application_name: 'constellation', pipeline: true, ...limits },
      `-c role=${role} -c plan_cache_mode=force_generic_plan`,
    )
    const app = new Kysely<DB>({ dialect: new PostgresDialect({ pool: living(pool) }) })
    const close = async () => {
      await app.destroy()
      await pool.end()
      await owner.end()
      await embedded?.stop()
    }
    await checkRole(pool).catch(async (error) => {
      await pool.end()
      throw error
    })
    return { app, owner, url, close }
  } catch (error) {
    await owner.end()
    await embedded?.stop()
    throw error
  }
}

/** A statement that takes longer is given up; `set local statement_timeout` makes room for a long one. */
const limits = {
  statement_timeout: 30_000,
  query_timeout: 60_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
}

async function prepare(owner: pg.Pool, options: DatabaseOptions): Promise<void> {
  const client = await owner.connect()
  try {
    const { rows } = await client.query(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
    )
    if (rows[0].number < oldest * 10_000) {
      throw new Error(`PostgreSQL ${oldest} or later is needed; this server is ${rows[0].version}`)
    }
    if (options.migrate !== false) {
      await migrate(client, options.migrations ?? join(root, 'migrations'), options.log)
    }
    await takeRole(client)
  } finally {
    client.release()
  }
}

/** From PostgreSQL 16 on, who creates a role may grant it but not yet be it; so may a later owner. */
async function takeRole(owner: pg.ClientBase): Promise<void> {
  try {
    await owner.query(`set role ${role}`)
    await owner.query('reset role')
  } catch (error) {
    const refused = (error as { code?: string }).code === '42501'
    if (refused) await owner.query(`grant ${role} to current_user`).catch(() => {})
  }
}

/** A pooler between us may drop startup settings, and with them row-level security: then do not start. */
async function checkRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query('select current_user as name').catch((error) => {
    if (!/role/.test(error.message)) throw error
    throw new Error(`The role ${role} cannot be used (${error.message}). Run the migrations.`, {
      cause: error,
    })
  })
  if (rows[0].name !== role) {
    throw new Error(`The database does not let this app be ${role}: connect to it directly, without a pooler`)
  }
}
