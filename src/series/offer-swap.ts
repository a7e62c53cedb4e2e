import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, id } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { findStay } from '../sleepovers/store.ts'
import { carersOf } from '../sleepovers/store-people.ts'
import { nightsOf } from '../values/nights.ts'
import { canSwap, heldOn, offeredFor, saveOffer } from './store-swaps.ts'

export const offerSwap = action({
  name: 'offer-swap',
  says: 'Asks whichever home of the constellation has a night at the same host whether it would swap. Nobody learns who it is.',
  input: z.object({ stay: id('a sleepover'), night: day('the night you would like') }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.offerSwap,
  conflicts: { swap_offer_open: 'You have already asked about that night. Wait for the answer' },
  run: async (context, { stay: stayId, night }) => {
    const stay = await findStay(context, stayId, 'lock')
    if (!(await canSwap(context, [stayId]))) {
      throw new Refusal('Only a planned sleepover that has not begun can be swapped')
    }
    if (night < context.today) throw new Refusal('Choose a night to come', { field: 'night' })
    if (nightsOf(stay.span).includes(night)) {
      throw new Refusal('Your own sleepover is on that night. Choose another', { field: 'night' })
    }
    const held = await heldOn(context, night, stay)
    if (held.length === 0) {
      throw new Refusal('Nobody in your constellation can swap that night. If a bed is free, ask for it', {
        field: 'night',
      })
    }
    const before = await offeredFor(context, stayId)
    const fresh = held.filter((one) => !before.includes(one.stay))
    if (fresh.length === 0) {
      throw new Refusal('You have already asked about that night. Wait for the answer', { field: 'night' })
    }
    const offers: string[] = []
    for (const other of fresh) {
      const offer = await saveOffer(context, {
        stay: stayId,
        home: stay.home,
        withStay: other.stay,
        withHome: other.home,
      })
      offers.push(offer)
      await tell(context, await carersOf(context, other.home), {
        subject: 'Would you swap nights?',
        body: 'A home in your constellation asks whether you would swap nights. Sign in to see which, and to say yes or no.',
        about: { kind: 'swap', id: offer },
      })
    }
    return { stay: stayId, offers }
  },
})
