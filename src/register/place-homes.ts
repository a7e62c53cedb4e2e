import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { placeHomesAgain } from './bring-positions.ts'

/** Looks every home up again, for the services that share the positions another has imported. */
export const placeHomes = action({
  name: 'place-homes',
  says: 'Looks up again where the homes are, after positions were imported.',
  input: z.object({}),
  subject: async () => null,
  allow: may.importRegister,
  run: async (context) => ({ homes: await placeHomesAgain(context) }),
})
