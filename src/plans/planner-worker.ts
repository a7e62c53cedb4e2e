import { parentPort, workerData } from 'node:worker_threads'
import type { Progress } from '../constellations/planner/problem.ts'
import { solve } from '../constellations/planner/solve.ts'
import { FLAGS, type FromWorker, type ToWorker } from './worker-words.ts'

/* The planner's thread: solves what it was given once, tells how it goes, and ends. */

const { problem, seed, work, flag } = workerData as ToWorker
const say = (message: FromWorker) => parentPort?.postMessage(message)

let told: Progress['best'] = null
const tell = ({ best, bound, ...progress }: Progress) => {
  say({ kind: 'progress', progress, best: best === told ? null : best, bound })
  told = best
}

try {
  const stop = () => FLAGS[Atomics.load(flag, 0)] ?? null
  say({ kind: 'answer', answer: await solve(problem, { seed, work, stop, tell }) })
} catch (thrown) {
  say({ kind: 'failed', says: thrown instanceof Error ? thrown.message : String(thrown) })
}
