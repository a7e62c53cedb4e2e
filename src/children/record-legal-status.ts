import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { oneOf } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { child, from } from './input.ts'
import { legalStatuses } from './legal-status.ts'
import { findChild } from './store.ts'

export const recordLegalStatus = action({
  name: 'record-legal-status',
  says: 'Records a child’s legal status from a day on. It does not move the child.',
  input: z.object({ child, status: oneOf(legalStatuses, 'Choose a legal status'), from }),
  subject: (context, { child }) => findChild(context, child),
  allow: may.changeChild,
  run: async (context, { child, status, from }) => {
    await state(context, 'legal_status', { child_id: child }, { status }, from)
    return { child }
  },
})
