import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, optionalDay } from '../platform/fields.ts'
import { end } from '../platform/history.ts'
import { findApart } from './store.ts'

export const liftApart = action({
  name: 'lift-apart',
  says: 'Lifts an order or advice to keep a child apart, from a day on (today unless said). Each child named needs your yes.',
  input: z.object({ apart: id('the order'), from: optionalDay('the day it is lifted') }),
  subject: (context, { apart }) => findApart(context, apart),
  allow: (actor, { children }) => children.every((child) => may.changeChild(actor, { child })),
  run: async (context, { apart, from }, { children: [child = ''] }) => {
    await end(context, 'must_not_meet', { id: apart }, from ?? context.today)
    return { apart, child }
  },
})
