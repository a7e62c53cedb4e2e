import { open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { spawnAs } from './embedded-account.ts'
import { findBinaries } from './embedded-binaries.ts'
import { openCluster } from './embedded-cluster.ts'
import { socketFolder } from './embedded-postmaster.ts'
import { settings } from './embedded-settings.ts'

export interface StartOptions {
  /** false: faster, and a power cut may lose everything. For tests only. */
  durable?: boolean
  /** the folder of another version's package */
  packageFolder?: string
  /** PostgreSQL settings over our own */
  settings?: Record<string, string>
}

/** A server on its way up. */
export interface Start {
  ended: boolean
  said(): Promise<string>
}

/**
 * Starts the server under the account that can run it, apart from this process, so that it outlives it.
 * `stale` is the process of an earlier run which no longer is one. Throws a sentence where none can run it.
 */
export async function start(
  root: string,
  options: StartOptions,
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
  const child = spawnAs(account, binaries.postgres, args, {
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
