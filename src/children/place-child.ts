import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id } from '../platform/fields.ts'
import { child, from } from './input.ts'
import { findChild, findHomeToPlaceIn, statePlacement } from './store.ts'

export const placeChild = action({
  name: 'place-child',
  says: 'Records the home a child lives at from a day on. The home before it ends that day.',
  input: z.object({ child, household: id('the home the child lives at'), from }),
  subject: async (context, { child, household }) => {
    const seen = await findChild(context, child)
    await findHomeToPlaceIn(context, household)
    return seen
  },
  allow: may.changeChild,
  run: async (context, { child, household, from }) => {
    await statePlacement(context, child, household, from)
    return { child }
  },
})
