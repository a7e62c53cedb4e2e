import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, id, text } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { changeStay, findStay } from '../sleepovers/store.ts'
import { carersOf, liaisonOf } from '../sleepovers/store-people.ts'
import { dayOf } from '../values/london.ts'
import { childrenOf, findSeries, staysOf } from './store.ts'

export const cancelSeries = action({
  name: 'cancel-series',
  says: 'Cancels the rest of a series from a day on. What has begun or is over stays as it is.',
  input: z.object({
    series: id('a series'),
    from: day('the first day to cancel'),
    reason: text('Enter why the rest is cancelled'),
  }),
  subject: async (context, { series }) => ({
    ...(await findSeries(context, series)),
    children: await childrenOf(context, series),
  }),
  allow: may.cancelSleepover,
  run: async (context, { series, from, reason }, { home }) => {
    const cancelled: string[] = []
    const hosts = new Set<string>()
    for (const id of await staysOf(context, series, ['requested', 'accepted'])) {
      const stay = await findStay(context, id, 'lock')
      const waits = stay.status === 'requested' || stay.status === 'accepted'
      if (!waits || dayOf(stay.span.from) < from || !may.cancelSleepover(context.actor, stay)) continue
      await changeStay(context, id, { status: 'cancelled', cancel_reason: reason })
      cancelled.push(id)
      hosts.add(stay.host)
    }
    if (cancelled.length === 0) {
      throw new Refusal('No date of this series from that day on is left to cancel', { field: 'from' })
    }
    const people = [...(await carersOf(context, home)), ...(await liaisonOf(context, home))]
    for (const host of hosts) people.push(...(await carersOf(context, host)))
    await tell(context, people, {
      subject: 'The rest of a series is cancelled',
      body: 'Sign in to see which dates and why.',
      about: { kind: 'series', id: series },
    })
    return { series, cancelled }
  },
})
