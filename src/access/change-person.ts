import { z } from 'zod'
import { action } from '../platform/action.ts'
import { id, optionalText, text } from '../platform/fields.ts'
import { email } from './add-person.ts'
import { may } from './policy.ts'
import { findPerson, changePerson as saveChange } from './store.ts'

export const changePerson = action({
  name: 'change-person',
  says: 'Changes a person’s name, email address or phone number.',
  input: z.object({
    person: id('a person'),
    name: text('Enter the person’s name', 200),
    email,
    phone: optionalText(40),
  }),
  subject: (context, { person }) => findPerson(context, person),
  allow: may.manageService,
  conflicts: { person_email: 'Somebody already signs in with that email address' },
  run: async (context, { person, ...values }) => {
    await saveChange(context, { id: person, ...values })
    return { person }
  },
})
