import type { Context } from '../platform/context.ts'
import { takeTurns } from '../platform/locks.ts'
import { NotFound, Refusal } from '../platform/refusals.ts'
import type { Stay } from '../sleepovers/store.ts'
import { momentAt } from '../values/london.ts'
import { momentProblem, notBegun, type Times } from './rules.ts'
import { seesChild, timesOf } from './store.ts'

/**
 * Waits its turn to write of a child of this stay, and gives when the children came and went. Refuses a child of
 * another stay and a stay that has not begun. The host's carers may write late of a child they see no more: what was
 * not written down in time is written down late.
 */
export async function begunStay(context: Context, stay: Stay, child: string): Promise<Times> {
  await takeTurns(context, [stay.id])
  if (!stay.children.includes(child)) {
    throw new Refusal('Choose a child of this sleepover', { field: 'child' })
  }
  if (!context.actor.ownHomes.includes(stay.host) && !(await seesChild(context, child))) throw new NotFound()
  const times = await timesOf(context, stay.id)
  if (!times) throw new NotFound()
  const says = notBegun(times)
  if (says) throw new Refusal(says)
  return times
}

type Written = { child: string; on: string; at: string }

/** The same, with the moment that is written of, which lies in the past and in the stay. */
export async function momentOfStay(context: Context, stay: Stay, { child, on, at }: Written): Promise<Date> {
  const times = await begunStay(context, stay, child)
  const moment = momentAt(on, at)
  const problem = momentProblem(times, moment, context.now)
  if (problem) throw new Refusal(problem.message, { field: problem.field })
  return moment
}
