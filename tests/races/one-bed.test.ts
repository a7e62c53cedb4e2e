import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../../src/platform/actor.ts'
import { askForSleepover } from '../../src/sleepovers/ask-for-sleepover.ts'
import { givenChild, givenConsent } from '../given/children.ts'
import { givenConstellation } from '../given/constellations.ts'
import { givenHome } from '../given/households.ts'
import { givenService } from '../given/service.ts'
import { breachesOf, nightOf, numberOf, openRaces, type Races, race, tally } from './race.ts'

/* Two people, then five, of different homes ask for the hub's one bed in the same second. */

let races: Races
let hub: string
const askers: { carer: Caller; child: string }[] = []

beforeAll(async () => {
  races = await openRaces()
  const { database, door } = races
  const given = await givenService(database)
  const home = await givenHome(door, given, { name: 'Hazel House', beds: 1 })
  const { satellites } = await givenConstellation(door, given, { hub: home })
  hub = home.household
  for (const { household, carer } of satellites.slice(0, 5)) {
    const worker = given.callers.childSocialWorker
    const child = await givenChild(door, given.callers.programmeLead, { household, worker })
    await givenConsent(door, worker, child)
    askers.push({ carer, child })
  }
})
afterAll(() => races?.close())

async function allAskFor(round: number, crowd: number) {
  const asks = askers.slice(0, crowd).map(({ carer, child }, n) =>
    races.doorOf(n).perform(askForSleepover, carer, {
      children: [child],
      host: hub,
      ...nightOf(round),
      why: 'rest',
      bedsSeen: true,
    }),
  )
  return race(...asks)
}

const unmet = () => numberOf(races, `select count(*) from unmet_need where outcome = 'taken'`)

test.each([
  { crowd: 2, from: 0, rounds: 120 },
  { crowd: 5, from: 120, rounds: 30 },
])(
  '$crowd people, one bed, $rounds times: one wins, the others read who was quicker',
  async ({ crowd, from, rounds }) => {
    const before = await unmet()
    const places = Array.from({ length: crowd }, () => 0)
    for (let round = from; round < from + rounds; round++) {
      const { won, lost } = await allAskFor(round, crowd)
      expect(won).toHaveLength(1)
      for (const { message } of lost) expect(message).toMatch(/^Someone has just taken that bed/)
      const asked = await races.database.owner.query('select child_id from stay_child where stay_id = $1', [
        won[0]?.stay,
      ])
      const winner = askers.findIndex(({ child }) => child === asked.rows[0].child_id)
      places[winner] = (places[winner] ?? 0) + 1
    }
    expect((await unmet()) - before).toBe(rounds * (crowd - 1))
    tally(
      `${crowd} people, one bed`,
      rounds,
      Object.fromEntries(places.map((won, n) => [`home ${n + 1} won`, won])),
    )
  },
  120_000,
)

test('afterwards no bed is held twice, and the records keep every rule', async () => {
  const nights = await numberOf(races, 'select count(distinct during) from stay_child where holds')
  const held = await numberOf(races, 'select count(*) from stay_child where holds')
  expect([nights, held]).toEqual([150, 150])
  expect(await breachesOf(races)).toEqual([])
})
