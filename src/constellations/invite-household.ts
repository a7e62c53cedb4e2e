import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, oneOf, optionalText } from '../platform/fields.ts'
import { invite } from './invite.ts'
import { findConstellation } from './store.ts'
import { findHome } from './store-members.ts'

export const inviteHousehold = action({
  name: 'invite-household',
  says: 'Asks a home to join a constellation as hub, satellite or guest. The home answers for itself.',
  input: z.object({
    constellation: id('a constellation'),
    household: id('a home'),
    part: oneOf(['hub', 'satellite', 'guest'], 'Choose what part the home would play'),
    buddy: z.preprocess((value) => (value === '' ? null : value), id('a buddy home').nullish()),
    varianceReason: optionalText(),
  }),
  subject: async (context, { constellation, household }) => ({
    ...(await findConstellation(context, constellation)),
    home: await findHome(context, household),
  }),
  allow: may.runConstellation,
  conflicts: {
    invitation_open:
      'This home has been asked already and has not answered yet. Withdraw that invitation to ask again.',
  },
  run: async (context, input, { name, stage }) => ({
    invitation: await invite(context, { ...input, buddy: input.buddy ?? null }, { name, stage }),
  }),
})
