import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkSiblings } from '../../src/children/link-siblings.ts'
import type { Caller } from '../../src/platform/actor.ts'
import { askForSleepover } from '../../src/sleepovers/ask-for-sleepover.ts'
import type { Finding } from '../../src/sleepovers/facts.ts'
import { givenChild, givenConsent } from '../given/children.ts'
import { givenConstellation } from '../given/constellations.ts'
import { type GivenHome, givenHome } from '../given/households.ts'
import { type GivenService, givenService } from '../given/service.ts'
import { breachesOf, nightOf, openRaces, type Races, race, tally } from './race.ts'

/* What no constraint of the database can keep: two requests that each fit alone, and not together. */

let races: Races
let hub: GivenHome
let second: GivenHome
let pairs: { carer: Caller; children: string[] }[]

beforeAll(async () => {
  races = await openRaces()
  const { database, door } = races
  const given = await givenService(database)
  hub = await givenHome(door, given, { name: 'Hazel House', beds: 4, places: 6 })
  const { satellites } = await givenConstellation(door, given, { hub })
  await givenChild(door, given.callers.programmeLead, { household: hub.household })
  pairs = []
  for (const home of satellites.slice(0, 2)) pairs.push(await twoOf(given, home))
  second = satellites[2] ?? hub
})
afterAll(() => races?.close())

/** A home's brother and sister. */
async function twoOf({ callers }: GivenService, { household, carer }: GivenHome) {
  const worker = callers.childSocialWorker
  const [one, two] = [
    await givenChild(races.door, callers.programmeLead, { household, worker }),
    await givenChild(races.door, callers.programmeLead, { household, worker }),
  ]
  await races.door.perform(linkSiblings, worker, { child: one, sibling: two, from: '2025-01-06' })
  for (const child of [one, two]) await givenConsent(races.door, worker, child)
  return { carer, children: [one, two] }
}

const ask = (n: number, carer: Caller, children: string[], host: string, round: number) =>
  races
    .doorOf(n)
    .perform(askForSleepover, carer, { children, host, ...nightOf(round), why: 'rest', bedsSeen: true })

const rulesOf = (refusal: { detail: Record<string, unknown> } | undefined) =>
  ((refusal?.detail.findings ?? []) as Finding[])
    .filter(({ level }) => level === 'stop')
    .map(({ rule }) => rule)

test('two brothers and sisters each, 100 times: three sleep there, never five', async () => {
  const rounds = 100
  let first = 0
  for (let round = 0; round < rounds; round++) {
    const { won, lost } = await race(
      ...pairs.map(({ carer, children }, n) => ask(n, carer, children, hub.household, round).then(() => n)),
    )
    expect(won).toHaveLength(1)
    expect(rulesOf(lost[0])).toContain('5')
    if (won[0] === 0) first++
  }
  tally('The limit, two requests at once', rounds, {
    'first home won': first,
    'second home won': rounds - first,
  })
  expect(await breachesOf(races)).toEqual([])
}, 120_000)

test('the same child at two homes at once, 60 times: at one of them', async () => {
  const rounds = 60
  const [{ carer, children } = { carer: hub.carer, children: [] }] = pairs
  const [child = '', sibling = ''] = children
  expect(sibling).not.toBe('')
  const ends = { 'at the hub': 0, 'at the other': 0 }
  for (let round = 100; round < 100 + rounds; round++) {
    const alone = (n: number, host: string) =>
      races.doorOf(n).perform(askForSleepover, carer, {
        children: [child],
        host,
        ...nightOf(round),
        why: 'friendship',
        splitReason: 'A camp',
        views: { [child]: 'Fine' },
      })
    const { won, lost } = await race(
      alone(0, hub.household).then(() => 'at the hub' as const),
      alone(1, second.household).then(() => 'at the other' as const),
    )
    expect(won).toHaveLength(1)
    expect(rulesOf(lost[0])).toEqual(['13'])
    if (won[0]) ends[won[0]]++
  }
  tally('One child, two homes', rounds, ends)
  expect(await breachesOf(races)).toEqual([])
}, 120_000)
