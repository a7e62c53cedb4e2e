import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id } from '../platform/fields.ts'
import { NotFound, Refusal } from '../platform/refusals.ts'
import { findStay } from './store.ts'
import { saveCardRead } from './store-handover.ts'

export const readCard = action({
  name: 'read-card',
  says: 'The host says they have read a child’s care card, as it is now, before the child comes.',
  input: z.object({ stay: id('a sleepover'), child: id('a child') }),
  subject: async (context, { stay, child }) => {
    const found = await findStay(context, stay)
    if (!found.children.includes(child)) throw new NotFound()
    return found
  },
  allow: may.readCard,
  run: async (context, { stay, child }) => {
    if (!(await saveCardRead(context, stay, child))) {
      throw new Refusal('There is no care card for this child yet. Ask their social worker for it')
    }
    return { stay, child }
  },
})
