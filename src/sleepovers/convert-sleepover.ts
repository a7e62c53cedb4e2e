import { z } from 'zod'
import { may } from '../access/policy.ts'
import { statePlacement } from '../children/store.ts'
import { action } from '../platform/action.ts'
import { type Context, widened } from '../platform/context.ts'
import { day, id, oneOf, text, time } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { closeTasks, giveTask } from '../platform/tasks.ts'
import { addDays, dayOf, momentAt } from '../values/london.ts'
import { legAt, legsInTurn } from './legs.ts'
import { changeStay, findStay } from './store.ts'
import { TOO_LONG_TASK } from './store-clock.ts'
import { comingFrom } from './store-legs.ts'
import { carersOf, liaisonOf, workersOf } from './store-people.ts'
import { BECAME, BECAME_CODES } from './words.ts'

/** Invariants 13 to 15: what is longer than a stay can be, or has no way back, is a change of where a child lives. */
export const convertSleepover = action({
  name: 'convert-sleepover',
  says: 'Records that a stay became more than a stay: the children live there now, or somewhere else. Their old home’s stays are cancelled.',
  input: z.object({
    stay: id('a sleepover'),
    on: day('the day it became more than a stay'),
    at: time('the time it became more than a stay'),
    into: oneOf(BECAME_CODES, 'Choose what it became'),
    reason: text('Enter why it is no longer a sleepover'),
  }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.convertSleepover,
  run: async (context, { on, at, into, reason }, named) => {
    const { children, home } = named
    const legs = await legsInTurn(context, named)
    const moment = momentAt(on, at)
    if (moment > context.now) throw new Refusal('That is in the future', { field: 'on' })
    const leg = await legAt(context, legs, moment)
    await widened(context, () =>
      changeStay(context, leg.id, {
        status: 'converted',
        ended_at: moment,
        end_reason: `${BECAME[into]}. ${reason}`,
      }),
    )
    for (const { id } of legs)
      await closeTasks(context, ['late return', TOO_LONG_TASK], id, 'It became more than a sleepover')
    if (into === 'lives_here') {
      for (const child of children) await statePlacement(context, child, leg.host, on)
    }
    const cancelled = await cancelComing(context, home, children)
    const about = { kind: 'stay', id: leg.id }
    const task = {
      kind: 'look into stay',
      says: 'A sleepover became more than a sleepover. See that the children’s record and both homes have what they need',
      about,
      due: momentAt(addDays(dayOf(context.now), 1), '09:00'),
    }
    const liaison = await liaisonOf(context, home)
    for (const forPerson of liaison) await giveTask(context, { ...task, forPerson })
    await giveTask(context, { ...task, forRole: 'fostering_manager' })
    const people = [
      ...(await carersOf(context, home)),
      ...(await carersOf(context, leg.host)),
      ...(await workersOf(context, children)),
      ...liaison,
    ]
    await tell(context, people, {
      subject: 'A sleepover became more than a sleepover',
      body: 'The children do not go back to the home they came from. Sign in to see what was recorded.',
      about,
    })
    return { stay: leg.id, cancelled }
  },
})

/** Stays that the old home asked for, for children who live there no more. */
async function cancelComing(context: Context, home: string, children: readonly string[]): Promise<string[]> {
  const coming = await comingFrom(context, home, children)
  for (const { id, host } of coming) {
    await widened(context, () =>
      changeStay(context, id, {
        status: 'cancelled',
        cancel_reason: 'A child it was for does not live at that home any more',
      }),
    )
    await tell(context, [...(await carersOf(context, home)), ...(await carersOf(context, host))], {
      subject: 'A sleepover is cancelled',
      body: 'A child it was for does not live at that home any more. Sign in to see which one.',
      about: { kind: 'stay', id },
    })
  }
  return coming.map(({ id }) => id)
}
