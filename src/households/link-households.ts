import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { widened } from '../platform/context.ts'
import { id, oneOf, optionalDay, optionalText } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { from, household, optionalOneOf } from './input.ts'
import { codes, LINKS, ORDERED_BY } from './kinds.ts'
import { findHousehold } from './store.ts'
import { pair } from './store-people.ts'

export const linkHouseholds = action({
  name: 'link-households',
  says: 'Records that two homes are friends, or are to be kept apart, and who ordered it.',
  input: z
    .object({
      kind: oneOf(codes(LINKS), 'Choose friends or kept apart'),
      household,
      other: id('the other home'),
      from,
      until: optionalDay('the first day it no longer holds'),
      orderedBy: optionalOneOf(codes(ORDERED_BY), 'Choose who ordered it'),
      reason: optionalText(),
    })
    .refine(({ kind, orderedBy }) => kind === 'friendship' || orderedBy !== null, {
      path: ['orderedBy'],
      error: 'Choose who ordered that these homes are kept apart',
    })
    .refine(({ from, until }) => until === null || from < until, {
      path: ['until'],
      error: 'The first day it no longer holds must be after the day it starts',
    }),
  subject: async (context, { household, other }) => {
    await findHousehold(context, other)
    return findHousehold(context, household)
  },
  allow: may.changeHome,
  run: async (context, { kind, household, other, from, until, orderedBy, reason }) => {
    if (household === other) throw new Refusal('Choose another home than this one', { field: 'other' })
    const values = { ordered_by: kind === 'keep_apart' ? orderedBy : null, reason }
    // Who is kept apart is seen by few; a new order still takes the place of the one before it.
    await widened(context, () =>
      state(context, 'household_link', { kind, ...pair(household, other) }, values, from, until),
    )
    return { household, other }
  },
})
