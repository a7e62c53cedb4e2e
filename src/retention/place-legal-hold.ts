import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, id, oneOf, text } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { Refusal } from '../platform/refusals.ts'
import { longDay } from '../values/words.ts'
import { holdProblem } from './rules.ts'
import { findRecord, holdOn, saveHold } from './store.ts'
import { ABOUT_CODES } from './words.ts'

/** Invariant 22. A court, an inquiry or the police may ask that a record is kept beyond its time. */
export const placeLegalHold = action({
  name: 'place-legal-hold',
  says: 'Keeps the record of a child, home or person beyond its time, since somebody with authority asks for it.',
  input: z.object({
    about: oneOf(ABOUT_CODES, 'Choose what the record is about'),
    record: id('whose record is held'),
    reason: text('Enter why the record is held'),
    orderedBy: text('Enter who asked for it, like a court or an inquiry', 200),
    from: day('the day it holds from'),
  }),
  subject: (context, { about, record }) => findRecord(context, about, record),
  allow: may.holdRecords,
  conflicts: { legal_hold_once: 'Somebody has just placed a hold on this record. Look at the holds again' },
  run: async (context, { about, record, reason, orderedBy, from }) => {
    const problem = holdProblem(from, context.today)
    if (problem) throw new Refusal(problem.message, { field: problem.field })
    await takeTurns(context, [record])
    const there = await holdOn(context, record, from)
    if (
      there &&
      there.reason === reason &&
      there.orderedBy === orderedBy &&
      there.from === from &&
      !there.until
    ) {
      return { record, hold: there.hold }
    }
    if (there) {
      throw new Refusal(
        there.until
          ? `This record was held until ${longDay(there.until)}. Choose that day or a later one`
          : `This record is held already, since ${longDay(there.from)}. It stays until that hold is lifted; to say who asks now, lift it and place a new one`,
        { field: there.until ? 'from' : 'record' },
      )
    }
    return { record, hold: await saveHold(context, { about, record, reason, orderedBy, from }) }
  },
})
