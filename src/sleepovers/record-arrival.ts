import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, id, optionalText, time } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { giveTask } from '../platform/tasks.ts'
import { momentAt } from '../values/london.ts'
import { nextWorkingMorning } from '../values/working-days.ts'
import { changeStay, findStay, saveWeighing } from './store.ts'
import { unreadCards } from './store-handover.ts'
import { carersOf, liaisonOf } from './store-people.ts'
import { weigh } from './weigh.ts'

/** Invariant 12 and "never refuse to record the truth": a child who is there is there, whatever is missing. */
export const recordArrival = action({
  name: 'record-arrival',
  says: 'Records when the children arrived. If a care card was not read first, it asks why and somebody looks into it.',
  input: z.object({
    stay: id('a sleepover'),
    on: day('the day they arrived'),
    at: time('the time they arrived'),
    unreadReason: optionalText().describe('Why the care card was not read first'),
  }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.moveChild,
  run: async (context, { stay: stayId, on, at, unreadReason }, { children, host }) => {
    await takeTurns(context, [...children, host])
    const stay = await findStay(context, stayId, 'lock')
    if (stay.status !== 'accepted' && stay.status !== 'requested') {
      throw new Refusal(
        stay.status === 'arrived' ? 'Their arrival is already recorded' : 'This sleepover is over',
      )
    }
    const arrived = momentAt(on, at)
    if (arrived > context.now) throw new Refusal('They cannot have arrived in the future', { field: 'on' })
    if (arrived >= stay.span.to) throw new Refusal('That is after they were to go home', { field: 'on' })
    const unread = await unreadCards(context, stayId)
    if (unread.length > 0 && !unreadReason) {
      throw new Refusal('Read the care card first, or say why that was not possible', {
        field: 'unreadReason',
      })
    }
    const breaches = [
      ...(unread.length > 0 ? [`A care card was not read before arrival: ${unreadReason}`] : []),
      ...(stay.status === 'requested' ? ['Children arrived before the sleepover was agreed'] : []),
    ]
    await changeStay(context, stayId, { status: 'arrived', arrived_at: arrived })
    await saveWeighing(context, stayId, 'arrived', await weigh(context, stay, children, host, stayId))
    for (const says of breaches) {
      const task = {
        kind: 'look into arrival',
        says,
        about: { kind: 'stay', id: stayId },
        due: nextWorkingMorning(context.now, '09:00'),
      }
      const liaison = await liaisonOf(context, stay.home)
      if (liaison.length === 0) await giveTask(context, { ...task, forRole: 'duty_worker' })
      for (const forPerson of liaison) await giveTask(context, { ...task, forPerson })
    }
    await tell(context, await carersOf(context, stay.home), {
      subject: 'They have arrived',
      body: 'The children have arrived for their sleepover.',
      about: { kind: 'stay', id: stayId },
    })
    return { stay: stayId }
  },
})
