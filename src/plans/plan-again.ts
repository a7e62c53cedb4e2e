import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { oneOf, optionalText } from '../platform/fields.ts'
import { BadInput } from '../platform/refusals.ts'
import { household, plan } from './input.ts'
import { keepPlan } from './keep.ts'
import { changedGround } from './rules/again.ts'
import { RULES } from './rules/without.ts'
import { findGround, findPlan } from './store.ts'

export const planAgain = action({
  name: 'plan-again',
  says: 'Runs a plan again from the same facts with one thing otherwise: without a rule, or a home as hub or not.',
  input: z.object({
    plan,
    without: z.preprocess((value) => value || null, oneOf(RULES, 'Choose a rule of the plan').nullable()),
    /** A home that may be a hub after all, or must not. */
    household: z.preprocess((value) => value || null, household.nullable()),
    may: z.preprocess(
      (value) => value || null,
      oneOf(['yes', 'no'], 'Choose whether it may be a hub').nullable(),
    ),
    reason: optionalText(500),
  }),
  subject: (context, input) => findPlan(context, input.plan),
  allow: may.makePlan,
  run: async (context, { plan, ...asked }, { name }) => {
    const ground = await findGround(context, plan)
    const changed = changedGround(ground, asked)
    if ('issues' in changed) throw new BadInput(changed.issues)
    const { facts, settings, change } = changed
    const from = { plan, change }
    const field = asked.without ? 'without' : 'household'
    return {
      plan: await keepPlan(
        context,
        { facts, settings },
        { name: `${name}: ${change}`.slice(0, 120), from, field },
      ),
    }
  },
})
