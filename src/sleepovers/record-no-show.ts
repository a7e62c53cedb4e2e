import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, oneOf, text } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { giveTask } from '../platform/tasks.ts'
import { changeStay, findStay } from './store.ts'
import { legsOf } from './store-legs.ts'
import { carersOf, liaisonOf, whoCould, workersOf } from './store-people.ts'
import { WHEREABOUTS, WHEREABOUTS_CODES } from './words.ts'

export const recordNoShow = action({
  name: 'record-no-show',
  says: 'Records that the children did not come. Their beds are free; where nobody knows where they are, the duty team is called.',
  input: z.object({
    stay: id('a sleepover'),
    whereabouts: oneOf(WHEREABOUTS_CODES, 'Choose where they are'),
    reason: text('Enter what happened'),
  }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.changeSleepover,
  run: async (context, { stay: stayId, whereabouts, reason }, { children, host, home }) => {
    await takeTurns(context, [...children, host])
    const stay = await findStay(context, stayId, 'lock')
    if (stay.status === 'arrived') {
      throw new Refusal('Their arrival is recorded. Record when they go home instead')
    }
    if (stay.status !== 'accepted') throw new Refusal('Only an agreed sleepover can come to nothing')
    if (stay.span.from > context.now) {
      throw new Refusal('It has not begun yet. If they will not come, cancel it')
    }
    const before = (await legsOf(context, stayId)).find(({ id }) => id === stay.follows)
    if (before?.status === 'arrived') {
      throw new Refusal('They are at the stay before this one. Record when they went home from there')
    }
    await changeStay(context, stayId, {
      status: 'no_show',
      end_reason: `${WHEREABOUTS[whereabouts]}. ${reason}`,
    })
    const about = { kind: 'stay', id: stayId }
    const people = [
      ...(await carersOf(context, home)),
      ...(await carersOf(context, host)),
      ...(await liaisonOf(context, home)),
      ...(await workersOf(context, children)),
    ]
    if (whereabouts === 'not_known') {
      await giveTask(context, {
        kind: 'children not found',
        says: 'Children did not come to a sleepover, and nobody knows where they are',
        about,
        due: context.now,
        forRole: 'duty_worker',
      })
      const duty = await whoCould(context, 'duty_worker', { children, host })
      await tell(context, [...people, ...duty], {
        subject: 'Children did not come, and nobody knows where they are',
        body: 'Ring the duty team at once, then sign in.',
        about,
      })
    } else {
      await tell(context, people, {
        subject: 'Children did not come to a sleepover',
        body: 'Their bed is free again. Sign in to see why.',
        about,
      })
    }
    return { stay: stayId }
  },
})
