import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { takeTurns } from '../platform/locks.ts'
import { Refusal } from '../platform/refusals.ts'
import { plan } from './input.ts'
import { giveUpLost } from './lost.ts'
import { findPlan } from './store.ts'
import { setRunning } from './store-run.ts'

export const runPlan = action({
  name: 'run-plan',
  says: 'By the clock: the plan whose turn it is begins to run. One runs at a time in a service.',
  input: z.object({ plan }),
  subject: (context, input) => findPlan(context, input.plan),
  allow: may.watchTheClock,
  conflicts: { plan_one_running: 'Another plan of this service is running. This one waits its turn.' },
  run: async (context, input) => {
    await giveUpLost(context)
    // Nobody stops it or takes it out of the list in this moment: a run that is not in the list could never be ended.
    await takeTurns(context, [input.plan])
    if (!(await setRunning(context, input.plan))) throw new Refusal('This plan does not wait to be run.')
    return { plan: input.plan }
  },
})
