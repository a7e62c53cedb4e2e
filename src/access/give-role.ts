import { z } from 'zod'
import { action } from '../platform/action.ts'
import type { Role } from '../platform/actor.ts'
import { day, id, oneOf, optionalDay } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import type { Day } from '../values/london.ts'
import { may } from './policy.ts'
import { ROLES } from './roles.ts'
import { findPerson } from './store.ts'

/** Which role of whom, from when. */
export const roleInput = z.object({
  person: id('a person'),
  role: oneOf(ROLES, 'Choose a role'),
  from: day('the day it starts'),
})

/** Refuses days on which nobody can hold this role. */
export function checkDays(role: Role, from: Day, until: Day | null): void {
  if (until && until <= from) {
    throw new Refusal('The day the role ends must be after the day it starts', { field: 'until' })
  }
  if (role === 'inspector' && !until) {
    throw new Refusal('Enter the day the inspection ends: inspectors have access for a set time', {
      field: 'until',
    })
  }
}

export const giveRole = action({
  name: 'give-role',
  says: 'Gives a member of staff a role, until a day or until it is ended.',
  input: roleInput.extend({ until: optionalDay('the day the role ends') }),
  subject: (context, { person }) => findPerson(context, person),
  allow: may.manageService,
  run: async (context, { person, role, from, until }, { kind }) => {
    if (kind !== 'staff')
      throw new Refusal('Only staff hold roles; carers have their homes', { field: 'role' })
    if (person === context.actor.person) {
      throw new Refusal('You cannot give yourself a role. Ask somebody else to', { field: 'role' })
    }
    checkDays(role, from, until)
    await state(context, 'person_role', { person_id: person, role }, {}, from, until)
    return { person }
  },
})
