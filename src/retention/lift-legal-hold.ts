import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, id, text } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { Refusal } from '../platform/refusals.ts'
import { liftProblem } from './rules.ts'
import { endHold, findHold } from './store.ts'

export const liftLegalHold = action({
  name: 'lift-legal-hold',
  says: 'Ends a legal hold from a day on. The hold, who asked for it and why it was lifted stay on record.',
  input: z.object({
    hold: id('a legal hold'),
    from: day('the day it no longer holds'),
    reason: text('Enter why it is lifted'),
  }),
  subject: (context, { hold }) => findHold(context, hold),
  allow: may.holdRecords,
  run: async (context, { hold, from, reason }, { record }) => {
    await takeTurns(context, [record])
    const found = await findHold(context, hold)
    const problem = liftProblem(found.from, from, context.today)
    if (problem) throw new Refusal(problem.message, { field: problem.field })
    return { record, hold: await endHold(context, found, from, reason) }
  },
})
