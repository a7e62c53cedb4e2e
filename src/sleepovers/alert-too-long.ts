import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { packAt } from '../platform/rule-pack.ts'
import { giveTask } from '../platform/tasks.ts'
import { findStay } from './store.ts'
import { staysByTheClock, TOO_LONG_TASK } from './store-clock.ts'
import { workersOf } from './store-people.ts'

/** Invariant 15: the nights go by though nobody added any, and then it is a change of where the child lives. */
export const alertTooLong = action({
  name: 'alert-too-long',
  says: 'Has the child’s social worker decide where the child lives, once a sleepover is longer than one can be. Once.',
  input: z.object({ stay: id('a sleepover') }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.watchTheClock,
  run: async (context, { stay }, { children, host }) => {
    await takeTurns(context, [...children, host])
    const { tooLong } = await staysByTheClock(context, packAt(context.today))
    if (!tooLong.includes(stay)) return { stay }
    const task = {
      kind: TOO_LONG_TASK,
      says: 'This can no longer be a sleepover: decide where the child lives',
      about: { kind: 'stay', id: stay },
      due: context.now,
    }
    const workers = await workersOf(context, children)
    for (const forPerson of workers) await giveTask(context, { ...task, forPerson })
    if (workers.length === 0) await giveTask(context, { ...task, forRole: 'duty_worker' })
    return { stay }
  },
})
