import { z } from 'zod'
import { may } from '../access/policy.ts'
import { listing } from '../platform/listing.ts'
import { plan } from './input.ts'
import { findGround, findPlan } from './store.ts'
import { plansToRun } from './store-run.ts'

export const plansToRunList = listing({
  name: 'plans-to-run',
  says: 'By the clock: the plans that wait or run, in their turn, and which are to stop.',
  query: z.object({}),
  allow: may.watchTheClock,
  run: async (context) => ({ plans: await plansToRun(context) }),
})

export const planToRun = listing({
  name: 'plan-to-run',
  says: 'By the clock: what a plan is made from.',
  query: z.object({ plan }),
  allow: may.watchTheClock,
  run: async (context, query) => {
    await findPlan(context, query.plan)
    const { facts, settings } = await findGround(context, query.plan)
    return { plan: query.plan, facts, settings }
  },
})
