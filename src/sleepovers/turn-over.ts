import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { turnOver as turnLegsOver } from './legs.ts'
import { findStay } from './store.ts'
import { legsOf } from './store-legs.ts'

export const turnOver = action({
  name: 'turn-over',
  says: 'Lets nights that were added and agreed begin, once those before them are over. Otherwise it changes nothing.',
  input: z.object({ stay: id('a sleepover') }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.watchTheClock,
  run: async (context, { stay }, { children, host }) => {
    await takeTurns(context, [...children, host])
    await turnLegsOver(context, await legsOf(context, stay), context.now)
    return { stay }
  },
})
