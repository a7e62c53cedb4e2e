import { is, may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { text } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { details, from } from './input.ts'
import { positionOf } from './position.ts'
import { insertHousehold, stateDetails } from './store.ts'

export const addHousehold = action({
  name: 'add-household',
  says: 'Adds a home with what is known of it. A supervising social worker who adds a home supervises it.',
  input: details.extend({ reference: text('Enter the reference your service knows this home by', 60), from }),
  subject: async () => null,
  allow: may.addHome,
  conflicts: { household_reference: 'Another home has this reference. Enter one that is not in use' },
  run: async (context, { reference, from, ...home }) => {
    const household = await insertHousehold(context, reference)
    await stateDetails(context, household, home, await positionOf(context.db, home.postcode), from)
    const { actor, today } = context
    if (actor.person && is(actor, 'supervising_social_worker')) {
      // From today at the latest, or they could not open the home they have just added.
      const since = from < today ? from : today
      await state(
        context,
        'household_worker',
        { household_id: household },
        { person_id: actor.person },
        since,
      )
    }
    return { household }
  },
})
