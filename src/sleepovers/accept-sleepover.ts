import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, optionalText } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { agreeStay } from './agree.ts'
import { findStay } from './store.ts'

export const acceptSleepover = action({
  name: 'accept-sleepover',
  says: 'The host says yes. Every rule is held against it once more, with what is known now.',
  input: z.object({ stay: id('a sleepover'), note: optionalText() }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.answerSleepover,
  run: async (context, { stay, note }, { children, host }) => {
    await takeTurns(context, [...children, host])
    await agreeStay(context, await findStay(context, stay, 'lock'), { note })
    return { stay }
  },
})
