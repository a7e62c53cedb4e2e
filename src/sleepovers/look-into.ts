import type { Context } from '../platform/context.ts'
import { tell } from '../platform/messages.ts'
import { giveTask } from '../platform/tasks.ts'
import type { Finding } from './facts.ts'
import type { Following } from './store-following.ts'
import { peopleAround } from './store-people.ts'

/**
 * Gives somebody the task to look into a stay that cannot be as it was agreed. Where the children are there, the duty
 * team does, now, and everyone is told to ring. A stay to come is arranged anew by the liaison worker. A check that has
 * run out (invariant 11) also gets its risk assessment, from the home's supervising social worker.
 */
export async function lookInto(
  context: Context,
  stay: Following,
  reasons: readonly Finding[],
): Promise<void> {
  const about = { kind: 'stay', id: stay.id }
  const around = await peopleAround(context, stay)
  // Agreed, and its time has come: they may be there already, though nobody has said so.
  const there = stay.status === 'arrived' || stay.span.from <= context.now
  const says = reasons.map(({ evidence }) => evidence).join('; ')
  const consent = reasons.some(({ rule }) => rule === '10' || rule === '25')
  if (there) {
    await giveTask(context, {
      kind: consent ? 'stay without consent' : 'look into stay',
      says: consent
        ? 'There is no consent now for a child who is on a sleepover, or may be'
        : `Something has changed for children who are on a sleepover now: ${says}`,
      about,
      due: context.now,
      forRole: 'duty_worker',
    })
    const people = [
      ...around.carers(stay.home),
      ...around.carers(stay.host),
      ...around.liaison(stay.home),
      ...around.workers(),
      ...around.holders('duty_worker'),
    ]
    await tell(context, people, {
      subject: consent ? 'No consent now during a sleepover' : 'Something has changed during a sleepover',
      body: 'Ring the duty team now, then sign in.',
      about,
    })
  } else {
    const arranges = {
      kind: 'arrange anew',
      says: `A sleepover is on hold: ${says}`,
      about,
      due: stay.span.from,
    }
    const liaison = around.liaison(stay.home)
    if (liaison.length === 0) await giveTask(context, { ...arranges, forRole: 'duty_worker' })
    for (const forPerson of liaison) await giveTask(context, { ...arranges, forPerson })
  }
  if (reasons.some(({ rule }) => rule === '11')) {
    const assesses = {
      kind: 'risk assessment',
      says: `A check has run out at a home with a sleepover: assess the risk. ${says}`,
      about,
      due: there ? context.now : stay.span.from,
    }
    const supervisor = around.supervisors(stay.host)
    if (supervisor.length === 0) await giveTask(context, { ...assesses, forRole: 'fostering_manager' })
    for (const forPerson of supervisor) await giveTask(context, { ...assesses, forPerson })
  }
}
