import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { optionalText, tick } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { forEyes } from './facts.ts'
import { spanOf, stayInput } from './input.ts'
import { sameRequest, saveStay, saveUnmetNeed, saveWeighing } from './store.ts'
import { saveHandoverList } from './store-handover.ts'
import { homeOf, knownHost } from './store-home-of.ts'
import { carersOf, constellationOf } from './store-people.ts'
import { weigh } from './weigh.ts'
import { askForYeses } from './yeses.ts'

const TAKEN = 'Someone has just taken that bed. Nothing was sent. Look at what would also work'

export const askForSleepover = action({
  name: 'ask-for-sleepover',
  says: 'Asks a home for a sleepover of one child or several brothers and sisters. The request holds the beds.',
  input: stayInput.extend({
    note: optionalText(2000).describe('What the host should know'),
    bedsSeen: tick().describe('The asker was shown free beds'),
  }),
  subject: async (context, { children, host }) => {
    const home = await homeOf(context, children)
    await knownHost(context, home, host)
    return { home, children }
  },
  allow: may.askForSleepover,
  conflicts: {
    one_bed_one_child: TAKEN,
    one_child_one_place: 'One of the children already has a sleepover in that time. Open it to change it',
    host_is_not_home: 'Choose another home than their own',
  },
  run: async (context, input, { home }) => {
    const span = spanOf(input, context.now)
    if ('message' in span) throw new Refusal(span.message, { field: span.field })
    await takeTurns(context, [...input.children, input.host])
    // The same form, sent twice over a slow line, is one request and no unmet need.
    const sent = await sameRequest(context, { ...input, span })
    if (sent) return { stay: sent }
    const asked = { home, span, why: input.why, splitReason: input.splitReason, views: input.views }
    const { findings, beds, fits, packVersion } = await weigh(context, asked, input.children, input.host)
    if (!fits) {
      const stops = findings.filter(({ level }) => level === 'stop')
      const taken = input.bedsSeen && stops.every(({ key }) => key === '6')
      const need = {
        home,
        host: input.host,
        stay: null,
        children: input.children,
        span,
        why: input.why,
        findings,
        packVersion,
      }
      throw new Refusal(
        taken ? TAKEN : 'This cannot go ahead as it is. We have kept it as a need that could not be met',
        {
          detail: { findings: findings.map(forEyes) },
          keep: (again) =>
            saveUnmetNeed(again, {
              ...need,
              outcome: taken ? 'taken' : 'stopped',
              reason: stops.map(({ says }) => says).join(' '),
            }),
        },
      )
    }
    const stay = await saveStay(context, {
      home,
      host: input.host,
      constellation: await constellationOf(context, home),
      span,
      why: input.why,
      note: input.note,
      splitReason: input.splitReason,
      children: input.children.map((child) => ({
        child,
        bed: beds.get(child) ?? '',
        view: input.views[child] ?? null,
      })),
    })
    await saveWeighing(context, stay, 'asked', { packVersion, findings })
    await saveHandoverList(context, stay, input.children)
    await askForYeses(context, stay, findings, { host: input.host, span, children: input.children })
    await tell(context, await carersOf(context, input.host), {
      subject: 'A sleepover is asked of you',
      body: 'Somebody in your constellation asks whether children can sleep at your home. Sign in to say yes or no.',
      about: { kind: 'stay', id: stay },
    })
    return { stay }
  },
})
