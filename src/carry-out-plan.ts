import { checkAnswer } from './constellations/planner/check.ts'
import { boundOf } from './constellations/planner/check-bound.ts'
import type { Progress } from './constellations/planner/problem.ts'
import { finishPlan } from './plans/finish-plan.ts'
import { planToRun } from './plans/lists-run.ts'
import { type Laid, layOut } from './plans/rules/laid.ts'
import { trueBest } from './plans/rules/true-best.ts'
import { BrokenOff, runPlanner } from './plans/run-planner.ts'
import { tellProgress } from './plans/tell-progress.ts'
import type { Caller } from './platform/actor.ts'
import { startClock } from './platform/clock.ts'
import type { Door } from './platform/door.ts'
import { Refusal } from './platform/refusals.ts'

/** A run that goes on; `stop` says who ends it: a person, or the server that closes. */
export type Run = { plan: string; stop: 'person' | 'lost' | null }

const SECOND = 1000
/** It is heard of this often though nothing new was found, so that nobody thinks it lost. */
const HEARD_EVERY = 5

/** Before the solver has said anything. */
const BEGINNING: Progress = { doing: 'It begins', best: null, bound: 0, done: 0, allowed: 1 }

/** One run, from its facts to its end. What fails ends it as a draft, and is reported. */
export async function carryOut(
  door: Door,
  clock: Caller,
  run: Run,
  report: (fault: unknown) => void,
): Promise<void> {
  const { plan } = run
  const { facts, settings } = await door.look(planToRun, clock, { plan })
  const laid = layOut(facts, settings)
  const teller = tellNowAndThen(door, clock, plan, laid, report)
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
    const best = fault instanceof BrokenOff ? trueBest(laid.problem, fault.best) : null
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
function tellNowAndThen(
  door: Door,
  clock: Caller,
  plan: string,
  laid: Laid,
  report: (fault: unknown) => void,
) {
  let latest: Progress = BEGINNING
  let told: Progress | null = null
  let silent = 0
  const telling = startClock(
    async () => {
      silent++
      if (silent < HEARD_EVERY && (latest === told || latest === BEGINNING)) return
      const { doing, best, bound, done, allowed } = latest
      const better = best?.cost.total === told?.best?.cost.total ? null : trueBest(laid.problem, best)
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
    {
      every: SECOND,
      report: (no) => {
        if (!(no instanceof Refusal)) report(no)
      },
    },
  )
  return {
    tell: (progress: Progress) => {
      latest = progress
    },
    stop: telling.stop,
  }
}
