import { describe, expect, test } from 'vitest'
import { planProblem } from '../../tests/given/plan-problem.ts'
import { BrokenOff, type runPlanner } from '../plans/run-planner.ts'
import { answerOf } from './plan-answer.ts'
import { bare } from './plan-ground.ts'
import { runGrounds } from './plan-run.ts'
import { Stop } from './say.ts'

const plan = {
  constellations: [
    { hub: 1, satellites: [0, 2] },
    { hub: 4, satellites: [3, 5] },
  ],
  leftOut: [],
}
const cost = { journeys: 4, hubs: 0, leftOut: 0, wishes: 0, mix: 0, total: 4 }
const six = bare(planProblem(), null, 'km', false)
type Run = typeof runPlanner
const options = { seed: 1, work: 1, seconds: null }

describe('a run that breaks off', () => {
  test('gives the best plan until then, as a draft with its reason', async () => {
    const breaks: Run = () => Promise.reject(new BrokenOff('It had too little memory.', { plan, cost }, 3))
    const [outcome] = await runGrounds([six], options, breaks)
    expect(outcome).toMatchObject({
      plan,
      bound: 3,
      proven: false,
      ended: 'broken',
      broken: 'It had too little memory.',
    })
    expect(outcome && answerOf(outcome)).toMatchObject({
      objective: 4,
      lowerBound: 3,
      gap: 0.25,
      ended: 'broken',
    })
  })

  test('before there was a plan, is its sentence alone, with the agency where there are several', async () => {
    const breaks: Run = () => Promise.reject(new BrokenOff('It had too little memory.', null, 0))
    await expect(runGrounds([{ ...six, agency: 'West' }], options, breaks)).rejects.toEqual(
      new Stop('West: It had too little memory.'),
    )
  })
})

test('what the planner finds impossible is said', async () => {
  const clashes: Run = async () => ({ clashes: ['A and B cannot.', 'C cannot.'] })
  await expect(runGrounds([six], options, clashes)).rejects.toEqual(new Stop('A and B cannot.\nC cannot.'))
})

test('Ctrl+C stops it as a person', async () => {
  const stopped: Run = async (_problem, { stop }) => {
    expect(stop()).toBeNull()
    process.emit('SIGINT')
    return { clashes: [String(stop())] }
  }
  await expect(runGrounds([six], options, stopped)).rejects.toEqual(new Stop('person'))
})

test('each ground has a share of the seconds by its homes, and all of it where it is alone', async () => {
  const ended: number[] = []
  const waits: Run = async (_problem, { stop }) => {
    const start = Date.now()
    while (stop() === null) await new Promise((later) => setTimeout(later, 5))
    ended.push(Date.now() - start)
    const certificate = { multipliers: [], bound: 0 }
    return { plan, cost, certificate, bound: 0, proven: false, ended: 'clock' }
  }
  await runGrounds([six], { ...options, seconds: 0.2 }, waits)
  expect(ended[0]).toBeGreaterThanOrEqual(195)
  await runGrounds([six, six, six, six, six, six, six, six], { ...options, seconds: 0.4 }, waits)
  expect(Math.max(...ended.slice(1))).toBeLessThan(400)
})
