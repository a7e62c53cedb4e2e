import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Answer, Effort, Impossible, Problem, Progress } from '../constellations/planner/problem.ts'
import { root } from '../platform/root.ts'
import { FLAGS, type FromWorker, type ToWorker } from './worker-words.ts'

/** The run broke off: the message is a sentence; the best plan found until then is kept. */
export class BrokenOff extends Error {
  readonly best: Progress['best']
  readonly bound: number
  constructor(says: string, best: Progress['best'], bound: number) {
    super(says)
    this.best = best
    this.bound = bound
  }
}

/** How often the worker's flag is set anew from `stop`. */
const ASKED_EVERY = 100

export interface Around {
  /** The worker's program; as built where it is not given. */
  readonly program?: string
  /** How long the solver may take to come to a step's end after it was stopped; then it is ended, milliseconds. */
  readonly grace?: number
}

/**
 * Solves in a thread of its own, fresh for each run, since the solver's memory never shrinks. `effort.stop` and
 * `effort.tell` are asked and told here. Stopped in the middle of a long step, it answers with the best plan and bound
 * told until then, without a certificate (all multipliers 0). Throws `BrokenOff` where the thread dies or the solver fails.
 */
export async function runPlanner(
  problem: Problem,
  effort: Effort,
  { program, grace = 5000 }: Around = {},
): Promise<Answer | Impossible> {
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const { seed, work } = effort
  const words: ToWorker = { problem, seed, work, flag }
  // What it writes would be HiGHS's own log, or the source of its whole program before an error.
  const worker = new Worker(program ?? (await builtWorker()), {
    workerData: words,
    stdout: true,
    stderr: true,
  })
  worker.stdout.resume()
  worker.stderr.resume()
  const told = { best: null as Progress['best'], bound: 0 }
  return new Promise((resolve, reject) => {
    let deadline: NodeJS.Timeout | undefined
    const end = (settle: () => void) => {
      clearInterval(asking)
      clearTimeout(deadline)
      worker.removeAllListeners()
      // Whatever it still throws while it is ended concerns nobody.
      worker.on('error', () => {})
      void worker.terminate()
      settle()
    }
    const broken = (says: string) => end(() => reject(new BrokenOff(says, told.best, told.bound)))
    const asking = setInterval(() => {
      const reason = effort.stop()
      if (reason === null || deadline) return
      Atomics.store(flag, 0, FLAGS.indexOf(reason))
      deadline = setTimeout(() => {
        const { best } = told
        if (best) end(() => resolve(unchecked(problem, best, told.bound, reason)))
        else broken(`It was stopped before it found a plan.`)
      }, grace)
    }, ASKED_EVERY)
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'answer') end(() => resolve(message.answer))
      else if (message.kind === 'failed') broken(`The planner failed: ${briefly(message.says)}.`)
      else {
        if (message.best) told.best = message.best
        told.bound = Math.max(told.bound, message.bound)
        effort.tell({ ...message.progress, best: told.best, bound: told.bound })
      }
    })
    worker.on('error', (error) => broken(`The planner failed: ${briefly(error.message)}.`))
    worker.on('exit', () => broken('The planner was ended from outside, or had too little memory.'))
  })
}

/** An answer of what was told alone: nobody can check its bound. */
function unchecked(
  { homes }: Problem,
  { plan, cost }: NonNullable<Progress['best']>,
  bound: number,
  ended: 'clock' | 'person',
): Answer {
  const certificate = { multipliers: homes.map(() => 0), bound: 0 }
  return { plan, cost, certificate, bound: Math.min(bound, cost.total), proven: false, ended }
}

const LONGEST = 200

/** The message alone: HiGHS puts its whole program, one line of a megabyte, before its errors. */
export function briefly(message: string): string {
  const lines = message.split('\n').map((line) => line.trim())
  const line = lines.find((one) => one !== '' && one.length <= LONGEST) ?? (lines[0] ?? '').slice(0, LONGEST)
  return line.replace(/[.\s]+$/, '') || 'it gave no reason'
}

/** The built program; run from its sources (a test), it is built on the spot. */
async function builtWorker(): Promise<string> {
  const built = join(root, 'dist', 'plans', 'planner-worker.js')
  if (!import.meta.filename?.endsWith('.ts')) return built
  const { build } = await import('esbuild')
  const outfile = join(root, '.cache', 'programs', `planner-worker-${process.pid}.mjs`)
  await build({
    entryPoints: [join(root, 'src', 'plans', 'planner-worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
  return outfile
}
