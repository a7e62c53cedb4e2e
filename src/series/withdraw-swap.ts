import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { carersOf } from '../sleepovers/store-people.ts'
import { answerOffer, findOffer } from './store-swaps.ts'

export const withdrawSwap = action({
  name: 'withdraw-swap',
  says: 'Takes back an offer to swap nights that nobody has answered.',
  input: z.object({ offer: id('an offer') }),
  subject: async (context, { offer }) => {
    const { home } = await findOffer(context, offer)
    return { home, host: home, children: [] }
  },
  allow: may.offerSwap,
  run: async (context, { offer }) => {
    const { answer, withHome } = await findOffer(context, offer, 'lock')
    if (answer) throw new Refusal('This offer has been answered already')
    await answerOffer(context, offer, 'withdrawn')
    await tell(context, await carersOf(context, withHome), {
      subject: 'No swap is asked of you any more',
      body: 'The home that asked to swap nights has taken its offer back.',
      about: { kind: 'swap', id: offer },
    })
    return { offer }
  },
})
