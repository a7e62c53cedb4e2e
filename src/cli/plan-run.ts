import { availableParallelism } from 'node:os'
import { clashesOf } from '../constellations/planner/clashes.ts'
import type { Answer, Cost, Plan, Progress } from '../constellations/planner/problem.ts'
import { BrokenOff, runPlanner } from '../plans/run-planner.ts'
import type { Ground } from './plan-ground.ts'
import type { RunOptions } from './plan-options.ts'
import { Stop, tell } from './say.ts'

/** What came of a ground: bounds in units. `broken` says why there is no answer of the planner's own. */
export type Outcome = {
  ground: Ground
  plan: Plan
  cost: Cost
  bound: number
  checkedBound: number
  proven: boolean
  ended: Answer['ended'] | 'broken'
  broken: string | null
  seconds: number
}

/**
 * Plans each ground, as many at once as there are processors. Ctrl+C ends it with the best plans so far; so does the
 * clock, of which each ground has a share by its homes. `run` is the planner. Throws every clash as sentences.
 */
export async function runGrounds(
  grounds: readonly Ground[],
  options: RunOptions,
  run: typeof runPlanner = runPlanner,
): Promise<Outcome[]> {
  const clashes = grounds.flatMap((ground) => named(ground, clashesOf(ground.problem)))
  if (clashes.length > 0) throw new Stop(clashes.join('\n'))
  const stopped = { byPerson: false }
  const stop = () => {
    stopped.byPerson = true
  }
  process.once('SIGINT', stop)
  const threads = Math.min(grounds.length, availableParallelism())
  const shareOf = shares(grounds, options.seconds, threads)
  const outcomes: Outcome[] = []
  const waiting = grounds.map((ground, place) => ({ ground, place }))
  const thread = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      outcomes[next.place] = await runOne(next.ground, options, shareOf(next.ground), stopped, run)
  }
  try {
    await Promise.all(Array.from({ length: threads }, thread))
  } finally {
    process.removeListener('SIGINT', stop)
  }
  return outcomes
}

const named = ({ agency }: Ground, sentences: readonly string[]): string[] =>
  sentences.map((sentence) => (agency === null ? sentence : `${agency}: ${sentence}`))

/** Milliseconds: a thread needs about a second to begin and find a first plan. */
const LEAST = 1000

/** The seconds that are left, shared by the homes that are left: what one ground does not use, the others may. */
function shares(grounds: readonly Ground[], seconds: number | null, threads: number) {
  const end = seconds === null ? null : Date.now() + seconds * 1000
  let left = grounds.reduce((sum, { problem }) => sum + problem.homes.length, 0)
  return ({ problem }: Ground): number => {
    const part = Math.min(1, (threads * problem.homes.length) / Math.max(1, left))
    left -= problem.homes.length
    return end === null
      ? Number.POSITIVE_INFINITY
      : Math.max(Math.min(LEAST, ((seconds ?? 0) * 1000) / 4), Math.max(0, end - Date.now()) * part)
  }
}

async function runOne(
  ground: Ground,
  { seed, work }: RunOptions,
  share: number,
  stopped: { byPerson: boolean },
  run: typeof runPlanner,
): Promise<Outcome> {
  const start = Date.now()
  const stop = () => {
    if (stopped.byPerson) return 'person'
    return Date.now() - start >= share ? 'clock' : null
  }
  const passed = () => Math.round((Date.now() - start) / 10) / 100
  try {
    const answer = await run(ground.problem, { seed, work, stop, tell: teller(ground, passed) })
    if ('clashes' in answer) throw new Stop(named(ground, answer.clashes).join('\n'))
    const { plan, cost, bound, certificate, proven, ended } = answer
    const checkedBound = certificate.bound
    return { ground, plan, cost, bound, checkedBound, proven, ended, broken: null, seconds: passed() }
  } catch (thrown) {
    if (!(thrown instanceof BrokenOff)) throw thrown
    const [broken] = named(ground, [thrown.message])
    if (!thrown.best || broken === undefined) throw new Stop(broken ?? thrown.message)
    const { plan, cost } = thrown.best
    const bound = Math.min(thrown.bound, cost.total)
    return {
      ground,
      plan,
      cost,
      bound,
      checkedBound: 0,
      proven: false,
      ended: 'broken',
      broken,
      seconds: passed(),
    }
  }
}

const SAME_AGAIN = 10

/** Tells how it goes: what is new at most once a second, and where nothing is, that it still works. */
function teller({ agency, problem }: Ground, passed: () => number) {
  let told = { at: Number.NEGATIVE_INFINITY, says: '' }
  return ({ doing, best, bound }: Progress) => {
    const figure = (units: number) =>
      (units / problem.scale).toLocaleString('en-GB', { maximumFractionDigits: 1 })
    const found = `${best ? `best ${figure(best.cost.total)}, ` : ''}at least ${figure(Math.max(0, bound))}`
    const says = `${agency === null ? '' : `${agency}: `}${doing}: ${found}`
    const at = passed()
    if (at - told.at < (says === told.says ? SAME_AGAIN : 1)) return
    told = { at, says }
    tell(`${says}, ${Math.round(at)} s`)
  }
}
