import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, id } from '../platform/fields.ts'
import { noteWhose } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { cutBed, findBed } from './store-beds.ts'

export const endBed = action({
  name: 'end-bed',
  says: 'Ends a bed from a day on; stays move to another bed, or wait. From the day it began, it was never there.',
  input: z.object({ bed: id('a bed'), from: day('the first day the bed is not there') }),
  subject: (context, { bed }) => findBed(context, bed),
  allow: may.changeHome,
  run: async (context, { bed, from }, { household, ...before }) => {
    if (before.from === null || (before.until !== null && before.until <= from)) {
      throw new Refusal('This bed is no longer there on that day. Enter an earlier day', { field: 'from' })
    }
    await cutBed(context, bed, from)
    // A bed is a thing and not a fact, so it says itself that stays here may have to follow.
    noteWhose(context, { household_id: household })
    return { bed, household }
  },
})
