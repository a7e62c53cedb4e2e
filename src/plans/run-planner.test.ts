import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planProblem } from '../../tests/given/plan-problem.ts'
import { breaksOf } from '../constellations/planner/breaks.ts'
import type { Progress } from '../constellations/planner/problem.ts'
import { BrokenOff, briefly, runPlanner } from './run-planner.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planner-'))
})
afterAll(() => rm(folder, { recursive: true }))

const problem = planProblem()
const plan = { constellations: [{ hub: 1, satellites: [0, 2] }], leftOut: [3, 4, 5] }
const cost = { journeys: 2, hubs: 0, leftOut: 0, wishes: 0, mix: 0, total: 2 }
const quiet = { seed: 7, work: 1, stop: () => null, tell: () => {} }

/** A thread that does something else than plan. */
async function thread(does: string): Promise<string> {
  const path = join(folder, `${does.length}-${does.replace(/\W/g, '').slice(0, 40)}.mjs`)
  const start = `import { parentPort, workerData } from 'node:worker_threads'
    const say = (message) => parentPort.postMessage(message)
    const progress = (best, bound) => say({ kind: 'progress', progress: { doing: 'Looking', done: 1, allowed: 2 }, best, bound })
    const best = ${JSON.stringify({ plan, cost })}
    const hang = () => { for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000) }
    `
  await writeFile(path, start + does)
  return path
}

async function brokenOff(does: string, effort = quiet, grace = 50): Promise<BrokenOff> {
  const thrown = await runPlanner(problem, effort, { program: await thread(does), grace }).catch(
    (error: unknown) => error,
  )
  if (thrown instanceof BrokenOff) return thrown
  throw new Error('It did not break off')
}

test('the planner itself, in its own thread, gives a plan that keeps the rules and tells how it goes', async () => {
  const told: Progress[] = []
  const answer = await runPlanner(problem, { ...quiet, tell: (progress) => told.push(progress) })
  if ('clashes' in answer) throw new Error(answer.clashes.join(' '))
  expect(breaksOf(problem, answer.plan)).toEqual([])
  expect(told.length).toBeGreaterThan(0)
})

test('what was told stays told: the best plan is sent once, and the bound never falls', async () => {
  const told: [Progress['best'], number][] = []
  const does = `progress(best, 1); progress(null, 0.5); say({ kind: 'answer', answer: { clashes: [String(workerData.seed)] } })`
  const answer = await runPlanner(
    problem,
    { ...quiet, tell: ({ best, bound }) => told.push([best, bound]) },
    { program: await thread(does) },
  )
  expect(answer).toEqual({ clashes: ['7'] })
  expect(told).toEqual([
    [{ plan, cost }, 1],
    [{ plan, cost }, 1],
  ])
})

describe('stopped', () => {
  test.each(['clock', 'person'] as const)('by the %s, it hears so between its steps', async (reason) => {
    const does = `while (Atomics.load(workerData.flag, 0) === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
      say({ kind: 'answer', answer: { clashes: ['flag ' + Atomics.load(workerData.flag, 0)] } })`
    const answer = await runPlanner(
      problem,
      { ...quiet, stop: () => reason },
      { program: await thread(does) },
    )
    expect(answer).toEqual({ clashes: [reason === 'clock' ? 'flag 1' : 'flag 2'] })
  })

  test('in the middle of a long step, it gives the best plan that was told, with a bound nobody can check', async () => {
    const answer = await runPlanner(
      problem,
      { ...quiet, stop: () => 'clock' },
      { program: await thread('progress(best, 5); hang()'), grace: 400 },
    )
    const certificate = { multipliers: [0, 0, 0, 0, 0, 0], bound: 0 }
    expect(answer).toEqual({ plan, cost, certificate, bound: 2, proven: false, ended: 'clock' })
  })

  test('before it found a plan, that is said', async () => {
    const { message, best } = await brokenOff('hang()', { ...quiet, stop: () => 'person' as never })
    expect([message, best]).toEqual(['It was stopped before it found a plan.', null])
  })
})

describe('broken off', () => {
  test('a thread that dies leaves the best plan and a sentence', async () => {
    const broken = await brokenOff('progress(best, 1); setTimeout(() => process.exit(3), 20)')
    expect(broken.message).toBe('The planner was ended from outside, or had too little memory.')
    expect([broken.best, broken.bound]).toEqual([{ plan, cost }, 1])
  })

  test('an error that nobody caught, cut to its message', async () => {
    const broken = await brokenOff(`throw new Error('x'.repeat(5000) + '\\nout of memory.\\n')`)
    expect(broken.message).toBe('The planner failed: out of memory.')
  })

  test('a fault the solver told', async () => {
    expect((await brokenOff(`say({ kind: 'failed', says: 'it is stuck' })`)).message).toBe(
      'The planner failed: it is stuck.',
    )
  })
})

test('a message is one line of at most 200 letters', () => {
  expect(briefly('Aborted(OOM).')).toBe('Aborted(OOM)')
  expect(briefly('y'.repeat(9000))).toHaveLength(200)
  expect(briefly(' \n ')).toBe('it gave no reason')
})
