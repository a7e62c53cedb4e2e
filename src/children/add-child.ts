import { is, may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, id, oneOf, text } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { details } from './input.ts'
import { legalStatuses } from './legal-status.ts'
import { findHomeToPlaceIn, insertChild, stateDetails } from './store.ts'

export const addChild = action({
  name: 'add-child',
  says: 'Adds a child with who they are, their legal status and their home. A social worker who adds a child is theirs.',
  input: details.extend({
    reference: text('Enter the reference your service knows this child by', 60),
    legalStatus: oneOf(legalStatuses, 'Choose a legal status'),
    household: id('the home the child lives at'),
    placedFrom: day('the day the child came to live there'),
  }),
  subject: (context, { household }) => findHomeToPlaceIn(context, household),
  allow: may.addChild,
  conflicts: { child_reference: 'Another child has this reference. Enter one that is not in use' },
  run: async (context, { reference, legalStatus, household, placedFrom, ...who }) => {
    const { actor, today } = context
    if (who.dob > today) throw new Refusal('The date of birth must be today or earlier', { field: 'dob' })
    if (placedFrom < who.dob) {
      throw new Refusal('The day they came must be the date of birth or later', { field: 'placedFrom' })
    }
    const child = await insertChild(context, reference)
    const key = { child_id: child }
    await stateDetails(context, child, who, placedFrom)
    await state(context, 'legal_status', key, { status: legalStatus }, placedFrom)
    await state(context, 'placement', key, { household_id: household }, placedFrom)
    if (actor.person && is(actor, 'child_social_worker')) {
      // From today at the latest, or they could not open the record they have just made.
      const since = placedFrom < today ? placedFrom : today
      await state(context, 'child_worker', key, { person_id: actor.person }, since)
    }
    return { child }
  },
})
