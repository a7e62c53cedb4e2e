import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstat, mkdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Account, giveTo, nobody } from './embedded-account.ts'

/** What a running server, or one that was killed, wrote about itself. */
export interface Postmaster {
  pid: number
  port: number
  /** the folder of its socket */
  host: string
  /** whether that process lives and is this server */
  alive: boolean
  /** whether it says that it takes connections */
  ready: boolean
}

/** Where the cluster of a data folder lives. */
export const clusterOf = (root: string): string => join(root, 'postgres')

/** Reads the server's own note; undefined where none runs or ran. Throws when the folder is another user's. */
export async function readPostmaster(root: string): Promise<Postmaster | undefined> {
  const cluster = clusterOf(root)
  const note = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch((error) => {
    if (error.code === 'EACCES') throw new Error(`${root} belongs to another user of this machine.`)
    return ''
  })
  const [pid, , , port, host, , , status] = note.split('\n')
  if (!pid || !port || !host) return undefined
  const alive = await serves(Number(pid), cluster)
  return { pid: Number(pid), port: Number(port), host, alive, ready: status?.trim() === 'ready' }
}

/** Whether the process is the server of the cluster; a number that something else was given since is not. */
async function serves(pid: number, cluster: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8')
    .catch(() => (process.platform === 'linux' ? '' : askPs(pid)))
    .catch(() => '')
  return command.includes('postgres') && command.includes(cluster)
}

async function askPs(pid: number): Promise<string> {
  return (await promisify(execFile)('ps', ['-ww', '-o', 'args=', '-p', String(pid)])).stdout
}

/**
 * The private folder of the socket. A socket's path must be shorter than 108 characters, so a long data
 * folder gets one in the system's temporary folder, refused when somebody else put it there.
 */
export async function socketFolder(root: string, account: Account): Promise<string> {
  const near = join(root, 'socket')
  const key = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const folder = Buffer.byteLength(near) < 80 ? near : join(tmpdir(), `constellation-${key}`)
  await mkdir(folder, { mode: 0o700 }).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  const there = await lstat(folder)
  const self = process.getuid?.()
  // Root may find the folder of a run under another account of its own.
  const ours = [self, account.owner.uid, ...(self === 0 ? [nobody] : [])].includes(there.uid)
  if (!there.isDirectory() || !ours || (there.mode & 0o077) !== 0) {
    throw new Error(`${folder} should be a private folder of this app, and is not: remove it`)
  }
  await giveTo(account.owner, folder)
  return folder
}
