import { type Context, widened } from '../platform/context.ts'
import { tell } from '../platform/messages.ts'
import { NotFound, Refusal } from '../platform/refusals.ts'
import { giveTask } from '../platform/tasks.ts'
import { nextWorkingMorning } from '../values/working-days.ts'
import type { Finding } from './facts.ts'
import { tellsWhereSomebodyIs } from './rules/meeting.ts'
import { CONFIRM_TASK } from './store.ts'
import { seesChildren } from './store-emergency.ts'
import { homeOf, knownHost, oneHome } from './store-home-of.ts'
import { carersOf, liaisonOf, supervisorOf, whoCould, workersOf } from './store-people.ts'
import { homesOfConstellation } from './store-places.ts'
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
    throw leftHere(context)
  }
}

/** The same of children who were looked up already, as far as the actor may see them: `household` is where each lives. */
export function homeOfThese(
  context: Context,
  children: readonly string[],
  seen: readonly { household: string | null }[],
): string {
  const homes = seen.flatMap(({ household }) => household ?? [])
  if (seen.length === children.length && homes.length < children.length) throw leftHere(context)
  return oneHome(homes, children.length)
}

const leftHere = ({ actor }: Context): Refusal =>
  new Refusal(
    `One of these children does not live at a home of this service any more. Ring the duty line, ${actor.service.dutyPhone}`,
    { field: 'children' },
  )

/** What may be told of a host: everything, or, beyond the constellation, only that it can or cannot. */
type Standing = 'known' | 'beyond'

/**
 * Throws `NotFound` for a host that may not be asked even in an emergency: one that the actor does not know, that is
 * not of the constellation, and that is no approved home of the service. Says what may be told of it.
 */
export async function hostInEmergency(context: Context, home: string, host: string): Promise<Standing> {
  try {
    await knownHost(context, home, host)
  } catch (no) {
    if (!(no instanceof NotFound) || !(await approvedToday(context, host))) throw no
  }
  return standingOf(context, home, host)
}

/**
 * What may be told of a host to the actor, for children of this home. That they once stayed there, or have a bed held
 * there now, lets the actor see the home and not who else is in it.
 */
export async function standingOf(context: Context, home: string, host: string): Promise<Standing> {
  const { seesAll, ownHomes, supervisedHomes, liaisonHomes } = context.actor
  if (seesAll || [...ownHomes, ...supervisedHomes, ...liaisonHomes].includes(host)) return 'known'
  const { homes } = await widened(context, () => homesOfConstellation(context, home, []))
  return homes.includes(host) ? 'known' : 'beyond'
}

/**
 * Why a home beyond the constellation cannot is not told: it may say where somebody is. What is kept of it is. That
 * it still needs a yes was told when it was offered.
 */
export async function asKnown<T>(standing: Standing, says: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (no) {
    if (!(no instanceof Refusal) || standing === 'known' || no.field) throw no
    const { findings = [] } = no.detail as { findings?: Finding[] }
    const waits =
      findings.length > 0 && !findings.some((one) => one.level === 'stop' || tellsWhereSomebodyIs(one))
    throw new Refusal(waits ? no.message : says, no.keep ? { keep: no.keep } : {})
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
  const workers = await workersOf(context, children)
  const liaison = await liaisonOf(context, host)
  let ofAll = workers
  for (const child of children) {
    const theirs = await workersOf(context, [child])
    ofAll = ofAll.filter((worker) => theirs.includes(worker))
  }
  // Whoever asked cannot confirm it, nor a social worker of some of the children.
  const people = [...new Set([...ofAll, ...liaison])].filter((person) => person !== context.actor.person)
  if (people.length === 0) await giveTask(context, { ...task, forRole: 'duty_manager' })
  for (const forPerson of people) await giveTask(context, { ...task, forPerson })
}
