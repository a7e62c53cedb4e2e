import { z } from 'zod'
import { may } from '../access/policy.ts'
import { findPerson } from '../access/store.ts'
import { action } from '../platform/action.ts'
import { id } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { from, household } from './input.ts'
import { findHousehold } from './store.ts'
import { supervisingSocialWorkers } from './store-people.ts'

export const assignSupervisor = action({
  name: 'assign-supervisor',
  says: 'Makes somebody the supervising social worker of a home from a day on, in place of whoever was.',
  input: z.object({ household, person: id('a supervising social worker'), from }),
  subject: async (context, { household, person }) => {
    await findPerson(context, person)
    return findHousehold(context, household)
  },
  allow: may.changeHome,
  run: async (context, { household, person, from }) => {
    const { today } = context
    const able = await supervisingSocialWorkers(context, from > today ? from : today)
    if (!able.some((one) => one.id === person)) {
      throw new Refusal('This person is not a supervising social worker then. Choose somebody who is', {
        field: 'person',
      })
    }
    await state(context, 'household_worker', { household_id: household }, { person_id: person }, from)
    return { household, person }
  },
})
