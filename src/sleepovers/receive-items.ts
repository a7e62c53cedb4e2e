import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { ticked } from './pack-items.ts'
import { findStay } from './store.ts'
import { tickHandover } from './store-handover.ts'

export const receiveItems = action({
  name: 'receive-items',
  says: 'The host ticks what has come with the children.',
  input: ticked,
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.answerSleepover,
  run: async (context, { stay, items }) => {
    await tickHandover(context, stay, items, 'received')
    return { stay }
  },
})
