import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bestOf, givenPlanHomes, type PlanGround, SMALL } from '../../tests/given/plans.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { Forbidden, Refusal } from '../platform/refusals.ts'
import { finishPlan } from './finish-plan.ts'
import { giveUpPlan } from './give-up-plan.ts'
import { plansToRunList } from './lists-run.ts'
import { makePlan } from './make-plan.ts'
import { removePlan } from './remove-plan.ts'
import { runPlan } from './run-plan.ts'
import { stopPlan } from './stop-plan.ts'
import { tellProgress } from './tell-progress.ts'
import { thePlan } from './the-plan.ts'

let database: Database
let door: Door
let ground: PlanGround
let lead: Caller
let clock: Caller
let now: Date

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => now)
})
// Each story has a service of its own, for one plan runs at a time in each.
beforeEach(async () => {
  now = new Date('2026-11-22T18:00:00Z')
  ground = await givenPlanHomes(database, door, { homes: 6 })
  lead = ground.lead
  clock = ground.clock
})
afterAll(() => database.close())

const SEATS = { H1: 'H1', H2: 'H1', H3: 'H1', H4: 'H4', H5: 'H4', H6: null }
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}
const made = async () => (await door.perform(makePlan, lead, SMALL)).plan
const running = async () => {
  const plan = await made()
  await door.perform(runPlan, clock, { plan })
  return plan
}
const tell = (plan: string, more: Record<string, unknown> = {}) =>
  door.perform(tellProgress, clock, {
    plan,
    doing: 'Bounding',
    stepsDone: 3,
    stepsAllowed: 10,
    bound: 700,
    ...more,
  })
const found = () => bestOf(ground.home, SEATS)
const finish = (plan: string, more: Record<string, unknown> = {}) =>
  door.perform(finishPlan, clock, {
    plan,
    ended: 'work',
    best: found(),
    bound: 950,
    checkedBound: 900,
    multipliers: [1, 2, 3, 4, 5, 6.5],
    ...more,
  })
const look = (plan: string) => door.look(thePlan, lead, { plan })

describe('a run', () => {
  test('is followed from its first word to its end', async () => {
    const plan = await running()
    expect(await look(plan)).toMatchObject({ state: 'running', found: false, cost: null })
    await tell(plan)
    expect(await look(plan)).toMatchObject({ doing: 'Bounding', stepsDone: 3, stepsAllowed: 10, bound: 700 })
    await tell(plan, { best: found() })
    const half = await look(plan)
    expect(half.constellations).toHaveLength(2)
    expect(half.cost?.total).toBe(1000)
    expect(half.quality.withinPercent).toBeCloseTo(300 / 7)
    await finish(plan)
    const whole = await look(plan)
    expect(whole).toMatchObject({
      state: 'done',
      ended: 'work',
      bound: 950,
      checkedBound: 900,
      proven: false,
    })
    expect(whole.quality.withinPercent).toBeCloseTo(500 / 95)
    expect(whole.quality).toMatchObject({ checkedPercent: expect.closeTo(1000 / 90), best: false })
    expect(whole.leftOut.map(({ name }) => name)).toEqual(['Wren Marlowe 6'])
  })

  test('ends with why there is no plan', async () => {
    const plan = await running()
    await finish(plan, { best: null, clashes: ['There are too few homes.'] })
    expect(await look(plan)).toMatchObject({ state: 'impossible', clashes: ['There are too few homes.'] })
  })

  test('that proved its plan says that there is none better', async () => {
    const plan = await running()
    await finish(plan, { ended: 'proven', proven: true, bound: 1000 })
    expect((await look(plan)).quality).toMatchObject({
      best: true,
      withinPercent: 0,
      checkedPercent: expect.closeTo(1000 / 90),
    })
  })

  test('is by the clock alone: nobody of the service tells how it goes', async () => {
    const plan = await made()
    await expect(door.perform(runPlan, lead, { plan })).rejects.toThrow(Forbidden)
    await expect(door.perform(finishPlan, lead, { plan, ended: 'work' })).rejects.toThrow(Forbidden)
    await expect(door.look(plansToRunList, lead, {})).rejects.toThrow(Forbidden)
  })
})

