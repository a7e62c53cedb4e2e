import type { Context } from '../platform/context.ts'
import { tell } from '../platform/messages.ts'
import { NotFound, Refusal } from '../platform/refusals.ts'
import { giveTask } from '../platform/tasks.ts'
import { nextWorkingMorning } from '../values/working-days.ts'
import type { Requested } from './request.ts'
import { CONFIRM_TASK } from './store.ts'
import { seesChildren } from './store-emergency.ts'
import { homeOf, knownHost } from './store-home-of.ts'
import { carersOf, liaisonOf, supervisorOf, whoCould, workersOf } from './store-people.ts'
import { approvedToday } from './store-reach.ts'

/** Seven o'clock on the next working morning: by then somebody who answers for the child looks at it (invariant 18). */
export const confirmBy = (now: Date): Date => nextWorkingMorning(now, '07:00')

/**
 * The home these children live in, with the actor's own eyes. Throws `NotFound` for a child who is not theirs to see,
 * and a `Refusal` where a child has no home here any more or they live in different homes.
 */
export async function homeInEmergency(context: Context, children: readonly string[]): Promise<string> {
  try {
    return await homeOf(context, children)
  } catch (no) {
    if (!(no instanceof NotFound) || !(await seesChildren(context, children))) throw no
    throw new Refusal(
      `One of these children does not live at a home of this service any more. Ring the duty line, ${context.actor.service.dutyPhone}`,
      { field: 'children' },
    )
  }
}

/**
 * Throws `NotFound` for a host that may not be asked even in an emergency: one that the actor does not know, that is
 * not of the constellation, and that is no approved home of the service. Says whether it is beyond what they know.
 */
export async function hostInEmergency(
  context: Context,
  home: string,
  host: string,
): Promise<'known' | 'beyond'> {
  try {
    await knownHost(context, home, host)
    return 'known'
  } catch (no) {
    if (!(no instanceof NotFound) || !(await approvedToday(context, host))) throw no
    return 'beyond'
  }
}

type About = { stay: string; home: string; host: string; children: readonly string[] }

/** Tells everybody who answers for the children or for the homes, and asks somebody to confirm it or to end it. */
export async function tellOfEmergency(context: Context, about: About): Promise<void> {
  const { stay, home, host, children } = about
  const staff = [
    ...(await whoCould(context, 'duty_worker', { children, host })),
    ...(await workersOf(context, children)),
    ...(await supervisorOf(context, host)),
    ...(await supervisorOf(context, home)),
    ...(await liaisonOf(context, host)),
    ...(await liaisonOf(context, home)),
  ]
  await tell(context, staff, {
    subject: 'An emergency sleepover',
    body: 'A bed is held in an emergency. Sign in to see where, why, and what is left to do.',
    about: { kind: 'stay', id: stay },
  })
  await tell(context, await carersOf(context, host), {
    subject: 'Can you take somebody in now?',
    body: 'A bed is held at your home in an emergency. Expect a call. You can also sign in and answer.',
    about: { kind: 'stay', id: stay },
  })
  await askToConfirm(context, about)
}

/** Somebody who answers for the children or the host is to confirm the emergency by the next working morning, or end it. */
export async function askToConfirm(context: Context, { stay, host, children }: About): Promise<void> {
  const task = {
    kind: CONFIRM_TASK,
    says: 'Confirm an emergency sleepover, or end it',
    about: { kind: 'stay', id: stay },
    due: confirmBy(context.now),
  }
  const people = [...new Set([...(await workersOf(context, children)), ...(await liaisonOf(context, host))])]
  if (people.length === 0) await giveTask(context, { ...task, forRole: 'duty_worker' })
  for (const forPerson of people) await giveTask(context, { ...task, forPerson })
}

/** Why a home beyond the constellation cannot is not told: it may say where somebody is. */
export async function asKnown(known: 'known' | 'beyond', request: Promise<Requested>): Promise<Requested> {
  try {
    return await request
  } catch (no) {
    if (!(no instanceof Refusal) || known === 'known' || no.field) throw no
    throw new Refusal('That home cannot take them any more. Nothing was sent. Choose another')
  }
}
