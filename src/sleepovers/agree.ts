import type { Context } from '../platform/context.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { closeTasks } from '../platform/tasks.ts'
import { forEyes } from './facts.ts'
import { stillNeeded } from './rules.ts'
import { changeStay, letGoOfHold, placeInBeds, type Stay, saveWeighing } from './store.ts'
import { peopleAround } from './store-people.ts'
import { yesesOf } from './store-yeses.ts'
import { type Weighed, weigh } from './weigh.ts'
import { named, thisStay } from './words.ts'

type Answer = {
  note: string | null
  /** Who at the host's home said yes, where somebody else writes it down. */
  agreedBy?: string | null
  /** Whoever says yes to several at once tells people of all of them together. */
  tellsLater?: boolean
}

/**
 * The host's yes to a stay that waits, which the caller has locked and taken its turn for. Every rule is held against
 * it once more, with what is known now. Throws a `Refusal` with the findings where it cannot go ahead.
 */
export async function agreeStay(context: Context, stay: Stay, answer: Answer): Promise<Weighed> {
  if (stay.status !== 'requested')
    throw new Refusal(`${thisStay(stay.kind)} has already been answered or cancelled`)
  const weighing = await weigh(context, stay, stay.children, stay.host, stay.id)
  const detail = { findings: weighing.findings.map(forEyes) }
  if (!weighing.fits) {
    throw new Refusal(
      'Something has changed since this was asked, and it cannot go ahead. See what stops it',
      {
        detail,
      },
    )
  }
  if (stillNeeded(weighing.findings, await yesesOf(context, stay.id), context.today).length > 0) {
    throw new Refusal('This still needs a yes from somebody else before you can accept', { detail })
  }
  await changeStay(context, stay.id, {
    status: 'accepted',
    answer_reason: answer.note,
    agreed_by: answer.agreedBy ?? null,
  })
  // The beds it was weighed in: others may have come free since it was asked.
  await placeInBeds(context, stay.id, weighing.beds)
  await saveWeighing(context, stay.id, 'accepted', weighing)
  if (answer.tellsLater) return weighing
  const around = await peopleAround(context, stay)
  const people = [...around.carers(stay.home), ...around.workers(), ...around.liaison(stay.home)]
  await tell(context, people, {
    subject: `${named(stay.kind)} is agreed`,
    body: 'The host said yes. Sign in to see the handover list.',
    about: { kind: 'stay', id: stay.id },
  })
  return weighing
}

/**
 * An agreed stay that was on hold is on again, in what it was just weighed in: what spoke against it is gone, or was
 * given its yes. The host said yes before, and is not asked twice.
 */
export async function resumeStay(context: Context, stay: Stay, weighing: Weighed): Promise<void> {
  await letGoOfHold(context, stay.id)
  await closeTasks(context, 'arrange anew', stay.id, 'It is on again')
  await placeInBeds(context, stay.id, weighing.beds)
  await saveWeighing(context, stay.id, 'accepted', weighing)
  const around = await peopleAround(context, stay)
  const people = [...around.carers(stay.home), ...around.carers(stay.host), ...around.liaison(stay.home)]
  await tell(context, people, {
    subject: 'A sleepover is on again',
    body: 'What it was waiting for is settled. Sign in to see it.',
    about: { kind: 'stay', id: stay.id },
  })
}
