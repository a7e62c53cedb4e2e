import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { Refusal } from '../platform/refusals.ts'
import { child, details, from } from './input.ts'
import { findChild, stateDetails } from './store.ts'

export const changeChild = action({
  name: 'change-child',
  says: 'States who a child is from a day on: all of it, what did not change too.',
  input: details.extend({ child, from }),
  subject: (context, { child }) => findChild(context, child),
  allow: may.changeChild,
  run: async (context, { child, from, ...who }) => {
    if (who.dob > context.today)
      throw new Refusal('The date of birth must be today or earlier', { field: 'dob' })
    await stateDetails(context, child, who, from)
    return { child }
  },
})
