import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { takeTurns } from '../platform/locks.ts'
import { Refusal } from '../platform/refusals.ts'
import { plan } from './input.ts'
import { findPlan } from './store.ts'
import { askToStop, setEnded } from './store-run.ts'

export const stopPlan = action({
  name: 'stop-plan',
  says: 'Stops a run and keeps the best plan found so far as a draft.',
  input: z.object({ plan }),
  subject: (context, input) => findPlan(context, input.plan),
  allow: may.makePlan,
  run: async (context, { plan }) => {
    await takeTurns(context, [plan])
    const { state } = await findPlan(context, plan)
    if (state !== 'waiting' && state !== 'running') throw new Refusal('This plan is not running any more.')
    await askToStop(context, plan)
    // One that has not begun has nothing to stop.
    if (state === 'waiting') await setEnded(context, plan, { state: 'draft', ended: 'person' })
    return { plan }
  },
})
