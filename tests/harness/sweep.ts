import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readPostmaster } from '../../src/platform/embedded-postmaster.ts'

/** Stops the servers and removes the folders of test runs that were killed. */
export async function sweep(cache: string): Promise<void> {
  for (const name of await readdir(cache).catch(() => [])) {
    const pid = Number(/^test-(\d+)$/.exec(name)?.[1])
    if (!pid || pid === process.pid || lives(pid)) continue
    const left = await readPostmaster(join(cache, name)).catch(() => undefined)
    if (left?.alive) process.kill(left.pid, 'SIGQUIT')
    await rm(join(cache, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
