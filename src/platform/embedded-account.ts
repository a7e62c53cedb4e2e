import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process'
import { chown, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** As whom PostgreSQL runs: a command to put before its own, or another user to start it as. */
export interface Account {
  wrap: string[]
  as: { uid?: number; gid?: number }
  /** who must own the cluster and the socket folder, seen from here */
  owner: { uid: number; gid: number }
  /** whether it reaches through folders that are closed to it */
  passes: boolean
}

export const nobody = 65534
const unshare = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`]
const setpriv = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
const override = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']

/**
 * The accounts to try, best first. PostgreSQL refuses to run as root. In a user namespace it stays root
 * outside, so nobody else can touch its files; setpriv keeps the folder above it closed to others; the last,
 * a plain change of user, leaves it open to whatever else runs as `nobody`. A cluster that an ordinary user
 * made stays theirs. An ordinary user without a name in /etc/passwd (initdb insists on one) borrows one.
 */
export function accounts(made: { uid: number; gid: number } | undefined): Account[] {
  const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const namespaced = { wrap: unshare, as: {}, owner, passes: true }
  if (owner.uid !== 0) return [{ wrap: [], as: {}, owner, passes: true }, namespaced]
  if (made && made.uid !== 0 && made.uid !== nobody)
    return [{ wrap: [], as: made, owner: made, passes: false }]
  const them = { uid: nobody, gid: nobody }
  return [
    namespaced,
    { wrap: [...setpriv, ...override], as: {}, owner: them, passes: true },
    { wrap: [], as: them, owner: them, passes: false },
  ]
}

/** Starts a program under the account. The environment is bare: no PG… variable may bend what it does. */
export function spawnAs(
  account: Account,
  program: string,
  args: string[],
  options: SpawnOptions,
): ChildProcess {
  const [command = program, ...rest] = [...account.wrap, program, ...args]
  const env = { PATH: process.env.PATH ?? '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  return spawn(command, rest, { cwd: '/', ...options, ...account.as, env: { ...env, ...options.env } })
}

/** Runs a program to its end; gives what went wrong in its own words, or undefined when nothing did. */
export function runAs(account: Account, program: string, args: string[]): Promise<string | undefined> {
  const [command = program, ...rest] = [...account.wrap, program, ...args]
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
  return new Promise((resolve) =>
    execFile(command, rest, { cwd: '/', env, ...account.as }, (error, _out, err) =>
      resolve(error ? `${command}: ${err.trim() || error.message}` : undefined),
    ),
  )
}

/** Hands a folder and everything in it to the account, when it is not already theirs. */
export async function giveTo(owner: Account['owner'], path: string): Promise<void> {
  const there = await lstat(path)
  if (there.uid === owner.uid) return
  if (there.isDirectory()) for (const name of await readdir(path)) await giveTo(owner, join(path, name))
  await chown(path, owner.uid, owner.gid)
}
