import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, text } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { closeTasks } from '../platform/tasks.ts'
import { CONFIRM_TASK, findStay } from './store.ts'
import { confirmStay } from './store-emergency.ts'
import { carersOf } from './store-people.ts'

/** Invariant 18: an emergency is looked at within one working day, also one that is over by then. */
export const confirmEmergency = action({
  name: 'confirm-emergency',
  says: 'Confirms an emergency sleepover after the night: it was right, and what was allowed by voice holds to its end.',
  input: z.object({ stay: id('a sleepover'), note: text('Enter what you looked at and decided') }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.confirmEmergency,
  run: async (context, { stay: stayId, note }) => {
    const stay = await findStay(context, stayId, 'lock')
    if (stay.kind !== 'emergency') throw new Refusal('Only an emergency sleepover needs to be confirmed')
    if (stay.status === 'declined' || stay.status === 'cancelled' || stay.status === 'no_show') {
      throw new Refusal('This sleepover did not come about, so there is nothing to confirm')
    }
    if (stay.requestedBy === context.actor.person) {
      throw new Refusal('You asked for this yourself, so somebody else must confirm it')
    }
    if (!(await confirmStay(context, stayId, note))) throw new Refusal('This has been confirmed already')
    await closeTasks(context, CONFIRM_TASK, stayId, 'Confirmed')
    const people = [...(await carersOf(context, stay.home)), ...(await carersOf(context, stay.host))]
    await tell(context, people, {
      subject: 'An emergency sleepover is confirmed',
      body: 'Somebody who answers for the child has looked at it. Sign in to see what they decided.',
      about: { kind: 'stay', id: stayId },
    })
    return { stay: stayId }
  },
})
