import { z } from 'zod'
import { action } from '../platform/action.ts'
import { id } from '../platform/fields.ts'
import { may } from './policy.ts'
import { findPerson } from './store.ts'
import { endTokensOf } from './tokens.ts'

export const endTokens = action({
  name: 'end-tokens',
  says: 'Ends every token of a person, at once.',
  input: z.object({ person: id('whose tokens to end') }),
  subject: (context, { person }) => findPerson(context, person),
  allow: (actor, { id: person }) => may.endTokens(actor, { person }),
  run: async (context, { person }) => ({ person, ended: await endTokensOf(context, person) }),
})
