import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, id } from '../platform/fields.ts'
import { end } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { household } from './input.ts'
import { findHousehold } from './store.ts'
import { findCarer } from './store-people.ts'

export const endCarer = action({
  name: 'end-carer',
  says: 'Ends a carer’s part in a home from a day on. Their record stays.',
  input: z.object({
    household,
    person: id('a carer'),
    from: day('the first day they are no longer a carer here'),
  }),
  subject: async (context, { household, person }) => {
    const home = await findHousehold(context, household)
    await findCarer(context, household, person)
    return home
  },
  allow: may.changeHome,
  run: async (context, { household, person, from }) => {
    const ended = await end(context, 'household_carer', { household_id: household, person_id: person }, from)
    if (ended === 0) {
      throw new Refusal('They are no longer a carer here on that day. Enter an earlier day', {
        field: 'from',
      })
    }
    return { household, person }
  },
})
