import { checkAnswer } from './constellations/planner/check.ts'
import { boundOf } from './constellations/planner/check-bound.ts'
import type { Progress } from './constellations/planner/problem.ts'
import { finishPlan } from './plans/finish-plan.ts'
import { giveUpPlan } from './plans/give-up-plan.ts'
import { plansToRunList, planToRun } from './plans/lists-run.ts'
import { type Laid, layOut } from './plans/rules/laid.ts'
import { isLost } from './plans/rules/standing.ts'
import { runPlan } from './plans/run-plan.ts'
import { BrokenOff, runPlanner } from './plans/run-planner.ts'
import { servicesToRun } from './plans/store-services.ts'
import { tellProgress } from './plans/tell-progress.ts'
import type { Caller } from './platform/actor.ts'
import { type Clock, startClock } from './platform/clock.ts'
import type { Database } from './platform/database.ts'
import type { Door } from './platform/door.ts'

type Run = { plan: string; stop: 'person' | 'lost' | null; over: Promise<void> }

const SECOND = 1000
/** It is heard of this often though nothing new was found, so that nobody thinks it lost. */
const HEARD_EVERY = 5

/**
 * Runs the plans that wait, in every service one at a time, each in a worker of its own and outside any transaction. Every
 * step of it goes through the door. A run that another server left is ended as a draft. Stopping it ends the runs that go
 * on, with the best they have.
 */
export function startRunningPlans(
  { owner }: Pick<Database, 'owner'>,
  door: Door,
  report: (fault: unknown) => void,
  every = SECOND,
): Clock {
  const runs = new Map<string, Run>()
  const round = async () => {
    for (const service of await servicesToRun(owner)) {
      const clock: Caller = { service, person: null, via: 'clock' }
      await lookAfter(door, clock, runs, report).catch(report)
    }
  }
  const clock = startClock(round, { every, report })
  return {
    stop: async () => {
      await clock.stop()
      for (const run of runs.values()) run.stop ??= 'lost'
      await Promise.all([...runs.values()].map(({ over }) => over))
    },
  }
}

async function lookAfter(
  door: Door,
  clock: Caller,
  runs: Map<string, Run>,
  report: (fault: unknown) => void,
) {
  const { plans } = await door.look(plansToRunList, clock, {})
  for (const { plan, heardAt, stop } of plans.filter(({ state }) => state === 'running')) {
    const run = runs.get(plan)
    if (run && stop) run.stop ??= 'person'
    if (!run && isLost(heardAt, door.now())) await door.perform(giveUpPlan, clock, { plan })
  }
  if (plans.some(({ state }) => state === 'running')) return
  const next = plans.find(({ state }) => state === 'waiting')
  if (!next) return
  await door.perform(runPlan, clock, { plan: next.plan })
  const run: Run = { plan: next.plan, stop: null, over: Promise.resolve() }
  runs.set(run.plan, run)
  run.over = carryOut(door, clock, run)
    .catch(report)
    .finally(() => runs.delete(run.plan))
}

/** One run, from its facts to its end. What fails ends it as a draft, and is reported. */
async function carryOut(door: Door, clock: Caller, run: Run): Promise<void> {
  const { plan } = run
  const { facts, settings } = await door.look(planToRun, clock, { plan })
  const laid = layOut(facts, settings)
  const teller = tellNowAndThen(door, clock, plan, laid)
  try {
    const answer = await runPlanner(laid.problem, {
      seed: settings.seed,
      work: 1,
      stop: () => (run.stop === null ? null : 'person'),
      tell: teller.tell,
    })
    await teller.stop()
    if ('clashes' in answer) {
      await door.perform(finishPlan, clock, { plan, ended: 'work', clashes: answer.clashes.map(laid.named) })
      return
    }
    const wrong = checkAnswer(laid.problem, answer)
    if (wrong.length > 0) throw new Error(`The checker refuses what the planner found: ${wrong.join(' ')}`)
    const { certificate, bound, proven, cost } = answer
    await door.perform(finishPlan, clock, {
      plan,
      ended: run.stop === 'lost' && answer.ended === 'person' ? 'lost' : answer.ended,
      best: { seats: laid.seatsOf(answer.plan), cost },
      bound: whole(bound),
      // Worked out anew from the multipliers, by code that the solver has no part in.
      checkedBound: whole(boundOf(laid.problem, certificate.multipliers)),
      multipliers: certificate.multipliers,
      proven,
    })
  } catch (fault) {
    await teller.stop()
    const best = fault instanceof BrokenOff ? fault.best : null
    await door.perform(finishPlan, clock, {
      plan,
      ended: run.stop ?? 'lost',
      best: best && { seats: laid.seatsOf(best.plan), cost: best.cost },
    })
    if (run.stop === null) throw fault
  }
}

/** A bound in whole metres; before there is one, every plan costs at least nothing. */
const whole = (bound: number): number => (Number.isFinite(bound) ? Math.max(0, Math.floor(bound)) : 0)

/** Tells how a run stands at most once a second, and where nothing is new, that it is still there. */
function tellNowAndThen(door: Door, clock: Caller, plan: string, laid: Laid) {
  let latest: Progress | null = null
  let told: Progress | null = null
  let silent = 0
  const telling = startClock(
    async () => {
      silent++
      if (!latest || (latest === told && silent < HEARD_EVERY)) return
      const { doing, best, bound, done, allowed } = latest
      const better = best && best.cost.total !== told?.best?.cost.total ? best : null
      told = latest
      silent = 0
      await door.perform(tellProgress, clock, {
        plan,
        doing,
        stepsDone: Math.round(done),
        stepsAllowed: Math.round(allowed),
        bound: whole(bound),
        best: better && { seats: laid.seatsOf(better.plan), cost: better.cost },
      })
    },
    // One that was stopped or given up meanwhile takes nothing more: its end says so.
    { every: SECOND, report: () => {} },
  )
  return {
    tell: (progress: Progress) => {
      latest = progress
    },
    stop: telling.stop,
  }
}
