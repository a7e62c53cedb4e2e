import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, id, time } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { momentAt } from '../values/london.ts'
import { changeStay, findStay } from './store.ts'
import { carersOf, liaisonOf } from './store-people.ts'

export const recordReturn = action({
  name: 'record-return',
  says: 'Records when the children came home. The beds are free from then.',
  input: z.object({
    stay: id('a sleepover'),
    on: day('the day they came home'),
    at: time('the time they came home'),
  }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.moveChild,
  conflicts: {
    return_after_arrival: 'They cannot have come home before they arrived. Check the day and time',
  },
  run: async (context, { stay: stayId, on, at }) => {
    const stay = await findStay(context, stayId, 'lock')
    if (stay.status !== 'arrived') {
      throw new Refusal(
        stay.status === 'returned'
          ? 'Their return is already recorded'
          : 'Record their arrival first, then their return',
      )
    }
    const returned = momentAt(on, at)
    if (returned > context.now) throw new Refusal('They cannot have come home in the future', { field: 'on' })
    await changeStay(context, stayId, { status: 'returned', returned_at: returned })
    await tell(context, [...(await carersOf(context, stay.host)), ...(await liaisonOf(context, stay.home))], {
      subject: 'They are back home',
      body: 'The children are back from the host.',
      about: { kind: 'stay', id: stayId },
    })
    return { stay: stayId }
  },
})
