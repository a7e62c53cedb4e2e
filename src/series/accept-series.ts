import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import type { Context } from '../platform/context.ts'
import { id, optionalText } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { agreeStay } from '../sleepovers/agree.ts'
import { findStay } from '../sleepovers/store.ts'
import { carersOf, liaisonOf, workersOf } from '../sleepovers/store-people.ts'
import { dayOf } from '../values/london.ts'
import { childrenOf, findSeries, staysOf } from './store.ts'

export const acceptSeries = action({
  name: 'accept-series',
  says: 'The host says yes to every date of a series that can be agreed, and hears of each what became of it.',
  input: z.object({ series: id('a series'), note: optionalText() }),
  subject: async (context, { series }) => {
    const found = await findSeries(context, series)
    return { home: found.home, host: await ownHost(context, series, found.host), children: [] }
  },
  allow: may.answerSleepover,
  run: async (context, { series, note }, { home, host }) => {
    const children = await childrenOf(context, series)
    await takeTurns(context, [...children, host])
    const accepted: string[] = []
    const waiting: { stay: string; date: string; says: string }[] = []
    for (const stay of await staysOf(context, series, ['requested'])) {
      const one = await findStay(context, stay, 'lock')
      if (one.host !== host || one.status !== 'requested') continue
      try {
        await agreeStay(context, one, { note, tellsLater: true })
        accepted.push(stay)
      } catch (no) {
        if (!(no instanceof Refusal)) throw no
        waiting.push({ stay, date: dayOf(one.span.from), says: no.message })
      }
    }
    if (accepted.length === 0) {
      throw new Refusal(
        waiting.length > 0
          ? 'None of these dates can be agreed yet. Each says what it waits for'
          : 'Every date of this series has been answered already',
        { detail: { waiting } },
      )
    }
    const people = [
      ...(await carersOf(context, home)),
      ...(await workersOf(context, children)),
      ...(await liaisonOf(context, home)),
    ]
    await tell(context, people, {
      subject: 'Sleepovers of a series are agreed',
      body: 'The host said yes to the dates that can go ahead. Sign in to see what became of each.',
      about: { kind: 'series', id: series },
    })
    return { series, accepted, waiting }
  },
})

/** The home the actor answers for: the series' own host, or another that some of its dates are asked of. */
async function ownHost(context: Context, series: string, host: string): Promise<string> {
  const { ownHomes } = context.actor
  if (ownHomes.includes(host)) return host
  for (const stay of await staysOf(context, series, ['requested'])) {
    const other = (await findStay(context, stay)).host
    if (ownHomes.includes(other)) return other
  }
  return host
}
