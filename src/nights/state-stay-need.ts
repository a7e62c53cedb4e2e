import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { text, wholeNumber } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { from, household } from './input.ts'
import { findHome } from './store.ts'

export const stateStayNeed = action({
  name: 'state-stay-need',
  says: 'States how many child-nights of stays a home needs in a month, where it is not what the number of its children says.',
  input: z.object({
    household,
    from,
    nightsAMonth: wholeNumber('the child-nights a month', 0, 60),
    reason: text('Enter why this home needs more, or fewer', 500),
  }),
  subject: (context, { household }) => findHome(context, household),
  allow: may.settleRest,
  run: async (context, { household, from, nightsAMonth, reason }) => {
    await state(
      context,
      'stay_need',
      { household_id: household },
      { nights_a_month: nightsAMonth, reason },
      from,
    )
    return { household }
  },
})
