import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { Refusal } from '../platform/refusals.ts'
import { plan } from './input.ts'
import { giveUpLost } from './lost.ts'
import { findPlan } from './store.ts'

export const giveUpPlan = action({
  name: 'give-up-plan',
  says: 'By the clock: a run whose server went away ends as a draft, with the best it had found.',
  input: z.object({ plan }),
  subject: (context, input) => findPlan(context, input.plan),
  allow: may.watchTheClock,
  run: async (context, { plan }) => {
    if ((await giveUpLost(context)) === 0) throw new Refusal('No run is lost: each was heard of just now.')
    return { plan }
  },
})
