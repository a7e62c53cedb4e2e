import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { child, from } from './input.ts'
import { findChild, isChildSocialWorker } from './store.ts'

export const assignChildWorker = action({
  name: 'assign-child-worker',
  says: 'Names the social worker of a child from a day on. The one before stops seeing the child that day.',
  input: z.object({ child, person: id('a social worker'), from }),
  subject: (context, { child }) => findChild(context, child),
  allow: may.changeChild,
  run: async (context, { child, person, from }) => {
    if (!(await isChildSocialWorker(context, person, from))) {
      throw new Refusal('Choose somebody who is a child’s social worker on that day', { field: 'person' })
    }
    await state(context, 'child_worker', { child_id: child }, { person_id: person }, from)
    return { child, person }
  },
})
