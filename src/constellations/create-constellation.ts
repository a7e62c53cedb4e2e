import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { text } from '../platform/fields.ts'
import { addConstellation } from './store.ts'

export const createConstellation = action({
  name: 'create-constellation',
  says: 'Starts a constellation: a name, with no homes yet.',
  input: z.object({ name: text('Enter a name for the constellation', 80) }),
  subject: async () => ({}),
  allow: may.formConstellation,
  conflicts: {
    constellation_name: 'There is already a constellation with this name. Choose another name.',
  },
  run: async (context, { name }) => ({ constellation: await addConstellation(context, name) }),
})
