import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, text } from '../platform/fields.ts'
import { end, state } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { child, endsAfterStart, from, until } from './input.ts'
import { findChild } from './store.ts'

export const agreeRoomSharing = action({
  name: 'agree-room-sharing',
  says: 'Records that a child’s authority agreed, in writing, to sharing a bedroom with another child (standard 10.6).',
  input: z
    .object({
      child,
      with: id('the child to share with'),
      authority: text('Enter the authority that agreed', 200),
      from,
      until,
    })
    .refine(...endsAfterStart),
  subject: async (context, { child, with: other }) => {
    await findChild(context, other)
    return findChild(context, child)
  },
  allow: may.giveConsent,
  run: async (context, { child, with: other, authority, from, until }) => {
    if (child.toLowerCase() === other.toLowerCase()) {
      throw new Refusal('Choose another child', { field: 'with' })
    }
    const key = { child_id: child, with_child_id: other }
    await end(context, 'room_sharing', key, from)
    await state(context, 'room_sharing', key, { authority }, from, until)
    return { child, with: other }
  },
})
