import { fork } from 'node:child_process'
import type { Done, Job, Run } from './job.ts'

/** Does a job in a process of its own: its memory and its time are those of nothing else. */
export function apart(program: string, job: Job): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    // What it prints is nobody's figure, and HiGHS prints much.
    const child = fork(program, ['--job', JSON.stringify(job)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.once('message', (done: Done) => resolve({ ...job, ...done }))
    // Hours of figures are not lost for one process that had too little memory.
    child.once('exit', (status, signal) =>
      resolve({ ...job, ...lost(`its process ended (${signal ?? status})`, performance.now() - start) }),
    )
    child.once('error', reject)
  })
}

const lost = (trouble: string, milliseconds: number): Done => ({
  homes: 0,
  hubs: 0,
  found: null,
  trouble,
  wall: milliseconds / 1000,
  cpu: Number.NaN,
  peak: Number.NaN,
  moments: [],
  refused: [],
})
