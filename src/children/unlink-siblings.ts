import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id } from '../platform/fields.ts'
import { end } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { child, from } from './input.ts'
import { pair } from './rules.ts'
import { findChild } from './store.ts'

export const unlinkSiblings = action({
  name: 'unlink-siblings',
  says: 'Records that two children are not, or no longer, brothers or sisters, from a day on.',
  input: z.object({ child, sibling: id('the brother or sister'), from }),
  subject: async (context, { child, sibling }) => {
    await findChild(context, sibling)
    return findChild(context, child)
  },
  allow: may.changeChild,
  run: async (context, { child, sibling, from }) => {
    const [child_a, child_b] = pair(child, sibling)
    const ended = await end(context, 'sibling', { child_a, child_b }, from)
    if (ended === 0) {
      throw new Refusal('They are not recorded as brothers or sisters on that day', { field: 'from' })
    }
    return { child, sibling }
  },
})
