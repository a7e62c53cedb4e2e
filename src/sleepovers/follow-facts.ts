import { type Context, widened } from '../platform/context.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { resumeStay } from './agree.ts'
import type { Finding } from './facts.ts'
import { lookInto } from './look-into.ts'
import { becomesOf, type Change } from './rules/following.ts'
import { changeStay, holdStay, placeInBeds, saveWeighing } from './store.ts'
import { type Following, lastWeighed, staysThatRelyOn } from './store-following.ts'
import { peopleAround } from './store-people.ts'
import { yesesOf } from './store-yeses.ts'
import { weigh } from './weigh.ts'
import { askForYeses } from './yeses.ts'

/** So many children and homes at once are a register, which nobody can be told to wait for one by one. */
const MANY = 200

/**
 * What follows for stays from facts that changed, in the transaction of the change (invariants 3, 5, 8, 10, 11, 25):
 * every stay to come or going on that relied on them is held against every rule again. What was agreed and cannot go
 * ahead as it is, is cancelled or put on hold, and everyone is told; where the children are there already nobody
 * pretends otherwise, and somebody looks into it at once. Gives the stays that were cancelled.
 */
export async function followFacts(context: Context): Promise<string[]> {
  const children = [...context.touched.children]
  const households = [...context.touched.households]
  context.touched.children.clear()
  context.touched.households.clear()
  if (children.length + households.length === 0) return []
  // Stays are followed wherever they are: whoever records a fact need not see every stay that relied on it.
  return widened(context, () => followAll(context, { children, households }))
}

async function followAll(
  context: Context,
  { children, households }: { children: string[]; households: string[] },
): Promise<string[]> {
  // Whoever asks for a stay of theirs just now is weighed first, and found below; or waits, and finds what is known now.
  if (children.length + households.length <= MANY) await takeTurns(context, [...children, ...households])
  const found = await staysThatRelyOn(context, { children, households })
  await takeTurns(
    context,
    found.flatMap((stay) => [...stay.children, stay.host]),
  )
  const cancelled: string[] = []
  for (const stay of await staysThatRelyOn(context, { children, households, lock: true })) {
    if ((await follow(context, stay)) === 'cancel') cancelled.push(stay.id)
  }
  return cancelled
}

/** Holds one stay against the rules again, and does what follows. */
async function follow(context: Context, stay: Following): Promise<Change> {
  const weighing = await weigh(context, stay, stay.children, stay.host, stay.id)
  const change = becomesOf({
    status: stay.status,
    held: stay.heldReason !== null,
    begun: stay.span.from <= context.now,
    findings: weighing.findings,
    given: await yesesOf(context, stay.id),
    before: await lastWeighed(context, stay.id),
    today: context.today,
  })
  if (weighing.fits && stay.status !== 'arrived') await placeInBeds(context, stay.id, weighing.beds)
  if (change.what === 'nothing') return 'nothing'
  if (change.what === 'resume') {
    await resumeStay(context, stay, weighing)
    return 'resume'
  }
  await saveWeighing(context, stay.id, 'changed', weighing)
  const because = change.because.map(({ says }) => says).join(' ')
  if (change.what === 'look into') await lookInto(context, stay, change.because)
  if (change.what === 'cancel') {
    await changeStay(context, stay.id, { status: 'cancelled', cancel_reason: because })
    await tellAll(context, stay, {
      subject: 'A sleepover is cancelled',
      body: 'Something it relied on has changed. Sign in to see which one and why.',
    })
  }
  if (change.what === 'hold') await hold(context, stay, change.because, because)
  if (change.what === 'ask') await askForYeses(context, stay.id, change.because, stay)
  return change.what
}

async function hold(context: Context, stay: Following, reasons: readonly Finding[], because: string) {
  await holdStay(context, stay.id, because)
  await askForYeses(
    context,
    stay.id,
    reasons.filter(({ level }) => level === 'yes'),
    stay,
  )
  await lookInto(context, stay, reasons)
  await tellAll(context, stay, {
    subject: 'A sleepover is on hold',
    body: 'Something it relied on has changed. Sign in to see what, and what can be done.',
  })
}

async function tellAll(context: Context, stay: Following, message: { subject: string; body: string }) {
  const around = await peopleAround(context, stay)
  const people = [stay.home, stay.host].flatMap((home) => [...around.carers(home), ...around.liaison(home)])
  people.push(...around.supervisors(stay.host), ...around.workers())
  await tell(context, people, { ...message, about: { kind: 'stay', id: stay.id } })
}
