import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { wholeNumber } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { tell } from '../platform/messages.ts'
import { carersOf } from '../sleepovers/store-people.ts'
import { from, household, optional } from './input.ts'
import { findHome } from './store.ts'

const says = 'Choose days from 1 (Monday) to 7 (Sunday)'
const dayOfWeek = z.preprocess(
  (value) => (typeof value === 'string' && /^\s*\d\s*$/.test(value) ? Number(value) : value),
  z.int({ error: says }).min(1, { error: says }).max(7, { error: says }),
)

/** A list, one day, or `5,6`; nothing is no day at all. */
const protectedDays = z.preprocess(
  (value) =>
    value === undefined || value === null || value === ''
      ? []
      : typeof value === 'string'
        ? value.split(',')
        : typeof value === 'number'
          ? [value]
          : value,
  z.array(dayOfWeek, { error: says }).transform((days) => [...new Set(days)].sort((a, b) => a - b)),
)

/** Invariant 19. Nobody’s stays are touched: those agreed stay agreed, and the rule is asked of the next ones. */
export const setHubRest = action({
  name: 'set-hub-rest',
  says: 'Settles the rest of a home that hosts: nights in a row, days of its own (1 Monday to 7 Sunday), a fair share for each home in twelve weeks.',
  input: z.object({
    household,
    from,
    nightsInRow: optional(wholeNumber('the nights in a row', 1, 60)),
    protectedDays,
    nightsPerHome: optional(wholeNumber('the child-nights for one home', 1, 200)),
  }),
  subject: (context, { household }) => findHome(context, household),
  allow: may.settleRest,
  run: async (context, { household, from, nightsInRow, protectedDays, nightsPerHome }) => {
    const values = {
      nights_in_row: nightsInRow,
      protected_days: protectedDays,
      nights_per_home: nightsPerHome,
    }
    await state(context, 'hub_rest', { household_id: household }, values, from)
    await tell(context, await carersOf(context, household), {
      subject: 'Your rest is settled',
      body: 'What was settled for the rest of your home has changed. Look at it under your home’s twelve weeks.',
      about: { kind: 'household', id: household },
    })
    return { household }
  },
})
