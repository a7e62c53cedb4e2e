import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { state } from '../platform/history.ts'
import { from, household } from './input.ts'
import { findHousehold } from './store.ts'

const night = z.preprocess(
  (value) => (typeof value === 'string' && /^\s*\d\s*$/.test(value) ? Number(value) : value),
  z
    .int({ error: 'Choose nights from 1 (Monday) to 7 (Sunday)' })
    .min(1, { error: 'Choose nights from 1 (Monday) to 7 (Sunday)' })
    .max(7, { error: 'Choose nights from 1 (Monday) to 7 (Sunday)' }),
)

/** A list, one night, or `5,6`; an empty list is no night at all, so it must be said. */
const openNights = z.preprocess(
  (value) =>
    value === ''
      ? []
      : typeof value === 'string'
        ? value.split(',')
        : typeof value === 'number'
          ? [value]
          : value,
  z
    .array(night, { error: 'Choose the nights of the week you are open, from 1 (Monday) to 7 (Sunday)' })
    .transform((nights) => [...new Set(nights)].sort((a, b) => a - b)),
)

export const setWeeklyPattern = action({
  name: 'set-weekly-pattern',
  says: 'States which nights of the week a home is open for stays, 1 Monday to 7 Sunday, from a day on.',
  input: z.object({ household, openNights, from }),
  subject: (context, { household }) => findHousehold(context, household),
  allow: may.changeAvailability,
  run: async (context, { household, openNights, from }) => {
    await state(context, 'weekly_pattern', { household_id: household }, { open_nights: openNights }, from)
    return { household }
  },
})
