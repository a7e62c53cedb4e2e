import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../../src/platform/actor.ts'
import { acceptSleepover } from '../../src/sleepovers/accept-sleepover.ts'
import { askForSleepover } from '../../src/sleepovers/ask-for-sleepover.ts'
import { withdrawConsent } from '../../src/sleepovers/withdraw-consent.ts'
import { givenChild, givenConsent } from '../given/children.ts'
import { givenConstellation } from '../given/constellations.ts'
import { type GivenHome, givenHome } from '../given/households.ts'
import { givenService } from '../given/service.ts'
import { breachesOf, nightOf, numberOf, openRaces, type Races, race, tally } from './race.ts'

/* Consent is withdrawn in the moment the host says yes, and in the moment the home asks. */

let races: Races
let hub: GivenHome
let home: GivenHome
let worker: Caller
let child: string

beforeAll(async () => {
  races = await openRaces()
  const { database, door } = races
  const given = await givenService(database)
  hub = await givenHome(door, given, { name: 'Hazel House' })
  home = await givenHome(door, given, { name: 'Larkrise' })
  await givenConstellation(door, given, { hub, satellites: [home, ...(await five(given))] })
  worker = given.callers.childSocialWorker
  child = await givenChild(door, given.callers.programmeLead, { household: home.household, worker })
})
afterAll(() => races?.close())

async function five(given: Awaited<ReturnType<typeof givenService>>) {
  const homes: GivenHome[] = []
  for (let n = 0; n < 5; n++) homes.push(await givenHome(races.door, given, { beds: 1, checksUntil: null }))
  return homes
}

const ask = (round: number) =>
  races.doorOf(0).perform(askForSleepover, home.carer, {
    children: [child],
    host: hub.household,
    ...nightOf(round),
    why: 'rest',
  })
const withdraw = (round: number) => {
  const withdrawal = { child, item: 'overnight_stay', from: nightOf(round).from, reason: 'A worry' }
  return races.doorOf(1).perform(withdrawConsent, worker, withdrawal)
}
const statusOf = async (stay: string) => {
  const { rows } = await races.database.owner.query('select status from stay where id = $1', [stay])
  return String(rows[0]?.status)
}

test('withdrawn while the host accepts, 100 times: never agreed without consent', async () => {
  const rounds = 100
  const ends = { 'agreed, then cancelled': 0, 'the yes refused': 0 }
  for (let round = 0; round < rounds; round++) {
    races.tick()
    await givenConsent(races.door, worker, child, { from: '2026-11-22' })
    const { stay } = await ask(round)
    races.tick()
    const { won, lost } = await race<unknown>(
      ...(round % 2 === 0
        ? [races.doorOf(0).perform(acceptSleepover, hub.carer, { stay }), withdraw(round)]
        : [withdraw(round), races.doorOf(0).perform(acceptSleepover, hub.carer, { stay })]),
    )
    expect(won.length + lost.length).toBe(2)
    expect(won.length).toBeGreaterThan(0)
    expect(await statusOf(stay)).toBe('cancelled')
    if (lost.length === 0) ends['agreed, then cancelled']++
    else ends['the yes refused']++
  }
  tally('Consent withdrawn while accepting', rounds, ends)
  expect(await numberOf(races, `select count(*) from stay where status = 'accepted'`)).toBe(0)
  expect(await numberOf(races, 'select count(*) from stay_child where holds')).toBe(0)
  expect(await breachesOf(races)).toEqual([])
}, 120_000)

test('withdrawn while the home asks, 40 times: cancelled, or it waits for somebody’s yes', async () => {
  const rounds = 40
  const ends: Record<string, number> = { cancelled: 0, requested: 0 }
  for (let round = 100; round < 100 + rounds; round++) {
    races.tick()
    await givenConsent(races.door, worker, child, { from: '2026-11-22' })
    races.tick()
    const { won, lost } = await race<{ stay?: string }>(
      ask(round),
      withdraw(round).then(() => ({})),
    )
    expect(lost).toEqual([])
    const stay = won.find((one) => one.stay)?.stay ?? ''
    const status = await statusOf(stay)
    ends[status] = (ends[status] ?? 0) + 1
    if (status === 'cancelled') continue
    expect(status).toBe('requested')
    const accept = await race(races.door.perform(acceptSleepover, hub.carer, { stay }))
    expect(accept.lost.map(({ message }) => message)).toEqual([expect.stringMatching(/still needs a yes/)])
  }
  tally('Consent withdrawn while asking', rounds, ends)
  expect(await breachesOf(races)).toEqual([])
}, 120_000)
