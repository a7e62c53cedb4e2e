import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptSleepover } from '../../src/sleepovers/accept-sleepover.ts'
import { askForSleepover } from '../../src/sleepovers/ask-for-sleepover.ts'
import { cancelSleepover } from '../../src/sleepovers/cancel-sleepover.ts'
import { type GivenWeekend, givenWeekend, request } from '../given/sleepovers.ts'
import { breachesOf, nightOf, numberOf, openRaces, type Races, race, tally } from './race.ts'

/* A slow line and a tired thumb: the same form comes twice in the same second. */

const ROUNDS = 60

let races: Races
let given: GivenWeekend

beforeAll(async () => {
  races = await openRaces()
  given = await givenWeekend(races.database, races.door)
})
afterAll(() => races?.close())

test(`one request, one answer and one cancellation, ${ROUNDS} times each sent twice`, async () => {
  const { home, hub, brother, sister } = given
  for (let round = 0; round < ROUNDS; round++) {
    races.tick()
    const form = request([brother, sister], hub.household, { ...nightOf(round), bedsSeen: true })
    const asked = await race(...[0, 1].map((n) => races.doorOf(n).perform(askForSleepover, home.carer, form)))
    expect(asked.lost).toEqual([])
    const [stay, ...others] = new Set(asked.won.map((one) => one.stay))
    expect(others).toEqual([])
    races.tick()
    const accepted = await race(
      ...[0, 1].map((n) => races.doorOf(n).perform(acceptSleepover, hub.carer, { stay })),
    )
    expect(accepted.won).toHaveLength(1)
    expect(accepted.lost.map(({ message }) => message)).toEqual([
      expect.stringMatching(/already been answered/),
    ])
    if (round % 2 === 0) continue
    races.tick()
    const cancellation = { stay, reason: 'Plans changed' }
    const cancelled = await race(
      ...[0, 1].map((n) => races.doorOf(n).perform(cancelSleepover, home.carer, cancellation)),
    )
    expect(cancelled.won).toHaveLength(1)
    expect(cancelled.lost.map(({ message }) => message)).toEqual(['This sleepover is already over'])
  }
  expect(await numberOf(races, 'select count(*) from stay')).toBe(ROUNDS)
  expect(await numberOf(races, 'select count(*) from unmet_need')).toBe(0)
  const told = `select count(*) from message where subject = 'A sleepover is asked of you'`
  expect(await numberOf(races, told)).toBe(ROUNDS)
  tally('The same form twice', ROUNDS, { 'requests made': ROUNDS, 'needs wrongly kept': 0 })
  expect(await breachesOf(races)).toEqual([])
}, 120_000)

test('the host accepts while the home cancels, 60 times: one after the other, and the bed is free', async () => {
  const { home, hub, brother, sister } = given
  const ends = { 'agreed, then cancelled': 0, 'cancelled first': 0 }
  for (let round = 100; round < 160; round++) {
    races.tick()
    const form = request([brother, sister], hub.household, nightOf(round))
    const { stay } = await races.door.perform(askForSleepover, home.carer, form)
    races.tick()
    const { lost } = await race(
      races.doorOf(0).perform(acceptSleepover, hub.carer, { stay }),
      races.doorOf(1).perform(cancelSleepover, home.carer, { stay, reason: 'Plans changed' }),
    )
    ends[lost.length === 0 ? 'agreed, then cancelled' : 'cancelled first']++
    const held = 'select count(*) from stay_child where stay_id = $1 and holds'
    expect(await numberOf(races, held, [stay])).toBe(0)
  }
  tally('Accepted while cancelling', 60, ends)
  expect(await breachesOf(races)).toEqual([])
}, 120_000)
