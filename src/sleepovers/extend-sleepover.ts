import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, id, optionalText, time } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { momentAt } from '../values/london.ts'
import { nightsOf } from '../values/nights.ts'
import { dayAndTime } from '../values/words.ts'
import { agreeStay } from './agree.ts'
import { lastAtHost, nextOf } from './legs.ts'
import { requestConflicts, requestStay } from './request.ts'
import { stillNeeded } from './rules.ts'
import { findStay, type Stay } from './store.ts'
import { handedOn, type Leg, legsOf } from './store-legs.ts'
import { carersOf } from './store-people.ts'
import { type Happened, WHY_WORDS } from './words.ts'

const LONGEST_DAYS = 60

/** More nights are a stay of their own, so that every rule is held against them and someone says yes to them. */
export const extendSleepover = action({
  name: 'extend-sleepover',
  says: 'Asks for more nights at the same home. Every rule is held against them; a carer of that home agrees at once.',
  input: z.object({
    stay: id('a sleepover'),
    until: day('the day they come back'),
    untilTime: time('the time they come back'),
    note: optionalText(2000).describe('What the host should know'),
  }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.changeSleepover,
  conflicts: requestConflicts,
  run: async (context, { stay: stayId, until, untilTime, note }, stay) => {
    await takeTurns(context, [...stay.children, stay.host])
    const legs = await legsOf(context, stayId)
    const last = lastAtHost(legs, legs.find((leg) => leg.id === stayId) ?? asLeg(stay))
    const to = momentAt(until, untilTime)
    const sent = last.follows !== null && last.to.getTime() === to.getTime()
    if (sent && last.requestedBy === context.actor.person) return { stay: last.id }
    refuseUnlessOpen(last, nextOf(legs, last))
    refuseUnlessLater(last, to, context.now)

    const { note: before, beds } = await handedOn(context, last.id)
    const { stay: more, weighing } = await requestStay(context, {
      ...stay,
      // The emergency was for one night: what comes after it is planned, by every rule, and the host answers itself.
      kind: last.kind === 'emergency' ? 'planned' : last.kind,
      splitReason:
        stay.kind === 'emergency' ? (stay.splitReason ?? WHY_WORDS[stay.why as Happened]) : stay.splitReason,
      span: { from: last.to, to },
      note: note ?? before,
      bedsSeen: false,
      follows: last.id,
      series: null,
      bedsNow: { wish: 'keep', beds },
    })
    const waits = stillNeeded(weighing?.findings ?? [], [], context.today).length > 0
    if (context.actor.ownHomes.includes(stay.host) && !waits) {
      await agreeStay(context, await findStay(context, more, 'lock'), { note: null })
    } else {
      await tell(context, await carersOf(context, stay.host), {
        subject: 'Can they stay longer?',
        body: 'More nights are asked for children at your home. Sign in to say yes or no.',
        about: { kind: 'stay', id: more },
      })
    }
    return { stay: more }
  },
})

const asLeg = ({ span, ...stay }: Stay): Leg => ({ ...stay, ...span })

/** Only what is agreed or has begun can go on, and only once at a time. */
function refuseUnlessOpen(last: Leg, next: Leg | undefined): void {
  if (last.status === 'requested') {
    throw new Refusal(
      last.follows
        ? requestConflicts.stay_followed_once
        : 'This sleepover waits for a yes. Once it is agreed you can ask for more nights',
    )
  }
  if (last.status !== 'accepted' && last.status !== 'arrived') {
    throw new Refusal('This sleepover is over. Ask for a new one')
  }
  if (next) throw new Refusal('They go on to another home after this. Open that stay to change it')
}

function refuseUnlessLater(last: Leg, to: Date, now: Date): void {
  const no = (says: string) => new Refusal(says, { field: 'until' })
  if (to <= last.to) {
    throw no(`They stay until ${dayAndTime(last.to)} already. Choose a later day or time`)
  }
  if (to <= now) throw no('That is already past. Choose a day or time to come')
  if (to.getTime() - last.to.getTime() > LONGEST_DAYS * 86_400_000) {
    throw no(`That is more than ${LONGEST_DAYS} days longer. Check the year`)
  }
  if (last.kind === 'day_care' && nightsOf({ from: last.to, to }).length > 0) {
    throw no('A stay by day has no night. Ask for a sleepover instead')
  }
}
