import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, ids, text } from '../platform/fields.ts'
import { retract, state } from '../platform/history.ts'
import { endsAfterStart, from, until } from './input.ts'
import { exemptionsLike, findChildren, findHome, nameInExemption } from './store.ts'

export const recordExemption = action({
  name: 'record-exemption',
  says: 'Records that the authority where the carer lives exempts a home from the usual fostering limit, naming the children.',
  input: z
    .object({
      household: id('a home'),
      authority: text('Enter the authority where the carer lives', 200),
      reference: text('Enter the reference on the written exemption', 100),
      children: ids('every child the exemption names'),
      from,
      until,
    })
    .refine(...endsAfterStart),
  subject: async (context, { household, children }) => {
    await findChildren(context, children)
    return findHome(context, household)
  },
  allow: may.recordExemption,
  run: async (context, { household, authority, reference, children, from, until }) => {
    // The same reference again is a correction: an exemption names all its children or it is another one.
    for (const before of await exemptionsLike(context, { household, authority, reference })) {
      await retract(context, 'exemption', before)
    }
    const key = { household_id: household, authority, reference }
    const exemption = await state(context, 'exemption', key, {}, from, until)
    await nameInExemption(context, exemption, children)
    return { household, exemption }
  },
})
