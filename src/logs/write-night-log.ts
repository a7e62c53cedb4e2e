import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, id, oneOf, text } from '../platform/fields.ts'
import { Refusal } from '../platform/refusals.ts'
import { findStay } from '../sleepovers/store.ts'
import { list, shortDay } from '../values/words.ts'
import { begunStay } from './moment.ts'
import { nightsToWrite } from './rules.ts'
import { addNight } from './store.ts'
import { SLEEP_CODES } from './words.ts'

export const writeNightLog = action({
  name: 'write-night-log',
  says: 'Writes down how a night of a sleepover was for a child. What is written stays; more is added after it.',
  input: z.object({
    stay: id('a sleepover'),
    child: id('which child'),
    night: day('the evening the night began on'),
    sleep: oneOf(SLEEP_CODES, 'Choose how they slept'),
    says: text('Enter a few words about the night'),
  }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.writeLog,
  run: async (context, { stay, child, night, sleep, says }, found) => {
    const nights = nightsToWrite(await begunStay(context, found, child), context.now)
    if (!nights.includes(night)) {
      const which = list(nights.map(shortDay))
      throw new Refusal(
        which
          ? `They did not sleep there that night, or it has not come yet. Choose one of: ${which}`
          : 'No night of this stay has come yet. Write this in the evening or the morning after',
        { field: 'night' },
      )
    }
    const { id } = await addNight(context, { stay, child }, { night, sleep, says })
    return { stay, child, entry: id }
  },
})
