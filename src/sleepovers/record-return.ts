import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { widened } from '../platform/context.ts'
import { day, id, time } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { closeTasks } from '../platform/tasks.ts'
import { momentAt } from '../values/london.ts'
import { legAt, legsInTurn, refuseUnlessTheirs } from './legs.ts'
import { changeStay, findStay } from './store.ts'
import { TOO_LONG_TASK } from './store-clock.ts'
import { carersOf, liaisonOf } from './store-people.ts'

export const recordReturn = action({
  name: 'record-return',
  says: 'Records when the children came home. The beds are free from then, and nights agreed after that are cancelled.',
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
  run: async (context, { stay, on, at }, named) => {
    const { home } = named
    const legs = await legsInTurn(context, named)
    const returned = momentAt(on, at)
    if (returned > context.now) throw new Refusal('They cannot have come home in the future', { field: 'on' })
    const leg = await legAt(context, legs, returned)
    refuseUnlessTheirs(context, may.moveChild, named, leg)
    await widened(context, () =>
      changeStay(context, leg.id, { status: 'returned', returned_at: returned, ended_at: null }),
    )
    for (const { id } of legs) await closeTasks(context, ['late return', TOO_LONG_TASK], id, 'They are home')
    const people = [
      ...(await carersOf(context, home)),
      ...(await carersOf(context, leg.host)),
      ...(await liaisonOf(context, home)),
    ]
    await tell(context, people, {
      subject: 'They are back home',
      body: 'The children are back from the host.',
      about: { kind: 'stay', id: leg.id },
    })
    return { stay, ended: leg.id }
  },
})
