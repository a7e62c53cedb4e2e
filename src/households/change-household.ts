import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { details, from, household } from './input.ts'
import { findHousehold, positionFor, stateDetails } from './store.ts'

export const changeHousehold = action({
  name: 'change-household',
  says: 'States what is known of a home from a day on: all of it, what did not change too.',
  input: details.extend({ household, from }),
  subject: (context, { household }) => findHousehold(context, household),
  allow: may.changeHome,
  run: async (context, { household, from, ...home }) => {
    const position = await positionFor(context, household, home.postcode, from)
    await stateDetails(context, household, home, position, from)
    return { household }
  },
})
