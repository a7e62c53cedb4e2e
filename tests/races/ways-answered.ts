import { answerSwap } from '../../src/series/answer-swap.ts'
import { offerSwap } from '../../src/series/offer-swap.ts'
import { acceptSleepover } from '../../src/sleepovers/accept-sleepover.ts'
import { answerByPhone } from '../../src/sleepovers/answer-by-phone.ts'
import { cancelSleepover } from '../../src/sleepovers/cancel-sleepover.ts'
import { declineSleepover } from '../../src/sleepovers/decline-sleepover.ts'
import { addDays } from '../../src/values/london.ts'
import { personOf } from '../given/service.ts'
import { agreed, asked, inEmergency, planned } from './asks.ts'
import type { Round, Way } from './contest.ts'
import type { Asker } from './ground.ts'
import { numberOf } from './race.ts'

/** An offer of this home's nights for those of another, so many nights after. */
async function offered(
  { races, today }: Round,
  { carer }: Asker,
  stay: string,
  after: number,
): Promise<string> {
  const night = addDays(today, after)
  const { offers } = await races.door.perform(offerSwap, carer, { stay, night })
  races.tick()
  return offers[0] ?? ''
}

/** Two answers to one stay, or to one stay's nights. */
export const waysAnswered: readonly Way[] = [
  {
    name: 'the host accepts, and the home cancels',
    ready: async (round) => {
      const { askers, hub } = round
      const stay = await asked(round, planned(round, askers[0], hub))
      return [
        { name: 'accepted', as: hub.carer, action: acceptSleepover, input: { stay } },
        { name: 'cancelled', as: askers[0].carer, action: cancelSleepover, input: { stay, reason: 'Ill' } },
      ]
    },
    // Agreed and then cancelled are one after the other; a bed is held by neither.
    winners: (won) => won.includes('cancelled'),
    after: async ({ races, today }) => {
      const held = `select count(*) from stay_child where holds and during && tstzrange($1, $2)`
      const tonight = [`${today}T20:00:00Z`, `${today}T22:00:00Z`]
      if ((await numberOf(races, held, tonight)) > 0) throw new Error('A cancelled stay holds its bed')
      return undefined
    },
  },
  {
    name: 'yes by phone, and the host’s own no',
    ready: async (round) => {
      const { askers, hub, callers } = round
      const stay = await asked(round, inEmergency(round, askers[0], hub))
      const yes = { stay, answer: 'yes', saidBy: personOf(hub.carer) }
      return [
        { name: 'yes by phone', as: callers.dutyWorker, action: answerByPhone, input: yes },
        { name: 'the host’s no', as: hub.carer, action: declineSleepover, input: { stay, reason: 'Ill' } },
      ]
    },
  },
  {
    name: 'a swap answered, and one of its stays cancelled',
    days: () => 2,
    ready: async (round) => {
      const { askers, hub } = round
      const stay = await agreed(round, askers[0], hub)
      await agreed(round, askers[1], hub, 1)
      const offer = await offered(round, askers[0], stay, 1)
      return [
        { name: 'swapped', as: askers[1].carer, action: answerSwap, input: { offer, answer: 'yes' } },
        { name: 'cancelled', as: askers[0].carer, action: cancelSleepover, input: { stay, reason: 'Ill' } },
      ]
    },
  },
  {
    name: 'two swaps for one stay answered at once',
    days: () => 3,
    ready: async (round) => {
      const { askers, hub } = round
      const stay = await agreed(round, askers[0], hub)
      await agreed(round, askers[1], hub, 1)
      await agreed(round, askers[2], hub, 2)
      const one = await offered(round, askers[0], stay, 1)
      const two = await offered(round, askers[0], stay, 2)
      return [
        { name: 'first home', as: askers[1].carer, action: answerSwap, input: { offer: one, answer: 'yes' } },
        {
          name: 'second home',
          as: askers[2].carer,
          action: answerSwap,
          input: { offer: two, answer: 'yes' },
        },
      ]
    },
  },
]
