import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id } from '../platform/fields.ts'
import { end } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { findClosure } from './store.ts'

export const reopenNights = action({
  name: 'reopen-nights',
  says: 'Opens closed nights again, from tonight on. Nights that have passed stay as they were.',
  input: z.object({ closure: id('the nights off') }),
  subject: (context, { closure }) => findClosure(context, closure),
  allow: may.changeAvailability,
  run: async (context, { closure }, { household, until }) => {
    if (until !== null && until <= context.today) throw new Refusal('These nights have passed')
    await end(context, 'closure', { id: closure }, context.today)
    return { closure, household }
  },
})
