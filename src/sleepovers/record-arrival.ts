import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { type Context, widened } from '../platform/context.ts'
import { day, id, optionalText, time } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { closeTasks } from '../platform/tasks.ts'
import { momentAt } from '../values/london.ts'
import { beginStay } from './arrival.ts'
import { reclaimStay } from './reclaim.ts'
import { changeStay, findStay, type Stay } from './store.ts'
import { unreadCards } from './store-handover.ts'
import { legsOf } from './store-legs.ts'
import { carersOf } from './store-people.ts'
import { thisStay } from './words.ts'

/** Earlier than this it is another night, for which no bed is held and nothing was weighed. Our own choice. */
const EARLIEST_HOURS = 12

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
  conflicts: {
    one_bed_one_child: 'Their bed is somebody else’s by now. Ring the duty line',
    one_child_one_place:
      'One of the children has another stay in that time. Record that they are there with that one, or cancel it first',
  },
  run: async (context, { stay: stayId, on, at, unreadReason }, { children, host }) => {
    await takeTurns(context, [...children, host])
    const stay = await findStay(context, stayId, 'lock')
    // Called off, or said to have come to nothing; and yet they are there.
    const undone = stay.status === 'cancelled' || stay.status === 'no_show'
    if (stay.status !== 'accepted' && stay.status !== 'requested' && !undone) {
      throw new Refusal(
        stay.status === 'arrived' ? 'Their arrival is already recorded' : `${thisStay(stay.kind)} is over`,
      )
    }
    const arrived = momentAt(on, at)
    if (arrived > context.now) throw new Refusal('They cannot have arrived in the future', { field: 'on' })
    if (arrived >= stay.span.to) throw new Refusal('That is after they were to go home', { field: 'on' })
    await leaveBefore(context, stay, arrived)
    if (stay.span.from.getTime() - arrived.getTime() > EARLIEST_HOURS * 3_600_000) {
      throw new Refusal(
        `That is more than ${EARLIEST_HOURS} hours before they were to come, and no bed is held for them then. Ask for that time too, as an emergency or an earlier stay, and record their arrival there`,
        { field: 'on' },
      )
    }
    if (undone) await reclaimStay(context, stay)
    const unread = await unreadCards(context, stayId)
    if (unread.length > 0 && !unreadReason) {
      throw new Refusal('Read the care card first, or say why that was not possible', {
        field: 'unreadReason',
      })
    }
    const breaches = [
      ...(unread.length > 0 ? [`A care card was not read before arrival: ${unreadReason}`] : []),
      ...(stay.status === 'requested' ? ['Children arrived before it was agreed'] : []),
      ...(undone ? ['Children arrived though it had been called off'] : []),
    ]
    await beginStay(context, stayId, arrived, breaches)
    await tell(context, await carersOf(context, stay.home), {
      subject: 'They have arrived',
      body: 'The children have arrived at the host.',
      about: { kind: 'stay', id: stayId },
    })
    return { stay: stayId }
  },
})

/** Where the stay goes on from one at another home, the children left that home when they came here. */
async function leaveBefore(context: Context, stay: Stay, arrived: Date): Promise<void> {
  if (!stay.follows) return
  const before = (await legsOf(context, stay.id)).find(({ id }) => id === stay.follows)
  if (before?.status !== 'arrived') {
    throw new Refusal('Record first that they arrived at the stay before this one')
  }
  if (before.host === stay.host) {
    throw new Refusal('They are there already. These nights begin by themselves when those before them end')
  }
  if (before.arrivedAt && arrived < before.arrivedAt) {
    throw new Refusal('That is before they arrived at the home before. Check the day and time', {
      field: 'on',
    })
  }
  await widened(context, () => changeStay(context, before.id, { status: 'continued', ended_at: arrived }))
  await closeTasks(context, 'late return', before.id, 'They are at the other home')
}
