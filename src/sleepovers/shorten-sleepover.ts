import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { widened } from '../platform/context.ts'
import { day, id, text, time } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { momentAt } from '../values/london.ts'
import { nightsOf } from '../values/nights.ts'
import { legsInTurn, refuseUnlessTheirs } from './legs.ts'
import { cutStay, findStay, saveWeighing } from './store.ts'
import { cancelFollowing, type Leg } from './store-legs.ts'
import { carersOf, liaisonOf } from './store-people.ts'
import { weigh } from './weigh.ts'

export const shortenSleepover = action({
  name: 'shorten-sleepover',
  says: 'Plans an earlier end of a sleepover. Its beds are free from then, and nights agreed after that are cancelled.',
  input: z.object({
    stay: id('a sleepover'),
    until: day('the day they come back'),
    untilTime: time('the time they come back'),
    reason: text('Enter why it ends early'),
  }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.changeSleepover,
  run: async (context, { until, untilTime, reason }, named) => {
    const { home } = named
    const to = momentAt(until, untilTime)
    const leg = legToCut(await legsInTurn(context, named), to, context.now, (one) =>
      refuseUnlessTheirs(context, may.changeSleepover, named, one),
    )
    const { host: at } = leg
    await widened(context, async () => {
      if (to < leg.to) await cutStay(context, leg.id, to, reason)
      const stay = await findStay(context, leg.id)
      await saveWeighing(context, leg.id, 'changed', await weigh(context, stay, stay.children, at, leg.id))
    })
    await cancelFollowing(context, leg.id, 'The stay before it ends early')
    const people = [
      ...(await carersOf(context, home)),
      ...(await carersOf(context, at)),
      ...(await liaisonOf(context, home)),
    ]
    await tell(context, people, {
      subject: 'A sleepover ends earlier',
      body: 'The children come home earlier than was planned. Sign in to see when and why.',
      about: { kind: 'stay', id: leg.id },
    })
    return { stay: leg.id }
  },
})

/** The leg that is to end then, once `allowed` has not refused it. Throws the sentence where none can. */
function legToCut(legs: readonly Leg[], to: Date, now: Date, allowed: (leg: Leg) => void): Leg {
  const open = legs.filter(({ status }) => status === 'accepted' || status === 'arrived')
  const [first] = open
  if (!first) {
    throw new Refusal(
      legs.some(({ status }) => status === 'requested')
        ? 'This sleepover waits for a yes. Cancel it and ask for fewer nights'
        : 'This sleepover is over',
    )
  }
  const no = (says: string) => new Refusal(says, { field: 'until' })
  if (to <= now) {
    throw no(
      first.status === 'arrived'
        ? 'That is already past. Record that they are home instead'
        : 'That is already past. Choose a day or time to come',
    )
  }
  if (to <= first.from) throw no('It has not begun by then. Cancel it instead')
  const leg = open.findLast(({ from }) => from < to)
  allowed(leg ?? first)
  if (!leg || to > leg.to || (to.getTime() === leg.to.getTime() && leg === open.at(-1))) {
    throw no('That is not earlier than was planned. Choose an earlier day or time')
  }
  const night = leg.kind === 'day_care' || nightsOf({ from: first.from, to }).length > 0
  if (!night && first.status === 'accepted') throw no('No night would be left. Cancel it instead')
  return leg
}
