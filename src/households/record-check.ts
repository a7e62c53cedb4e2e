import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, oneOf, optionalDay } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { household } from './input.ts'
import { CHECKS, codes } from './kinds.ts'
import { findHousehold } from './store.ts'

export const recordCheck = action({
  name: 'record-check',
  says: 'Records a check of a home and the last day it is good for; without a day, from today.',
  input: z.object({
    household,
    kind: oneOf(codes(CHECKS), 'Choose which check'),
    expiresOn: day('the last day the check is good for'),
    from: optionalDay('the day the check was done'),
  }),
  subject: (context, { household }) => findHousehold(context, household),
  allow: may.changeHome,
  run: async (context, { household, kind, expiresOn, from }) => {
    const key = { household_id: household, kind }
    await state(context, 'household_check', key, { expires_on: expiresOn }, from ?? context.today)
    return { household }
  },
})
