import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { id, oneOf, optionalText } from '../platform/fields.ts'
import { Refusal } from '../platform/refusals.ts'
import { findStay } from '../sleepovers/store.ts'
import { begunStay } from './moment.ts'
import { addWord } from './store.ts'
import { FELT_CODES, WHOSE_CODES } from './words.ts'

export const writeWord = action({
  name: 'write-word',
  says: 'Writes down what a child, or a carer at their home, says of a stay, in their own words.',
  input: z.object({
    stay: id('a sleepover'),
    child: id('which child'),
    whose: oneOf(WHOSE_CODES, 'Choose whose words these are'),
    felt: oneOf(FELT_CODES, 'Choose how it was')
      .nullish()
      .transform((felt) => felt ?? null),
    says: optionalText(4000).describe('What they said, in their own words'),
  }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.writeWord,
  run: async (context, { stay, child, whose, felt, says }, found) => {
    if (!felt && !says) {
      throw new Refusal('Enter what they said, or choose how it was', { field: 'says' })
    }
    await begunStay(context, found, child)
    const { id } = await addWord(context, { stay, child }, { whose, felt, says })
    return { stay, child, entry: id }
  },
})
