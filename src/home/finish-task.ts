import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, text } from '../platform/fields.ts'
import { closeTask } from '../platform/tasks.ts'
import { findTask } from './store.ts'

export const finishTask = action({
  name: 'finish-task',
  says: 'Marks a task of yours as done, with a word on how it came out.',
  input: z.object({ task: id('a task'), note: text('Enter how it came out', 1000) }),
  subject: (context, { task }) => findTask(context, task),
  allow: may.seeOwnThings,
  run: async (context, { task, note }) => {
    await closeTask(context, task, note)
    return { task }
  },
})
