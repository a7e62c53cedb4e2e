import { z } from 'zod'
import { email } from '../access/add-person.ts'
import { may } from '../access/policy.ts'
import { addPerson } from '../access/store.ts'
import { action } from '../platform/action.ts'
import { day, optionalText, text } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { household } from './input.ts'
import { findHousehold } from './store.ts'
import { emailIsTaken } from './store-people.ts'

const TAKEN = 'Somebody already signs in with that email address. Enter another, or leave it empty for now'

export const addCarer = action({
  name: 'add-carer',
  says: 'Adds a carer to a home. With an email address they can sign in.',
  input: z.object({
    household,
    name: text('Enter the carer’s name', 200),
    email,
    phone: optionalText(40),
    from: day('the day they start as a carer here'),
  }),
  subject: (context, { household }) => findHousehold(context, household),
  allow: may.changeHome,
  conflicts: { person_email: TAKEN },
  run: async (context, { household, from, ...carer }) => {
    if (carer.email && (await emailIsTaken(context, carer.email)))
      throw new Refusal(TAKEN, { field: 'email' })
    const person = await addPerson(context, { ...carer, kind: 'carer' })
    await state(context, 'household_carer', { household_id: household, person_id: person }, {}, from)
    return { person, household }
  },
})
