import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, text } from '../platform/fields.ts'
import { Refusal } from '../platform/refusals.ts'
import { household } from './input.ts'
import { findHousehold } from './store.ts'
import { hasBed, insertBed } from './store-beds.ts'

export const addBed = action({
  name: 'add-bed',
  says: 'Adds a bed that is kept for stays, and the bedroom it stands in.',
  input: z.object({
    household,
    room: text('Enter the bedroom, like Back bedroom', 60),
    name: text('Enter a name for the bed, like Bed 1', 60),
    from: day('the day the bed is ready'),
  }),
  subject: (context, { household }) => findHousehold(context, household),
  allow: may.changeHome,
  run: async (context, bed) => {
    if (await hasBed(context, bed, bed.room, bed.name, bed.from)) {
      throw new Refusal('This bedroom has a bed of that name. Give the new bed another name', {
        field: 'name',
      })
    }
    return { bed: await insertBed(context, bed), household: bed.household }
  },
})
