import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, optionalText } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { forEyes } from './facts.ts'
import { stillNeeded } from './rules.ts'
import { changeStay, findStay, saveWeighing } from './store.ts'
import { carersOf, liaisonOf, workersOf } from './store-people.ts'
import { yesesOf } from './store-yeses.ts'
import { weigh } from './weigh.ts'

export const acceptSleepover = action({
  name: 'accept-sleepover',
  says: 'The host says yes. Every rule is held against it once more, with what is known now.',
  input: z.object({ stay: id('a sleepover'), note: optionalText() }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.answerSleepover,
  run: async (context, { stay: stayId, note }, { children, host }) => {
    await takeTurns(context, [...children, host])
    const stay = await findStay(context, stayId, 'lock')
    if (stay.status !== 'requested')
      throw new Refusal('This sleepover has already been answered or cancelled')
    const weighing = await weigh(context, stay, children, host, stayId)
    if (!weighing.fits) {
      throw new Refusal(
        'Something has changed since this was asked, and it cannot go ahead. See what stops it',
        {
          detail: { findings: weighing.findings.map(forEyes) },
        },
      )
    }
    const waiting = stillNeeded(weighing.findings, await yesesOf(context, stayId), context.today)
    if (waiting.length > 0) {
      throw new Refusal('This still needs a yes from somebody else before you can accept', {
        detail: { findings: weighing.findings.map(forEyes) },
      })
    }
    await changeStay(context, stayId, { status: 'accepted', answer_reason: note })
    await saveWeighing(context, stayId, 'accepted', weighing)
    const people = [
      ...(await carersOf(context, stay.home)),
      ...(await workersOf(context, children)),
      ...(await liaisonOf(context, stay.home)),
    ]
    await tell(context, people, {
      subject: 'A sleepover is agreed',
      body: 'The host said yes. Sign in to see the handover list.',
      about: { kind: 'stay', id: stayId },
    })
    return { stay: stayId }
  },
})
