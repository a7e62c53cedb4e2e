import { z } from 'zod'
import { action } from '../platform/action.ts'
import { day, oneOf, optionalDay, optionalText, text } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { checkDays } from './give-role.ts'
import { may } from './policy.ts'
import { ROLES } from './roles.ts'
import { addPerson as savePerson } from './store.ts'

/** An email address in lower case, or nothing. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.union([z.literal(''), z.email({ error: 'Enter an email address like name@example.org' })]))
  .nullish()
  .transform((value) => value || null)

export const addPerson = action({
  name: 'add-person',
  says: 'Adds a member of staff with their first role.',
  input: z.object({
    name: text('Enter the person’s name', 200),
    email,
    phone: optionalText(40),
    role: oneOf(ROLES, 'Choose the role they hold'),
    from: day('the day the role starts'),
    until: optionalDay('the day the role ends'),
  }),
  subject: async () => null,
  allow: may.manageService,
  conflicts: { person_email: 'Somebody already signs in with that email address' },
  run: async (context, { role, from, until, ...person }) => {
    checkDays(role, from, until)
    const id = await savePerson(context, { ...person, kind: 'staff' })
    await state(context, 'person_role', { person_id: id, role }, {}, from, until)
    return { person: id }
  },
})
