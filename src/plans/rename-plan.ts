import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { text } from '../platform/fields.ts'
import { plan } from './input.ts'
import { findPlan, setName } from './store.ts'

export const renamePlan = action({
  name: 'rename-plan',
  says: 'Gives a plan another name.',
  input: z.object({ plan, name: text('Enter a name for the plan', 120) }),
  subject: (context, input) => findPlan(context, input.plan),
  allow: may.makePlan,
  run: async (context, { plan, name }) => {
    await setName(context, plan, name)
    return { plan }
  },
})
