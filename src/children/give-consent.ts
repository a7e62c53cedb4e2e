import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { oneOf, optionalDay, optionalText, text } from '../platform/fields.ts'
import { end, state } from '../platform/history.ts'
import { takeTurns } from '../platform/locks.ts'
import { Refusal } from '../platform/refusals.ts'
import { child, endsAfterStart, from, until } from './input.ts'
import { basisFits } from './rules.ts'
import { bases, codesOf, consentItems, decisions } from './say.ts'
import { findChild } from './store.ts'
import { legalStatusOn } from './store-child.ts'
import { isToStay } from './store-consent.ts'

export const giveConsent = action({
  name: 'give-consent',
  says: 'Records the answer about one item of a child’s care: agreed, refused, or ask each time; by whom, from when until when.',
  input: z
    .object({
      child,
      item: oneOf(codesOf(consentItems), 'Choose what this is about'),
      decision: oneOf(codesOf(decisions), 'Choose agreed, ask each time or refused'),
      basis: oneOf(codesOf(bases), 'Choose on what footing this was decided'),
      givenBy: text('Enter who gave the answer', 200),
      from,
      until,
      whoMayAgree: optionalText(),
      tell: optionalText(),
      conditions: optionalText(),
      reviewOn: optionalDay('the day to look at it again'),
    })
    .refine(...endsAfterStart),
  subject: (context, { child }) => findChild(context, child),
  allow: may.giveConsent,
  run: async (context, { child, item, from, until, ...given }) => {
    if (item === 'overnight_stay') await takeTurns(context, [child])
    if (item === 'overnight_stay' && given.decision === 'refused' && (await isToStay(context, child, from))) {
      throw new Refusal(
        'Sleepovers are planned that this would leave without consent. Withdraw the consent first: that cancels them and tells everyone',
        { field: 'decision' },
      )
    }
    const status = await legalStatusOn(context, child, from)
    if (!basisFits(status, given.basis)) {
      throw new Refusal(
        'This child is not looked after, so only someone with parental responsibility can answer. Choose that',
        { field: 'basis' },
      )
    }
    const key = { child_id: child, item }
    const values = {
      decision: given.decision,
      basis: given.basis,
      given_by: given.givenBy,
      who_may_agree: given.whoMayAgree,
      tell: given.tell,
      conditions: given.conditions,
      review_on: given.reviewOn,
    }
    // A new answer stands in place of every later one: an old yes must not come back when the new one ends.
    await end(context, 'consent', key, from)
    const consent = await state(context, 'consent', key, values, from, until)
    return { child, consent }
  },
})
