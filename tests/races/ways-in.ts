import { addBed } from '../../src/households/add-bed.ts'
import { endBed } from '../../src/households/end-bed.ts'
import { extendSleepover } from '../../src/sleepovers/extend-sleepover.ts'
import { moveSleepover } from '../../src/sleepovers/move-sleepover.ts'
import { addDays } from '../../src/values/london.ts'
import { personOf } from '../given/service.ts'
import { agreed, byDay, inEmergency, inSeries, planned } from './asks.ts'
import type { Way } from './contest.ts'
import { numberOf } from './race.ts'

const morningAfter = (today: string, nights: number) => ({
  until: addDays(today, nights),
  untilTime: '09:00',
})

/** Seven days, and then the same days of the week after are theirs too: the second date of each series. */
const inFortnights = (round: number) => (round % 7 === 0 ? 8 : 1)

/** Two or three who want one bed, or one child at two places, each by another way. */
export const waysIn: readonly Way[] = [
  {
    name: 'planned, and planned of another home',
    ready: async (round) => {
      const { askers, hub } = round
      return [
        { ...planned(round, askers[0], hub), name: 'first home' },
        { ...planned(round, askers[1], hub), name: 'second home' },
      ]
    },
  },
  {
    name: 'emergency, and planned for that bed',
    ready: async (round) => {
      const { askers, hub } = round
      return [inEmergency(round, askers[0], hub), planned(round, askers[1], hub)]
    },
  },
  {
    name: 'two emergencies for one child',
    ready: async (round) => {
      const { askers, hub, other, callers } = round
      return [
        { ...inEmergency(round, askers[0], hub), name: 'the carer' },
        { ...inEmergency(round, askers[0], other), as: callers.dutyWorker, name: 'the duty worker' },
      ]
    },
  },
  {
    name: 'emergency, planned and series for one bed',
    days: inFortnights,
    ready: async (round) => {
      const { askers, hub } = round
      return [
        inEmergency(round, askers[0], hub),
        planned(round, askers[1], hub),
        inSeries(round, askers[2], hub),
      ]
    },
  },
  {
    name: 'more nights, and planned for the night after',
    days: () => 2,
    ready: async (round) => {
      const { askers, hub, today } = round
      const stay = await agreed(round, askers[0], hub)
      const input = { stay, ...morningAfter(today, 2) }
      return [
        { name: 'more nights', as: askers[0].carer, action: extendSleepover, input },
        planned(round, askers[1], hub, 1),
      ]
    },
  },
  {
    name: 'moved into the bed, and planned for it',
    ready: async (round) => {
      const { askers, hub, other } = round
      const stay = await agreed(round, askers[0], other)
      const agreedBy = personOf(hub.carer)
      const input = { stay, host: hub.household, agreedBy, reason: 'A leaking roof' }
      return [
        { name: 'moved', as: askers[0].carer, action: moveSleepover, input },
        planned(round, askers[1], hub),
      ]
    },
  },
  {
    name: 'series, and planned for one of its dates',
    days: inFortnights,
    ready: async (round) => {
      const { askers, hub } = round
      return [inSeries(round, askers[0], hub), planned(round, askers[1], hub, 7)]
    },
  },
  {
    name: 'day care, and a sleepover of the same child',
    ready: async (round) => {
      const { askers, hub, other, callers } = round
      const night = { ...planned(round, askers[0], other), as: callers.dutyWorker, name: 'sleepover' }
      return [byDay(round, askers[0], hub), night]
    },
  },
  {
    name: 'a bed that ends, and planned for the other bed',
    ready: async (round) => {
      const { askers, third, callers, races, today } = round
      const spare = { household: third.household, room: `Room ${round.round}`, name: 'Bed', from: today }
      await races.door.perform(addBed, callers.programmeLead, spare)
      if (round.round === 0) {
        // Two beds are left each time: the one that is new, and the one that was not slept in.
        await races.door.perform(endBed, callers.programmeLead, { bed: third.beds[0], from: today })
      }
      const stay = await agreed(round, askers[0], third)
      const { rows } = await races.database.owner.query('select bed_id from stay_child where stay_id = $1', [
        stay,
      ])
      const input = { bed: rows[0]?.bed_id, from: today }
      return [
        { name: 'the bed ends', as: callers.programmeLead, action: endBed, input },
        planned(round, askers[1], third),
      ]
    },
    // Ending a bed is recorded whoever else comes; who gets the bed that is left is the race.
    winners: (won) => won.includes('the bed ends'),
    after: async ({ races }, won) => {
      const late = won.some(({ name }) => name === 'planned')
      const held = `select count(*) from stay where held_at = (select max(held_at) from stay) and held_at = $1`
      if ((await numberOf(races, held, [races.now()])) !== (late ? 1 : 0))
        throw new Error('Nobody is put on hold')
      return late ? 'planned; the first on hold' : 'the first, in the other bed'
    },
  },
]
