import { z } from 'zod'
import { may } from '../access/policy.ts'
import { codesOf, consentItems } from '../children/say.ts'
import { withdrawConsent as endConsent, findChild } from '../children/store.ts'
import { action } from '../platform/action.ts'
import { day, id, oneOf, text } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { Refusal } from '../platform/refusals.ts'
import { followFacts } from './follow-facts.ts'

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
    return { child, cancelled: await followFacts(context) }
  },
})
