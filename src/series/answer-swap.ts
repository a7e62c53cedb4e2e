import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import type { Context } from '../platform/context.ts'
import { id, oneOf } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { forEyes } from '../sleepovers/facts.ts'
import { requestConflicts } from '../sleepovers/request.ts'
import { carersOf, liaisonOf, workersOf } from '../sleepovers/store-people.ts'
import { exchange, Stopped, titlesOf } from './exchange.ts'
import { answerOffer, canSwap, findOffer, type Offer, overtake, peopleOf } from './store-swaps.ts'

/** What has become of an offer that is not open any more. */
const OVER = {
  yes: 'The nights have been swapped already',
  no: 'This has been answered already',
  withdrawn: 'The other home has taken its offer back',
  overtaken: 'Somebody else was faster, or one of the two sleepovers has changed. Nothing was swapped',
} as const

export const answerSwap = action({
  name: 'answer-swap',
  says: 'Says yes or no to a swap of nights. A yes, which a carer of the home gives, asks for both sleepovers anew, each with the other’s nights, or changes nothing.',
  input: z.object({ offer: id('an offer'), answer: oneOf(['yes', 'no'], 'Say yes or no') }),
  subject: async (context, { offer }) => {
    const found = await findOffer(context, offer)
    return { ...found, household: found.withHome }
  },
  allow: may.answerSwap,
  conflicts: requestConflicts,
  run: async (context, { offer: offerId, answer }, seen) => {
    const { children, host } = await peopleOf(context, [seen.stay, seen.withStay])
    await takeTurns(context, [...children, host])
    const offer = await findOffer(context, offerId, 'lock')
    if (offer.answer) throw new Refusal(OVER[offer.answer])
    if (answer === 'no') {
      await answerOffer(context, offerId, 'no')
      await tell(context, await carersOf(context, offer.home), {
        subject: 'No swap this time',
        body: 'The home you asked keeps its nights. Your own sleepover stays as it is.',
        about: { kind: 'stay', id: offer.stay },
      })
      return { offer: offerId, stays: [] }
    }
    if (offer.offeredBy === context.actor.person) {
      throw new Refusal('You made this offer yourself. Somebody else at the home you asked has to say yes')
    }
    if (!may.agreeToSwap(context.actor, { household: offer.withHome })) {
      throw new Refusal('Only a carer of the home that was asked can say yes. You can say no for them')
    }
    if (!(await canSwap(context, [offer.stay, offer.withStay]))) throw new Refusal(OVER.overtaken)
    const stays = await swapped(context, offer)
    await answerOffer(context, offerId, 'yes')
    await overtake(context, [offer.stay, offer.withStay])
    const sides = [
      [offer.home, stays[0]],
      [offer.withHome, stays[1]],
    ] as const
    for (const [home, stay] of sides) {
      const people = [
        ...(await carersOf(context, home)),
        ...(await workersOf(context, (await peopleOf(context, [stay])).children)),
        ...(await liaisonOf(context, home)),
      ]
      await tell(context, people, {
        subject: 'Nights are swapped',
        body: 'A sleepover has other nights now. Sign in to see them, and whether the host has agreed.',
        about: { kind: 'stay', id: stay },
      })
    }
    await tell(context, await carersOf(context, host), {
      subject: 'Two homes have swapped their nights with you',
      body: 'Sign in to see who comes when now, and whether something waits for your yes.',
      about: { kind: 'stay', id: stays[0] },
    })
    return { offer: offerId, stays }
  },
})

/** Swaps, or says to each side why not: its own reasons in full, the other's by the names of the rules alone. */
async function swapped(context: Context, offer: Offer): Promise<[string, string]> {
  try {
    return await exchange(context, offer.stay, offer.withStay)
  } catch (no) {
    if (!(no instanceof Stopped)) throw no
    const { made, asked } = no.findings
    const theirs = titlesOf(context, made)
    const rules = titlesOf(context, [...made, ...asked])
    const reasons = [
      ...asked.map(({ says }) => says),
      ...(theirs.length > 0
        ? [`For the other home’s sleepover a rule stands in the way: ${theirs.join('; ')}.`]
        : []),
    ]
    throw new Refusal(`The nights cannot be swapped, and nothing has changed. ${reasons.join(' ')}`, {
      detail: { findings: asked.map(forEyes) },
      keep: async (again) =>
        tell(again, await carersOf(again, offer.home), {
          subject: 'Your nights could not be swapped',
          body: `The other home said yes, but a rule stands in the way: ${rules.join('; ')}. Nothing has changed.`,
          about: { kind: 'swap', id: offer.id },
        }),
    })
  }
}
