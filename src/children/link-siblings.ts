import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { child, from } from './input.ts'
import { pair } from './rules.ts'
import { findChild } from './store.ts'

export const linkSiblings = action({
  name: 'link-siblings',
  says: 'Records that two children are brothers or sisters: half, step and adopted too.',
  input: z.object({ child, sibling: id('the brother or sister'), from }),
  subject: async (context, { child, sibling }) => {
    await findChild(context, sibling)
    return findChild(context, child)
  },
  allow: may.changeChild,
  run: async (context, { child, sibling, from }) => {
    const [child_a, child_b] = pair(child, sibling)
    if (child_a === child_b) throw new Refusal('Choose another child', { field: 'sibling' })
    await state(context, 'sibling', { child_a, child_b }, {}, from)
    return { child, sibling }
  },
})
