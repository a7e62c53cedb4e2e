import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, text } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { changeStay, findStay } from './store.ts'
import { carersOf, liaisonOf } from './store-people.ts'
import { named, thisStay } from './words.ts'

export const cancelSleepover = action({
  name: 'cancel-sleepover',
  says: 'Cancels a sleepover that has not begun, with a reason. Its beds are free again.',
  input: z.object({ stay: id('a sleepover'), reason: text('Enter why it is cancelled') }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.cancelSleepover,
  run: async (context, { stay: stayId, reason }) => {
    const stay = await findStay(context, stayId, 'lock')
    if (stay.status === 'arrived') {
      throw new Refusal('The children are already there. Record when they go home instead')
    }
    if (stay.status !== 'requested' && stay.status !== 'accepted') {
      throw new Refusal(`${thisStay(stay.kind)} is already over`)
    }
    await changeStay(context, stayId, { status: 'cancelled', cancel_reason: reason })
    const people = [
      ...(await carersOf(context, stay.home)),
      ...(await carersOf(context, stay.host)),
      ...(await liaisonOf(context, stay.home)),
    ]
    await tell(context, people, {
      subject: `${named(stay.kind)} is cancelled`,
      body: 'Sign in to see which one and why.',
      about: { kind: 'stay', id: stayId },
    })
    return { stay: stayId }
  },
})
