import { z } from 'zod'
import { may } from '../access/policy.ts'
import { codesOf, consentItems } from '../children/say.ts'
import { withdrawConsent as endConsent, findChild } from '../children/store.ts'
import { action } from '../platform/action.ts'
import { day, id, oneOf, text } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { giveTask } from '../platform/tasks.ts'
import { momentAt } from '../values/london.ts'
import { changeStay } from './store.ts'
import { staysWithoutConsent } from './store-consent.ts'
import { carersOf, liaisonOf, workersOf } from './store-people.ts'

/** Invariant 10: withdrawal cancels what has not begun and alerts, in one transaction with the withdrawal itself. */
export const withdrawConsent = action({
  name: 'withdraw-consent',
  says: 'Withdraws consent for a child from a day on. Sleepovers that relied on it are cancelled and everyone is told.',
  input: z.object({
    child: id('a child'),
    item: oneOf(codesOf(consentItems), 'Choose what consent is withdrawn for'),
    from: day('the day it is withdrawn from'),
    reason: text('Enter why it is withdrawn'),
  }),
  subject: (context, { child }) => findChild(context, child),
  allow: may.withdrawConsent,
  run: async (context, { child, item, from, reason }) => {
    await takeTurns(context, [child])
    const ended = await endConsent(context, { child, item, from, reason })
    if (ended === 0) throw new Refusal('There is no consent for that from that day on', { field: 'from' })
    if (item !== 'overnight_stay') return { child, cancelled: [] }

    const stays = await staysWithoutConsent(context, child, momentAt(from, '00:00'))
    for (const stay of stays) {
      const people = [
        ...(await carersOf(context, stay.home)),
        ...(await carersOf(context, stay.host)),
        ...(await liaisonOf(context, stay.home)),
        ...(await workersOf(context, [child])),
      ]
      const about = { kind: 'stay', id: stay.id }
      if (stay.status === 'arrived') {
        // The child is there: nobody may pretend otherwise. The duty team decides at once.
        await giveTask(context, {
          kind: 'stay without consent',
          says: 'Consent was withdrawn for a child who is on a sleepover now',
          about,
          due: context.now,
          forRole: 'duty_worker',
        })
        await tell(context, people, {
          subject: 'Consent withdrawn during a sleepover',
          body: 'Ring the duty team now, then sign in.',
          about,
        })
        continue
      }
      await changeStay(context, stay.id, { status: 'cancelled', cancel_reason: 'Consent was withdrawn' })
      await tell(context, people, {
        subject: 'A sleepover is cancelled',
        body: 'Consent was withdrawn. Sign in to see which one.',
        about,
      })
    }
    return { child, cancelled: stays.filter(({ status }) => status !== 'arrived').map(({ id }) => id) }
  },
})
