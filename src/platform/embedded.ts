import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { ensureDatabase, leave, name, take } from './embedded-keeper.ts'
import { readPostmaster } from './embedded-postmaster.ts'
import { type Start, type StartOptions, start } from './embedded-start.ts'

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

const patience = 60_000

/**
 * Starts the PostgreSQL that npm installed on `dataDir`, or joins the one that already runs there: the server
 * and a command line share one, an orphan of a killed process is adopted, and the last to leave stops it.
 * When it dies under us it is started again. Throws a sentence when it cannot run here, or what it said.
 */
export async function startEmbedded(dataDir: string, options: StartOptions = {}): Promise<Embedded> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const root = await realpath(dataDir)
  let leaving = false
  let reviving = Promise.resolve()
  let keeper = await reach(root, options, true)
  await ensureDatabase(keeper)
  const revive = async () => {
    while (!leaving) {
      try {
        // Never makes a new cluster: an empty database in place of a lost one would look like health.
        keeper = await reach(root, options, false)
        return watch()
      } catch {
        await pause(1000)
      }
    }
  }
  const watch = () => {
    keeper.once('end', () => {
      reviving = revive()
    })
  }
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
      await reviving
      await leave(keeper, root)
    },
  }
}

/** A connection to the running server that holds it; starts the server where none runs. */
async function reach(root: string, options: StartOptions, create: boolean): Promise<pg.Client> {
  let starting: Start | undefined
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    const running = await readPostmaster(root)
    // Asked even where its process is not to be seen: another container may share the folder.
    const keeper = running?.ready ? await take(running.host, running.port) : undefined
    if (keeper) return keeper
    if (!running?.alive && (!starting || starting.ended)) {
      if (starting) await forgive(root, await starting.said())
      starting = await start(root, options, create, running?.pid)
    }
    await pause(10)
  }
  throw new Error(`PostgreSQL in ${root} does not answer; see ${join(root, 'postgres.log')}`)
}

/** Somebody else was faster, or what a killed server left is still going away: wait. Else throws what it said. */
async function forgive(root: string, said: string): Promise<void> {
  if (/FATAL: .*(lock file|still in use)/.test(said)) return pause(100)
  const fatal = said
    .split('\n')
    .filter((line) => /FATAL|PANIC|error|cannot|denied|failed|refused/i.test(line))
  const words = fatal.map((line) => line.replace(/^.*?(FATAL|PANIC): +/, '')).join('; ')
  throw new Error(`PostgreSQL did not start in ${root}: ${words || said.trim() || 'it said nothing'}`)
}
