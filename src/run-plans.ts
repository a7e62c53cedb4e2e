import { carryOut, type Run } from './carry-out-plan.ts'
import { giveUpPlan } from './plans/give-up-plan.ts'
import { plansToRunList } from './plans/lists-run.ts'
import { isLost } from './plans/rules/standing.ts'
import { runPlan } from './plans/run-plan.ts'
import { servicesToRun } from './plans/store-services.ts'
import type { Caller } from './platform/actor.ts'
import { type Clock, startClock } from './platform/clock.ts'
import type { Database } from './platform/database.ts'
import type { Door } from './platform/door.ts'
import { Refusal } from './platform/refusals.ts'

type Going = Run & { over: Promise<void> }

const SECOND = 1000

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
  const runs = new Map<string, Going>()
  const round = async () => {
    for (const service of await servicesToRun(owner)) {
      const clock: Caller = { service, person: null, via: 'clock' }
      await lookAfter(door, clock, runs, report).catch((no) => {
        // Another server was quicker.
        if (!(no instanceof Refusal)) report(no)
      })
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
  runs: Map<string, Going>,
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
  const run: Going = { plan: next.plan, stop: null, over: Promise.resolve() }
  runs.set(run.plan, run)
  run.over = carryOut(door, clock, run, report)
    .catch(report)
    .finally(() => runs.delete(run.plan))
}
