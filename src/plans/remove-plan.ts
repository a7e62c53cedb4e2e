import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { takeTurns } from '../platform/locks.ts'
import { Refusal } from '../platform/refusals.ts'
import { plan } from './input.ts'
import { findPlan, setRemoved } from './store.ts'

export const removePlan = action({
  name: 'remove-plan',
  says: 'Takes a plan that nobody needs out of the list. Its record stays.',
  input: z.object({ plan }),
  subject: (context, input) => findPlan(context, input.plan),
  allow: may.makePlan,
  run: async (context, { plan }) => {
    await takeTurns(context, [plan])
    const { state } = await findPlan(context, plan)
    if (state === 'running') throw new Refusal('This plan is running. Stop it first, then remove it.')
    if (state === 'frozen') {
      throw new Refusal('This plan is frozen: it says where its constellations come from, and stays.')
    }
    await setRemoved(context, plan)
    return { plan }
  },
})
