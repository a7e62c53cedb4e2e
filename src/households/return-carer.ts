import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, id } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { household } from './input.ts'
import { findHousehold } from './store.ts'
import { findFormerCarer } from './store-people.ts'

export const returnCarer = action({
  name: 'return-carer',
  says: 'Makes somebody who was a carer of this home a carer of it again, from a day on.',
  input: z.object({ household, person: id('a carer'), from: day('the day they are a carer here again') }),
  subject: async (context, { household, person }) => {
    await findFormerCarer(context, household, person)
    return findHousehold(context, household)
  },
  allow: may.changeHome,
  run: async (context, { household, person, from }) => {
    await state(context, 'household_carer', { household_id: household, person_id: person }, {}, from)
    return { household, person }
  },
})
