import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id } from '../platform/fields.ts'
import { changeByHand } from './by-hand.ts'
import { household, plan } from './input.ts'
import { moved } from './rules/moves.ts'
import { findPlan } from './store.ts'

export const moveHome = action({
  name: 'move-home',
  says: 'Moves a home by hand, to another hub or out of every constellation: a new plan, scored at once, with what breaks.',
  input: z.object({
    plan,
    household,
    /** The hub to move it to; `out` leaves it out. */
    to: z.union([z.literal('out'), id('where it goes')], { error: 'Choose where it goes' }),
  }),
  subject: (context, input) => findPlan(context, input.plan),
  allow: may.makePlan,
  run: async (context, { plan, household, to }) => ({
    plan: await changeByHand(context, plan, 'to', (before, nameOf) => {
      const seats = moved(before, household, to === 'out' ? null : to)
      if (typeof seats === 'string') return seats
      const where = to === 'out' ? 'left out' : `moved to the hub ${nameOf(to)}`
      return { seats, says: `${nameOf(household)} ${where}` }
    }),
    household,
  }),
})
