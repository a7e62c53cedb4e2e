import { z } from 'zod'
import { listing } from '../platform/listing.ts'
import { may } from './policy.ts'
import { listPeople } from './store.ts'

export const people = listing({
  name: 'people',
  says: 'The people of the service whom you may know, with their roles today.',
  query: z.object({ name: z.string().trim().default('') }),
  allow: may.readPeople,
  run: (context, { name }) => listPeople(context, name),
})
