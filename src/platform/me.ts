import { z } from 'zod'
import { listing } from './listing.ts'

/** Who the asker is: their roles and relationships today. */
export const me = listing({
  name: 'me',
  says: 'Who you are: your service, roles, homes and constellations today.',
  query: z.object({}),
  allow: () => true,
  run: async ({ actor }) => actor,
})
