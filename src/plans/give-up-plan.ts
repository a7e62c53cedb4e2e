import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { takeTurns } from '../platform/locks.ts'
import { Refusal } from '../platform/refusals.ts'
import { plan } from './input.ts'
import { isLost } from './rules/standing.ts'
import { stillRunning } from './still-running.ts'
import { findPlan } from './store.ts'
import { findHeard, setEnded } from './store-run.ts'

export const giveUpPlan = action({
  name: 'give-up-plan',
  says: 'By the clock: a run whose server went away ends as a draft, with the best it had found.',
  input: z.object({ plan }),
  subject: (context, input) => findPlan(context, input.plan),
  allow: may.watchTheClock,
  run: async (context, { plan }) => {
    await takeTurns(context, [plan])
    stillRunning(await findPlan(context, plan))
    if (!isLost(await findHeard(context, plan), context.now)) {
      throw new Refusal('This plan was heard of just now: it runs.')
    }
    await setEnded(context, plan, { state: 'draft', ended: 'lost' })
    return { plan }
  },
})
