import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, oneOf, optionalDay, wholeNumber } from '../platform/fields.ts'
import { end, state } from '../platform/history.ts'
import { addDays } from '../values/london.ts'
import { household } from './input.ts'
import { codes, SEXES } from './kinds.ts'
import { approvalsDuring, findHousehold } from './store.ts'

export const recordApproval = action({
  name: 'record-approval',
  says: 'Records what a home is approved for: how many, which ages, girls or boys, from when until when.',
  input: z
    .object({
      household,
      places: wholeNumber('how many children', 0, 20),
      ageMin: wholeNumber('the youngest age', 0, 25),
      ageMax: wholeNumber('the oldest age', 0, 25),
      sex: oneOf(codes(SEXES), 'Choose any child, girls only or boys only'),
      from: day('the day the approval starts'),
      lastDay: optionalDay('the last day of the approval'),
    })
    .refine(({ ageMin, ageMax }) => ageMin <= ageMax, {
      path: ['ageMax'],
      error: 'The oldest age must be the youngest age or more',
    })
    .refine(({ from, lastDay }) => lastDay === null || from <= lastDay, {
      path: ['lastDay'],
      error: 'The last day must be the first day or later',
    }),
  subject: (context, { household }) => findHousehold(context, household),
  allow: may.changeHome,
  run: async (context, { household, places, ageMin, ageMax, sex, from, lastDay }) => {
    const terms = { places, age_min: ageMin, age_max: ageMax, sex }
    const until = lastDay && addDays(lastDay, 1)
    // Earlier terms end where these begin. Otherwise they would come back to life when these end.
    for (const id of await approvalsDuring(context, household, from, until)) {
      await end(context, 'approval', { id }, from)
    }
    await state(context, 'approval', { household_id: household }, terms, from, until)
    return { household }
  },
})