describe('one run at a time', () => {
  test('the others wait in turn', async () => {
    const first = await running()
    later(1)
    const second = await made()
    later(1)
    const third = await made()
    await expect(door.perform(runPlan, clock, { plan: third })).rejects.toThrow(/Another plan/)
    await finish(first)
    const { plans } = await door.look(plansToRunList, clock, {})
    expect(plans.map(({ plan, state }) => [plan, state])).toEqual([
      [second, 'waiting'],
      [third, 'waiting'],
    ])
  })

  test('two servers that take the same plan: one runs it', async () => {
    const plan = await made()
    const tried = await Promise.allSettled([1, 2, 3].map(() => door.perform(runPlan, clock, { plan })))
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tried) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Refusal)
  })
})

describe('begun in the same moment as', () => {
  const both = async (other: (plan: string) => Promise<unknown>) => {
    for (let time = 0; time < 30; time++) {
      const plan = await made()
      const [, ran] = await Promise.allSettled([other(plan), door.perform(runPlan, clock, { plan })])
      const { rows } = await database.owner.query(
        'select state, removed_at is not null as removed from plan where id = $1',
        [plan],
      )
      const { state, removed } = rows[0]
      if (state === 'running') await finish(plan)
      expect(state === 'running' && removed, 'nobody could end it').toBe(false)
      expect(state === 'running', 'it runs where it was begun').toBe(ran.status === 'fulfilled')
    }
    // Whatever came first, the next one has its turn.
    await running()
  }

  test('it is removed: one that runs is in the list', () =>
    both((plan) => door.perform(removePlan, lead, { plan })))
  test('it is stopped: one that runs is told so', () =>
    both((plan) => door.perform(stopPlan, lead, { plan })))
})

describe('stopping', () => {
  test('one that waits is a draft at once, with nothing', async () => {
    const plan = await made()
    await door.perform(stopPlan, lead, { plan })
    expect(await look(plan)).toMatchObject({ state: 'draft', ended: 'person', found: false })
    await expect(door.perform(runPlan, clock, { plan })).rejects.toThrow(/does not wait/)
  })

  test('one that runs is told so, and keeps the best so far', async () => {
    const plan = await running()
    await tell(plan, { best: found() })
    await door.perform(stopPlan, lead, { plan })
    expect((await door.look(plansToRunList, clock, {})).plans).toMatchObject([{ plan, stop: true }])
    await finish(plan, { ended: 'person' })
    expect(await look(plan)).toMatchObject({
      state: 'draft',
      ended: 'person',
      found: true,
      cost: { total: 1000 },
    })
  })

  test('one that is over cannot be stopped, and one that runs cannot be removed', async () => {
    const plan = await running()
    await expect(door.perform(removePlan, lead, { plan })).rejects.toThrow(/Stop it first/)
    await finish(plan)
    await expect(door.perform(stopPlan, lead, { plan })).rejects.toThrow(/not running any more/)
  })

  test('a stop against an end: whichever comes first, the plan is whole', async () => {
    for (let time = 0; time < 5; time++) {
      const plan = await running()
      const [stopped, ended] = await Promise.allSettled([
        door.perform(stopPlan, lead, { plan }),
        finish(plan),
      ])
      expect(ended.status).toBe('fulfilled')
      if (stopped.status === 'rejected') expect(stopped.reason).toBeInstanceOf(Refusal)
      expect(await look(plan)).toMatchObject({ state: 'done', found: true, cost: { total: 1000 } })
    }
  })
})

describe('a run whose server went away', () => {
  test('becomes a draft that says so, with the best it had told', async () => {
    const plan = await running()
    await tell(plan, { best: found() })
    await expect(door.perform(giveUpPlan, clock, { plan })).rejects.toThrow(/heard of just now/)
    later(30)
    await door.perform(giveUpPlan, clock, { plan })
    expect(await look(plan)).toMatchObject({ state: 'draft', ended: 'lost', found: true, bound: 700 })
    await expect(tell(plan)).rejects.toThrow(/not running any more/)
    await expect(finish(plan)).rejects.toThrow(/not running any more/)
    expect(await look(plan)).toMatchObject({ state: 'draft', ended: 'lost' })
  })

  test('makes room for the next', async () => {
    const lost = await running()
    later(30)
    const next = await made()
    await door.perform(runPlan, clock, { plan: next })
    expect((await look(lost)).state).toBe('draft')
    expect((await look(next)).state).toBe('running')
  })
})
