import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, ids, text } from '../platform/fields.ts'
import { NotFound } from '../platform/refusals.ts'
import { findStay } from './store.ts'
import { addHandoverItem, tickHandover } from './store-handover.ts'

const ticked = z.object({ stay: id('a sleepover'), items: ids('at least one thing on the list') })

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

export const addToHandover = action({
  name: 'add-to-handover',
  says: 'Adds something to the handover list.',
  input: z.object({
    stay: id('a sleepover'),
    child: id('a child'),
    says: text('Enter what goes with them', 300),
  }),
  subject: async (context, { stay, child }) => {
    const found = await findStay(context, stay)
    if (!found.children.includes(child)) throw new NotFound()
    return found
  },
  allow: may.packForStay,
  run: async (context, { stay, child, says }) => ({
    stay,
    item: await addHandoverItem(context, stay, child, says),
  }),
})
