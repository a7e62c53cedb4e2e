import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day } from '../platform/fields.ts'
import { end } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { child } from './input.ts'
import { findChild } from './store.ts'

export const endPlacement = action({
  name: 'end-placement',
  says: 'Records that a child no longer lives at a home of the service, from a day on. Its carers stop seeing the child.',
  input: z.object({ child, from: day('the day the child left') }),
  subject: (context, { child }) => findChild(context, child),
  allow: may.changeChild,
  run: async (context, { child, from }) => {
    const ended = await end(context, 'placement', { child_id: child }, from)
    if (ended === 0) {
      throw new Refusal('The child had no home here on that day or after it. Check the day', {
        field: 'from',
      })
    }
    return { child }
  },
})
