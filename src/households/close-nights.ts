import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, text } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { newId } from '../platform/ids.ts'
import { household } from './input.ts'
import { findHousehold } from './store.ts'

/** Half-open nights: the first night off, and the first night open again. */
export const nightsOff = z
  .object({
    household,
    from: day('the first night off'),
    until: day('the first night you are open again'),
  })
  .refine(({ from, until }) => from < until, {
    path: ['until'],
    error: 'The first night open again must be after the first night off',
  })

export const closeNights = action({
  name: 'close-nights',
  says: 'Closes a home for some nights. Stays that were to be there then are put on hold, and everyone is told.',
  input: nightsOff.safeExtend({ reason: text('Enter why, in a few words', 500) }),
  subject: (context, { household }) => findHousehold(context, household),
  allow: may.changeAvailability,
  run: async (context, { household, from, until, reason }) => {
    // Every closure stands by itself: two may overlap, and either can be taken back without the other.
    const key = { id: newId(), household_id: household }
    const closure = await state(context, 'closure', key, { reason }, from, until)
    return { closure, household }
  },
})
