import { z } from 'zod'
import { may } from '../access/policy.ts'
import { id } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import { Forbidden, NotFound } from '../platform/refusals.ts'
import { findStay } from './store.ts'
import { hostToRing } from './store-emergency.ts'
import { homesOfConstellation } from './store-places.ts'

export const whomToRing = listing({
  name: 'whom-to-ring',
  says: 'The hub home of your own constellation and the duty line, to ring at any hour.',
  query: z.object({}),
  allow: may.readSleepovers,
  run: async (context) => {
    const [home] = context.actor.ownHomes
    const hub = home ? (await homesOfConstellation(context, home, [])).hub : null
    const { dutyPhone } = context.actor.service
    if (!hub || hub === home) return { hub: null, dutyPhone }
    const { name, phone } = await hostToRing(context, hub)
    return { hub: { name, phone }, dutyPhone }
  },
})

export const heldStay = listing({
  name: 'held-stay',
  says: 'Whom to ring at the home that holds a bed in an emergency, and who of its carers could say yes.',
  query: z.object({ stay: id('a sleepover') }),
  allow: may.readSleepovers,
  sensitive: ({ stay }) => ({ stay }),
  run: async (context, { stay: id }) => {
    const stay = await findStay(context, id)
    if (stay.kind !== 'emergency') throw new NotFound()
    if (!may.answerByPhone(context.actor, stay)) throw new Forbidden()
    const { children, why, host, status, span } = stay
    return { stay: id, children, why, host, status, ...span, ...(await hostToRing(context, host)) }
  },
})
