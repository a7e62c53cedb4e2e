import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, ids } from '../platform/fields.ts'
import { findStay } from './store.ts'
import { tickHandover } from './store-handover.ts'

/** Things on a stay's handover list. */
export const ticked = z.object({ stay: id('a sleepover'), items: ids('at least one thing on the list') })

export const packItems = action({
  name: 'pack-items',
  says: 'The home ticks what it has packed for the children.',
  input: ticked,
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.packForStay,
  run: async (context, { stay, items }) => {
    await tickHandover(context, stay, items, 'packed')
    return { stay }
  },
})
