import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, oneOf } from '../platform/fields.ts'
import { end } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { from, household } from './input.ts'
import { codes, LINKS } from './kinds.ts'
import { findHousehold } from './store.ts'
import { findLink, pair } from './store-people.ts'

export const unlinkHouseholds = action({
  name: 'unlink-households',
  says: 'Ends a friendship of two homes, or that they are kept apart, from a day on.',
  input: z.object({
    kind: oneOf(codes(LINKS), 'Choose friends or kept apart'),
    household,
    other: id('the other home'),
    from,
  }),
  subject: async (context, { kind, household, other }) => {
    const home = await findHousehold(context, household)
    await findLink(context, kind, household, other)
    return home
  },
  allow: may.changeHome,
  run: async (context, { kind, household, other, from }) => {
    const ended = await end(context, 'household_link', { kind, ...pair(household, other) }, from)
    if (ended === 0)
      throw new Refusal('It no longer holds on that day. Enter an earlier day', { field: 'from' })
    return { household, other }
  },
})
