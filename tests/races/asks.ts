import { askForSeries } from '../../src/series/ask-for-series.ts'
import { acceptSleepover } from '../../src/sleepovers/accept-sleepover.ts'
import { askForDayCare } from '../../src/sleepovers/ask-for-day-care.ts'
import { askForSleepover } from '../../src/sleepovers/ask-for-sleepover.ts'
import { askInEmergency } from '../../src/sleepovers/ask-in-emergency.ts'
import { addDays } from '../../src/values/london.ts'
import { night, type Round, type Runner } from './contest.ts'
import type { Asker } from './ground.ts'

type Home = { household: string }

const who = ({ child }: Asker, { household: host }: Home) => ({
  children: [child],
  host,
  views: { [child]: 'Fine' },
})

/** Asks for the night of the round, or one so many nights after. */
export const planned = (round: Round, asker: Asker, host: Home, after = 0): Runner => ({
  name: 'planned',
  as: asker.carer,
  action: askForSleepover,
  input: { ...who(asker, host), ...night(round.today, after), why: 'rest', bedsSeen: true },
})

/** A bed from now until tomorrow morning. */
export const inEmergency = (round: Round, { child, carer }: Asker, host: Home): Runner => ({
  name: 'emergency',
  as: carer,
  action: askInEmergency,
  input: {
    children: [child],
    host: host.household,
    happened: 'not_safe',
    until: addDays(round.today, 1),
    untilTime: '09:00',
  },
})

/** The afternoon of the round, until after a sleepover begins. */
export const byDay = (round: Round, asker: Asker, host: Home): Runner => ({
  name: 'day care',
  as: asker.carer,
  action: askForDayCare,
  input: { ...who(asker, host), on: round.today, fromTime: '14:00', untilTime: '19:00', why: 'rest' },
})

/** The night of the round and the one a week later. */
export const inSeries = (round: Round, asker: Asker, host: Home): Runner => ({
  name: 'series',
  as: asker.carer,
  action: askForSeries,
  input: {
    ...who(asker, host),
    first: round.today,
    nights: 1,
    fromTime: '17:00',
    untilTime: '09:00',
    everyWeeks: 1,
    last: addDays(round.today, 7),
    why: 'rest',
  },
})

/** A stay that is asked for, before the race. Gives its id. */
export async function asked({ races }: Round, { as, action, input }: Runner): Promise<string> {
  const { stay } = await races.door.perform(action, as, input)
  races.tick()
  return String(stay)
}

/** The same, agreed. */
export async function agreed(round: Round, asker: Asker, host: Round['hub'], after = 0): Promise<string> {
  const stay = await asked(round, planned(round, asker, host, after))
  await round.races.door.perform(acceptSleepover, host.carer, { stay })
  round.races.tick()
  return stay
}
