import { action } from '../platform/action.ts'
import { end } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { roleInput } from './give-role.ts'
import { may } from './policy.ts'
import { findPerson } from './store.ts'

export const endRole = action({
  name: 'end-role',
  says: 'Ends a role from a day on.',
  input: roleInput,
  subject: (context, { person }) => findPerson(context, person),
  allow: may.manageService,
  run: async (context, { person, role, from }) => {
    const ended = await end(context, 'person_role', { person_id: person, role }, from)
    if (ended === 0) throw new Refusal('They do not hold that role then', { field: 'role' })
    return { person }
  },
})
