import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { changeByHand } from './by-hand.ts'
import { household, plan } from './input.ts'
import { withHub } from './rules/moves.ts'
import { findPlan } from './store.ts'

export const chooseHub = action({
  name: 'choose-hub',
  says: 'Makes a home the hub of its constellation by hand: a new plan, scored at once, with what breaks.',
  input: z.object({ plan, household }),
  subject: (context, input) => findPlan(context, input.plan),
  allow: may.makePlan,
  run: async (context, { plan, household }) => ({
    plan: await changeByHand(context, plan, 'household', (before, nameOf) => {
      const seats = withHub(before, household)
      return typeof seats === 'string' ? seats : { seats, says: `${nameOf(household)} is the hub` }
    }),
    household,
  }),
})
