import { z } from 'zod'
import { may } from '../access/policy.ts'
import type { Context } from '../platform/context.ts'
import { id } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import type { Day } from '../values/london.ts'
import { whoIs } from './child-record.ts'
import { consentsItemByItem } from './consents.ts'
import { asAt } from './lists.ts'
import { type Allergy, nextDoses, penOn } from './rules.ts'
import { penStates } from './say.ts'
import { cardOn } from './store-card.ts'
import { childOn } from './store-child.ts'
import { consentFacts } from './store-consent.ts'
import { apartOn } from './store-ties.ts'
import { tellApart } from './ties.ts'

const query = z.object({ child: id('a child'), asAt })

export const careCard = listing({
  name: 'care-card',
  says: 'The one page a carer needs about a child, as it was on a day: allergies, medication and the next dose first.',
  query,
  allow: may.readChildren,
  sensitive: ({ child }) => ({ child }),
  run: cardSeen,
})

export type CareCard = Awaited<ReturnType<typeof cardSeen>>

async function cardSeen(context: Context, { child, asAt }: z.output<typeof query>) {
  const day = asAt ?? context.today
  const facts = await childOn(context, child, day)
  const card = await cardOn(context, child, day)
  const apart = await apartOn(context, child, day)
  const consents = await consentFacts(context, [child])
  const { actor } = context
  const ask = { worker: facts.workerName, duty: actor.service.dutyPhone }
  return {
    asAt: day,
    isToday: day === context.today,
    who: whoIs(facts, day),
    card: card && {
      ...card,
      allergies: withPens(card.allergies, day),
    },
    /** Of today only: what is next is a question about now. */
    nextDoses: day === context.today ? nextDoses(card?.medication ?? [], context.now) : [],
    asNeeded: (card?.medication ?? []).filter((medicine) => medicine.asNeeded),
    mustNotMeet: apart.map((row) => tellApart(row, ask)),
    stays: consentsItemByItem(consents, child, day).find(({ item }) => item === 'overnight_stay') ?? null,
    dutyPhone: actor.service.dutyPhone,
    can: { changeCard: may.changeCareCard(actor, { child }) },
  }
}

/** Allergies with how the adrenaline pen against them stands on a day. */
export const withPens = (allergies: readonly Allergy[], day: Day) =>
  allergies.map((one) => {
    const pen = one.pen ? penOn(one.penExpires, day) : null
    return { ...one, penState: pen, penSays: pen && penStates[pen] }
  })
