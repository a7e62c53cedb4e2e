import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, oneOf, optionalDay, optionalText, text, tick } from '../platform/fields.ts'
import { state } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { child } from './input.ts'
import { findChild } from './store.ts'
import { cardColumns, cardOn } from './store-card.ts'

const MOST = 30

const allergy = z
  .object({
    what: text('Enter what the child is allergic to', 200),
    severity: oneOf(['mild', 'severe'], 'Choose how bad it is: mild or severe'),
    pen: tick(),
    penExpires: optionalDay('the day the pen expires'),
  })
  .refine(({ pen, penExpires }) => pen || penExpires === null, {
    path: ['pen'],
    error: 'Choose that there is a pen, or leave out the day it expires',
  })

const medicine = z
  .object({
    name: text('Enter the name of the medicine', 200),
    dose: text('Enter how much is given, like 5 ml', 200),
    times: optionalText(200).transform((words) => words ?? ''),
    how: optionalText(500),
    asNeeded: tick(),
  })
  .refine(({ times, asNeeded }) => asNeeded || times !== '', {
    path: ['times'],
    error: 'Enter when it is given, like 08:00, 20:00, or choose that it is given as needed',
  })

const contact = z.object({
  name: text('Enter the name of the contact', 200),
  relation: text('Enter who they are to the child', 200),
  phone: text('Enter their phone number', 40),
})

const several = <T extends z.ZodType>(one: T, says: string) =>
  z.array(one, { error: says }).max(MOST, { error: `Keep to ${MOST} or fewer` })

export const changeCareCard = action({
  name: 'change-care-card',
  says: 'States the whole care card from a day on, what did not change too. The card before it stays readable.',
  input: z.object({
    child,
    from: day('the day this card holds from'),
    knownAs: optionalText(100),
    allergies: several(allergy, 'Give the allergies; an empty list where there are none'),
    medication: several(medicine, 'Give the medication; an empty list where there is none'),
    routines: optionalText(),
    triggers: optionalText(),
    whatHelps: optionalText(),
    missingHistory: optionalText(),
    culture: optionalText(),
    faith: optionalText(),
    language: optionalText(),
    food: optionalText(),
    hairAndSkin: optionalText(),
    contacts: several(contact, 'Give the contacts; an empty list where there are none'),
    /** The card that was changed, as it was read. Where it is no longer the card, somebody else was quicker. */
    seen: optionalText(36),
  }),
  subject: (context, { child }) => findChild(context, child),
  allow: may.changeCareCard,
  conflicts: { care_card_once: 'Somebody has just changed this card. Open it again to see what they wrote' },
  run: async (context, { child, from, seen, ...card }) => {
    const before = await cardOn(context, child, from)
    if (seen && before?.card !== seen) {
      throw new Refusal(
        'Somebody changed this card after you opened it. Read it as it is now, then save yours again if it is right',
        { detail: { card: before?.card ?? null } },
      )
    }
    const written = await state(context, 'care_card', { child_id: child }, cardColumns(card), from)
    return { child, card: written }
  },
})
