import { extendSleepover } from '../../src/sleepovers/extend-sleepover.ts'
import { addDays } from '../../src/values/london.ts'
import { agreed, byDay, inEmergency, planned } from './asks.ts'
import type { Round, Runner, Way } from './contest.ts'

/** A slow line and a tired thumb: one form comes twice in the same second, is answered twice, and makes one stay. */
const twice = (name: string, form: (round: Round) => Promise<Runner>, days = 1): Way => ({
  name: `${name}, sent twice`,
  days: () => days,
  ready: async (round) => {
    const runner = await form(round)
    return [
      { ...runner, name: 'once' },
      { ...runner, name: 'again' },
    ]
  },
  winners: (won) => won.length === 2,
  after: async (_, won) => {
    const stays = new Set(won.map(({ result }) => (result as { stay: string }).stay))
    if (stays.size !== 1) throw new Error(`${name}: the same form made ${stays.size} stays`)
    return 'one stay, two answers'
  },
})

export const waysTwice: readonly Way[] = [
  twice('planned', async (round) => planned(round, round.askers[0], round.hub)),
  twice('emergency', async (round) => inEmergency(round, round.askers[0], round.hub)),
  twice('day care', async (round) => byDay(round, round.askers[0], round.hub)),
  twice(
    'more nights',
    async (round) => {
      const { askers, hub, today } = round
      const stay = await agreed(round, askers[0], hub)
      const input = { stay, until: addDays(today, 2), untilTime: '09:00' }
      return { name: 'more nights', as: askers[0].carer, action: extendSleepover, input }
    },
    2,
  ),
]
