import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, text } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { carersOf } from './store.ts'
import { findInvitation, withdraw } from './store-invitations.ts'

export const withdrawInvitation = action({
  name: 'withdraw-invitation',
  says: 'Takes back an invitation that has not been answered.',
  input: z.object({
    invitation: id('an invitation'),
    reason: text('Enter why the invitation is taken back'),
  }),
  subject: (context, { invitation }) => findInvitation(context, invitation),
  allow: may.runConstellation,
  run: async (context, { invitation, reason }, { constellation, household, constellationName }) => {
    await takeTurns(context, [constellation, household])
    const asked = await withdraw(context, { invitation }, reason)
    if (asked.length === 0)
      throw new Refusal('This invitation is not open any more. Read its answer instead.')
    await tell(context, await carersOf(context, asked), {
      subject: `The invitation to join ${constellationName} is taken back`,
      body: `The invitation of your home to join ${constellationName} is taken back. You need not answer it.`,
      about: { kind: 'invitation', id: invitation },
    })
    return { invitation, constellation }
  },
})
