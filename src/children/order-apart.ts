import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { oneOf, optionalText } from '../platform/fields.ts'
import { end, state } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { child, endsAfterStart, from, until } from './input.ts'
import { pair } from './rules.ts'
import { codesOf, orderedByWords } from './say.ts'
import { findChild, findPerson } from './store.ts'

/** An id that may be left out; empty becomes nothing. */
const optionalId = (what: string) =>
  z.preprocess((value) => (value === '' ? null : value), z.guid({ error: `Choose ${what}` }).nullish())

export const orderApart = action({
  name: 'order-apart',
  says: 'Records that a child must not be with another child, or with an adult.',
  input: z
    .object({
      child,
      other: optionalId('the other child'),
      person: optionalId('the adult'),
      adult: optionalText(200),
      orderedBy: oneOf(codesOf(orderedByWords), 'Choose who said so: a court, safeguarding, or advice'),
      from,
      until,
      reason: optionalText(),
    })
    .refine(({ other, person, adult }) => [other, person, adult].filter(Boolean).length === 1, {
      path: ['other'],
      error: 'Choose one child, or name one adult',
    })
    .refine(...endsAfterStart),
  subject: async (context, { child, other, person }) => {
    const seen = await findChild(context, child)
    if (other) await findChild(context, other)
    if (person) await findPerson(context, person)
    return seen
  },
  allow: may.changeChild,
  run: async (context, { child, other, person, adult, orderedBy, from, until, reason }) => {
    const key = keyOf(child, { other, person, adult })
    // A new order stands in place of what was ordered for later, not beside it.
    await end(context, 'must_not_meet', key, from)
    const apart = await state(context, 'must_not_meet', key, { ordered_by: orderedBy, reason }, from, until)
    return { child, apart }
  },
})

type Whom = { other?: string | null | undefined; person?: string | null | undefined; adult: string | null }

function keyOf(child: string, { other, person, adult }: Whom) {
  if (person) return { child_id: child, other_person_id: person }
  if (!other) return { child_id: child, other_adult: adult }
  const [child_id, other_child_id] = pair(child, other)
  if (child_id === other_child_id) throw new Refusal('Choose another child', { field: 'other' })
  return { child_id, other_child_id }
}
