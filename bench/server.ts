import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../src/platform/root.ts'

export type Server = { url: string; process: ChildProcess; stop: () => Promise<void> }

/** The built server on a data folder, as `npm start` runs it; ready when /health says so. */
export async function startServer(dataDir: string): Promise<Server> {
  const port = await freePort()
  const child = spawn(process.execPath, [join(root, 'dist/main.js')], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', DEMO: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.ok) break
    if (child.exitCode !== null) throw new Error('The server ended before it was ready')
    await pause(5)
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    url,
    process: child,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Megabytes that the server and its PostgreSQL hold, shared pages counted once (Pss). Linux only. */
export async function megabytes(server: Server, dataDir: string): Promise<number> {
  const database = Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
  const pids = [server.process.pid ?? 0, database, ...(await childrenOf(database))]
  const held = await Promise.all(pids.map(pss))
  return held.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent ? [pid] : []
    }),
  )
  return found.flat()
}

async function pss(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
}
