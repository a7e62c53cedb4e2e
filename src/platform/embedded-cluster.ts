import { chmod, chown, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, accounts, giveTo, nobody, runAs } from './embedded-account.ts'
import type { Binaries } from './embedded-binaries.ts'
import { clusterOf } from './embedded-postmaster.ts'

const ours = /^(postgres|postgres\.log(\.1)?|socket|native-.*|new-.*)$/

/**
 * Finds or makes the cluster in a data folder, and the account that can run it. It is made beside and moved
 * into place whole, so neither a killed first start nor two at once leave half a cluster.
 * Throws a sentence with what every account said when none can run it.
 */
export async function openCluster(
  root: string,
  binaries: Binaries,
  create: boolean,
  durable: boolean,
): Promise<{ cluster: string; account: Account }> {
  const cluster = clusterOf(root)
  const made = await lstat(cluster).catch(() => undefined)
  if (!made && !create) throw new Error(`${cluster} is gone`)
  const said: string[] = []
  for (const account of accounts(made)) {
    try {
      await openWay(root, account)
      const wrong = made
        ? await runAs(account, binaries.postgres, ['-C', 'port', '-D', await given(account, cluster)])
        : await make(root, binaries, account, durable)
      if (!wrong) return { cluster, account }
      said.push(wrong)
    } catch (error) {
      said.push(error instanceof Error ? error.message : String(error))
    }
  }
  throw new Error(
    `PostgreSQL cannot run here: ${said.join('; ')}. Run as another user, or set DATABASE_URL to a PostgreSQL 15 or later.`,
  )
}

async function given(account: Account, cluster: string): Promise<string> {
  await giveTo(account.owner, cluster)
  return cluster
}

/**
 * Closes the data folder to others, and gives it to an account that could not pass otherwise; takes it back
 * for one that can. A folder that holds other things than ours is left as it is.
 */
async function openWay(root: string, account: Account): Promise<void> {
  const self = process.getuid?.() ?? 0
  const there = await lstat(root)
  const wanted = account.passes ? self : account.owner.uid
  if (there.uid === wanted && (there.mode & 0o077) === 0) return
  const strange = (await readdir(root)).find((name) => !ours.test(name))
  if (strange && !account.passes)
    throw new Error(`${root} also holds ${strange}: the data needs a folder of its own`)
  if (strange || (self !== 0 && there.uid !== self)) return
  if (there.uid === self || there.uid === nobody || !account.passes) {
    await chown(root, wanted, account.passes ? there.gid : account.owner.gid)
    await chmod(root, 0o700)
  }
}

async function make(
  root: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<string | undefined> {
  await sweep(root)
  const fresh = join(root, `new-${process.pid}-${Date.now()}`)
  await mkdir(fresh, { mode: 0o700 })
  await chown(fresh, account.owner.uid, account.owner.gid)
  const locale =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8']
  const wrong = await runAs(account, binaries.initdb, [
    ...['-D', fresh, '--username=postgres', '--auth-local=trust', '--auth-host=scram-sha-256'],
    ...['--encoding=UTF8', ...locale, '--no-instructions', ...(durable ? [] : ['--no-sync'])],
  ])
  if (!wrong) {
    await rename(fresh, clusterOf(root)).catch((error) => {
      // Another process was first: its cluster is the one.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  }
  await rm(fresh, { recursive: true, force: true })
  return wrong
}

/** Removes what killed first starts left behind. */
async function sweep(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const pid = Number(/^new-(\d+)-/.exec(name)?.[1])
    if (!pid || pid === process.pid) continue
    try {
      process.kill(pid, 0)
    } catch {
      await rm(join(root, name), { recursive: true, force: true })
    }
  }
}
