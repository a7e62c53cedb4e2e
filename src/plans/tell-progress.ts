import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { text } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { best, plan } from './input.ts'
import { stillRunning } from './still-running.ts'
import { findPlan } from './store.ts'
import { setTold } from './store-run.ts'

const whole = z.number({ error: 'Enter a number' })

export const tellProgress = action({
  name: 'tell-progress',
  says: 'By the clock: how a running plan stands, and the best found so far.',
  input: z.object({
    plan,
    doing: text('Enter what it does now', 200),
    stepsDone: whole,
    stepsAllowed: whole,
    bound: whole,
    best: best.nullish(),
  }),
  subject: (context, input) => findPlan(context, input.plan),
  allow: may.watchTheClock,
  run: async (context, { plan, best, ...told }) => {
    await takeTurns(context, [plan])
    stillRunning(await findPlan(context, plan))
    await setTold(context, plan, { ...told, best: best ?? null })
    return { plan }
  },
})
