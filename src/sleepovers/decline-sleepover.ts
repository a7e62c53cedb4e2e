import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, text } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { changeStay, findStay, saveUnmetNeed } from './store.ts'
import { carersOf, liaisonOf } from './store-people.ts'
import { weigh } from './weigh.ts'
import { named, thisStay } from './words.ts'

export const declineSleepover = action({
  name: 'decline-sleepover',
  says: 'The host says no, with a reason. The request is kept as an unmet need.',
  input: z.object({ stay: id('a sleepover'), reason: text('Enter why you cannot take them') }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.answerSleepover,
  run: async (context, { stay: stayId, reason }, seen) => {
    const stay = await findStay(context, stayId, 'lock')
    if (stay.status !== 'requested')
      throw new Refusal(`${thisStay(stay.kind)} has already been answered or cancelled`)
    const { findings, packVersion } = await weigh(context, stay, seen.children, seen.host, stayId)
    await changeStay(context, stayId, { status: 'declined', answer_reason: reason })
    const { home, host, children, span, why } = stay
    await saveUnmetNeed(context, {
      home,
      host,
      stay: stayId,
      children,
      span,
      why,
      outcome: 'declined',
      reason,
      findings,
      packVersion,
    })
    await tell(context, [...(await carersOf(context, home)), ...(await liaisonOf(context, home))], {
      subject: `${named(stay.kind)} was declined`,
      body: 'The host cannot take them. Sign in to see why and what would also work.',
      about: { kind: 'stay', id: stayId },
    })
    return { stay: stayId }
  },
})
