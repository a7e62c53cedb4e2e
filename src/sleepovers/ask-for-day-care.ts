import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { optionalText } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { dayCareInput, daySpanOf } from './input.ts'
import { requestConflicts, requestStay } from './request.ts'
import { homeAndHost } from './store-home-of.ts'

export const askForDayCare = action({
  name: 'ask-for-day-care',
  says: 'Asks a home to look after children by the hour on one day, without a night and without a bed.',
  input: dayCareInput.extend({ note: optionalText(2000).describe('What the host should know') }),
  subject: async (context, { children, host }) => {
    return { home: await homeAndHost(context, children, host), children }
  },
  allow: may.askForSleepover,
  conflicts: requestConflicts,
  run: async (context, input, { home }) => {
    const span = daySpanOf(input, context.now)
    if ('message' in span) throw new Refusal(span.message, { field: span.field })
    const { stay, again, around } = await requestStay(context, {
      ...input,
      kind: 'day_care',
      home,
      span,
      bedsSeen: false,
    })
    if (again) return { stay }
    await tell(context, around.carers(input.host), {
      subject: 'Day care is asked of you',
      body: 'Somebody in your constellation asks whether children can be at your home for some hours. Sign in to say yes or no.',
      about: { kind: 'stay', id: stay },
    })
    return { stay }
  },
})
