import { expect } from 'vitest'
import type { AnyAction } from '../../src/platform/action.ts'
import type { Caller } from '../../src/platform/actor.ts'
import type { Refusal } from '../../src/platform/refusals.ts'
import { addDays, type Day, dayOf } from '../../src/values/london.ts'
import type { Ground } from './ground.ts'
import { breachesOf, numberOf, type Races, race } from './race.ts'

/** Somebody who does something, in the same second as the others and through one of the doors. */
export type Runner = { name: string; as: Caller; action: AnyAction; input: object }

/** The day and night of a round, and what is given. */
export type Round = Ground & { races: Races; today: Day; round: number }

/** A way into a bed, and who else wants that bed or that child at the same moment. */
export type Way = {
  name: string
  /** How many days after the round before it this one is; a day unless said. */
  days?: (round: number) => number
  /** Makes the round ready, and gives who runs. */
  ready: (round: Round) => Promise<Runner[]>
  /** How many come through; one unless said. */
  winners?: (won: readonly string[]) => boolean
  /** What must be so afterwards. May name how the round ended. */
  after?: (round: Round, won: readonly { name: string; result: unknown }[]) => Promise<string | undefined>
}

/** A sentence somebody reads, and nothing that the database said. */
export function expectSentence({ message }: Refusal): void {
  expect(message.length).toBeGreaterThanOrEqual(20)
  expect(message).toMatch(/^[A-Z][^_]*$/)
  expect(message).not.toMatch(/constraint|violates|duplicate|undefined|null/i)
}

/** One bed held for two, or one child in two places, at any moment of any round. */
export const doubleBookings = (races: Races): Promise<number> =>
  numberOf(
    races,
    `select count(*) from stay_child a join stay_child b on (b.stay_id, b.child_id) > (a.stay_id, a.child_id)
      and (b.bed_id = a.bed_id or b.child_id = a.child_id) and b.during && a.during where a.holds and b.holds`,
  )

/** `verify` looks at every rule of every stay, so it looks at so many rounds. */
const VERIFIED = 30

/** Runs a way so many times. Gives how often who won; throws where two did, or where a loser reads no sentence. */
export async function runWay(races: Races, ground: Ground, way: Way, rounds: number) {
  const ends = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    races.tick((way.days?.(round) ?? 1) * 86_400)
    const at = { ...ground, races, today: dayOf(races.now()), round }
    const runners = await way.ready(at)
    races.tick()
    // Whoever comes first to the first door would win more often: they take turns.
    const order = runners
      .map((_, n) => runners[(n + round) % runners.length])
      .filter((one) => one !== undefined)
    const { won, lost } = await race(
      ...order.map(({ name, as, action, input }, n) =>
        races
          .doorOf(n)
          .perform(action, as, input)
          .then((result) => ({ name, result })),
      ),
    )
    for (const no of lost) expectSentence(no)
    const names = won.map(({ name }) => name).toSorted()
    expect(way.winners?.(names) ?? names.length === 1, `${way.name}: ${names.join(', ')}`).toBe(true)
    const end = (await way.after?.(at, won)) ?? names.join(' and ')
    ends.set(end, (ends.get(end) ?? 0) + 1)
    if (round + 1 === Math.min(rounds, VERIFIED)) expect(await breachesOf(races)).toEqual([])
  }
  const double = await doubleBookings(races)
  expect(double).toBe(0)
  return { way: way.name, rounds, ends, double }
}

/** The night of a round, from 5pm to 9am; `after` counts nights on. */
export const night = (today: Day, after = 0) => ({
  from: addDays(today, after),
  fromTime: '17:00',
  until: addDays(today, after + 1),
  untilTime: '09:00',
})
