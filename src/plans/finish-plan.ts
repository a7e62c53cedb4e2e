import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { oneOf } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { best, plan } from './input.ts'
import { stillRunning } from './still-running.ts'
import { findPlan } from './store.ts'
import { setEnded } from './store-run.ts'

export const finishPlan = action({
  name: 'finish-plan',
  says: 'By the clock: a run is over, with its plan and what was proved, or with why there is none.',
  input: z.object({
    plan,
    ended: oneOf(['proven', 'work', 'clock', 'person', 'lost'], 'Choose how it ended'),
    best: best.nullish(),
    bound: z.number().nullish(),
    checkedBound: z.number().nullish(),
    multipliers: z.array(z.number()).nullish(),
    proven: z.boolean().default(false),
    /** Why no plan keeps every rule. */
    clashes: z.array(z.string()).default([]),
  }),
  subject: (context, input) => findPlan(context, input.plan),
  allow: may.watchTheClock,
  run: async (context, { plan, ended, best, clashes, ...found }) => {
    await takeTurns(context, [plan])
    stillRunning(await findPlan(context, plan))
    const whole = ended === 'proven' || ended === 'work'
    const state = clashes.length > 0 ? 'impossible' : whole && best ? 'done' : 'draft'
    // Where a run broke off, the bound that was told last stays.
    const proof = found.bound === undefined || found.bound === null ? {} : found
    await setEnded(context, plan, { state, ended, best: best ?? null, clashes, ...proof })
    return { plan }
  },
})
