import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { giveTask } from '../platform/tasks.ts'
import { findStay } from './store.ts'
import { markAlerted } from './store-clock.ts'
import { carersOf, liaisonOf, whoCould, workersOf } from './store-people.ts'

export const alertLate = action({
  name: 'alert-late',
  says: 'Alerts both homes, the workers and the duty team that children are not back half an hour after their time. Once.',
  input: z.object({ stay: id('a sleepover') }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.watchTheClock,
  run: async (context, { stay }, { home, host, children }) => {
    if (!(await markAlerted(context, stay))) return { stay }
    const about = { kind: 'stay', id: stay }
    await giveTask(context, {
      kind: 'late return',
      says: 'Children were to be home by now, and nobody has said that they are. Ring both homes',
      about,
      due: context.now,
      forRole: 'duty_worker',
    })
    const people = [
      ...(await carersOf(context, host)),
      ...(await carersOf(context, home)),
      ...(await liaisonOf(context, home)),
      ...(await workersOf(context, children)),
      ...(await whoCould(context, 'duty_worker', { children, host })),
    ]
    await tell(context, people, {
      subject: 'Children are not back yet',
      body: 'They were to be home half an hour ago. Ring the other home now; if you cannot find out, ring the duty team. Then sign in and record where they are.',
      about,
    })
    return { stay }
  },
})
