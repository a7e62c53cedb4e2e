import { afterAll, beforeAll, expect, test } from 'vitest'
import { bestOf, givenPlanHomes, type PlanGround, SMALL } from '../tests/given/plans.ts'
import { testDatabase } from '../tests/harness/database.ts'
import { openDoor } from './door.ts'
import { makePlan } from './plans/make-plan.ts'
import { runPlan } from './plans/run-plan.ts'
import { stopPlan } from './plans/stop-plan.ts'
import { tellProgress } from './plans/tell-progress.ts'
import { thePlan } from './plans/the-plan.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database.ts'
import type { Door } from './platform/door.ts'
import { startRunningPlans } from './run-plans.ts'

let database: Database
let door: Door
let now = new Date('2026-11-22T18:00:00Z')
let server: Clock | undefined
const faults: unknown[] = []

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => now)
})
afterAll(async () => {
  await server?.stop()
  await database.close()
})

const serve = () => {
  server = startRunningPlans(database, door, (fault) => faults.push(fault), 50)
  return server
}
const look = ({ lead }: PlanGround, plan: string) => door.look(thePlan, lead, { plan })

/** Waits until the plan stands as asked for. */
async function until(
  ground: PlanGround,
  plan: string,
  is: (shown: Awaited<ReturnType<typeof look>>) => boolean,
) {
  for (let left = 300; left > 0; left--) {
    const shown = await look(ground, plan)
    if (is(shown)) return shown
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('It never came to that')
}
const over = ({ state }: { state: string }) => state !== 'waiting' && state !== 'running'

test('plans are run in turn to their end, in every service', async () => {
  const here = await givenPlanHomes(database, door, { homes: 6 })
  const there = await givenPlanHomes(database, door, { homes: 6, name: 'Beechdale' })
  const made = []
  for (const ground of [here, here, there])
    made.push({ ground, plan: (await door.perform(makePlan, ground.lead, SMALL)).plan })
  const clock = serve()
  for (const { ground, plan } of made) {
    const shown = await until(ground, plan, over)
    expect(shown).toMatchObject({ state: 'done', breaks: [], found: true })
    expect(shown.constellations.map(({ hub }) => hub.name)).toEqual(['Wren Marlowe 1', 'Wren Marlowe 4'])
    expect(shown.bound).toBeLessThanOrEqual(shown.cost?.total ?? 0)
    expect(shown.checkedBound).toBeLessThanOrEqual(shown.bound ?? 0)
  }
  await clock.stop()
  expect(faults).toEqual([])
}, 60_000)

const MANY = { constellations: 6, satellitesLeast: 6, satellitesMost: 10, childrenLeast: 6, childrenMost: 18 }

test('a person stops a run, and the best so far is a draft', async () => {
  const ground = await givenPlanHomes(database, door, { homes: 60, name: 'Coombe' })
  const { plan } = await door.perform(makePlan, ground.lead, MANY)
  const clock = serve()
  const going = await until(ground, plan, ({ found, state }) => found || over({ state }))
  if (going.state === 'running') await door.perform(stopPlan, ground.lead, { plan }).catch(() => {})
  const shown = await until(ground, plan, over)
  expect(shown.found).toBe(true)
  expect(shown.breaks).toEqual([])
  if (shown.ended === 'person') expect(shown.state).toBe('draft')
  await clock.stop()
  expect(faults).toEqual([])
}, 60_000)

test('a server that closes ends its run as a draft; one that vanished is found out by the next', async () => {
  const ground = await givenPlanHomes(database, door, { homes: 60, name: 'Dunmore' })
  const { plan } = await door.perform(makePlan, ground.lead, MANY)
  const clock = serve()
  await until(ground, plan, ({ state }) => state !== 'waiting')
  await clock.stop()
  const closed = await look(ground, plan)
  expect(over(closed)).toBe(true)

  // Another begins to run, tells once, and is never heard of again.
  const { plan: left } = await door.perform(makePlan, ground.lead, MANY)
  await door.perform(runPlan, ground.clock, { plan: left })
  const best = bestOf(ground.home, { H1: 'H1', H2: 'H1' })
  const told = { doing: 'Bounding', stepsDone: 1, stepsAllowed: 9, bound: 5 }
  await door.perform(tellProgress, ground.clock, { plan: left, ...told, best })
  now = new Date(now.getTime() + 60_000)
  const next = serve()
  const lost = await until(ground, left, over)
  expect(lost).toMatchObject({ state: 'draft', ended: 'lost', found: true, bound: 5 })
  await next.stop()
  expect(faults).toEqual([])
}, 60_000)
