import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, text } from '../platform/fields.ts'
import { NotFound } from '../platform/refusals.ts'
import { findStay } from './store.ts'
import { addHandoverItem } from './store-handover.ts'

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
