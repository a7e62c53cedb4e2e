import { z } from 'zod'
import { action } from '../platform/action.ts'
import { id, wholeNumber } from '../platform/fields.ts'
import { may } from './policy.ts'
import { findPerson } from './store.ts'
import { makeToken } from './tokens.ts'

const DAY = 86_400_000
const MOST_DAYS = 366

export const createToken = action({
  name: 'create-token',
  says: 'Makes a token with which a script acts as a person: their own, or made at the machine’s terminal.',
  input: z.object({
    person: id('whom the token is for'),
    days: wholeNumber('for how many days it holds', 1, MOST_DAYS).default(90),
  }),
  subject: (context, { person }) => findPerson(context, person),
  allow: (actor, { id: person }) => may.createToken(actor, { person }),
  run: async (context, { person, days }) => {
    const until = new Date(context.now.getTime() + days * DAY)
    return { person, token: await makeToken(context, person, until), until: until.toISOString() }
  },
})
