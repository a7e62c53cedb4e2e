import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { optionalText, tick } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { spanOf, stayInput } from './input.ts'
import { requestConflicts, requestStay } from './request.ts'
import { homeAndHost } from './store-home-of.ts'

export const askForSleepover = action({
  name: 'ask-for-sleepover',
  says: 'Asks a home for a sleepover of one child or several brothers and sisters. The request holds the beds.',
  input: stayInput.extend({
    note: optionalText(2000).describe('What the host should know'),
    bedsSeen: tick().describe('The asker was shown free beds'),
  }),
  subject: async (context, { children, host }) => {
    return { home: await homeAndHost(context, children, host), children }
  },
  allow: may.askForSleepover,
  conflicts: requestConflicts,
  run: async (context, input, { home }) => {
    const span = spanOf(input, context.now)
    if ('message' in span) throw new Refusal(span.message, { field: span.field })
    const { stay, again, around } = await requestStay(context, { ...input, kind: 'planned', home, span })
    if (again) return { stay }
    await tell(context, around.carers(input.host), {
      subject: 'A sleepover is asked of you',
      body: 'Somebody in your constellation asks whether children can sleep at your home. Sign in to say yes or no.',
      about: { kind: 'stay', id: stay },
    })
    return { stay }
  },
})
