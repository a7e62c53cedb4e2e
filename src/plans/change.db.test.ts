import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenPlan, givenPlanHomes, type PlanGround, SMALL } from '../../tests/given/plans.ts'
import { givenService } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { BadInput, Forbidden, NotFound, Refusal } from '../platform/refusals.ts'
import { chooseHub } from './choose-hub.ts'
import { planComparison, plans } from './lists.ts'
import { makePlan } from './make-plan.ts'
import { moveHome } from './move-home.ts'
import { planHome } from './plan-home.ts'
import { thePlan } from './the-plan.ts'

let database: Database
let door: Door
let ground: PlanGround
let lead: Caller
let stranger: Caller
let plan: string

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => new Date('2026-11-22T18:00:00Z'))
  ground = await givenPlanHomes(database, door, {
    homes: 7,
    links: ['must_not_meet,C2,C5,court,,see the file'],
  })
  lead = ground.lead
  stranger = (await givenService(database, 'Elsewhere')).callers.programmeLead
  plan = await givenPlan(door, ground, { ...SIX, H7: null })
})
afterAll(() => database.close())

const SIX = { H1: 'H1', H2: 'H1', H3: 'H1', H4: 'H4', H5: 'H4', H6: 'H4' }
const move = (household: string, to: string, as = lead, of = plan) =>
  door.perform(moveHome, as, {
    plan: of,
    household: ground.home(household),
    to: to === 'out' ? to : ground.home(to),
  })
const look = (of: string) => door.look(thePlan, lead, { plan: of })
const around = async (of: string) =>
  Object.fromEntries(
    (await look(of)).constellations.map(({ hub, satellites }) => [
      hub.name.at(-1),
      satellites
        .map(({ name }) => name.at(-1))
        .toSorted()
        .join(''),
    ]),
  )

describe('moving a home by hand', () => {
  test('makes a plan of its own, scored at once; the one before stays', async () => {
    const { plan: next } = await move('H3', 'H4')
    expect(await around(next)).toEqual({ 1: '2', 4: '356' })
    expect(await around(plan)).toEqual({ 1: '23', 4: '56' })
    const shown = await look(next)
    expect(shown).toMatchObject({
      name: '2 constellations, 22 November 2026, version 2',
      state: 'done',
      ended: 'hand',
      change: 'Wren Marlowe 3 moved to the hub Wren Marlowe 4',
      breaks: [],
      bound: 900,
    })
    // H3 is a hundredth of a degree from H4: 1.3 times 1.112 km; and two from H1.
    const before = (await look(plan)).journeys.total
    expect(shown.journeys.total).toBeCloseTo(before - 2 * 1.3 * 1.112 + 1.3 * 1.112, 1)
    expect(shown.cost?.journeys).toBeCloseTo(shown.journeys.total * 1000, -1)
    expect(shown.from?.plan).toBe(plan)
  })

  test('that breaks a rule is shown, with each rule that it breaks', async () => {
    const { plan: next } = await move('H5', 'H1')
    const { breaks, quality } = await look(next)
    expect(breaks).toEqual(['Wren Marlowe 2 and Wren Marlowe 5 must not be in one constellation.'])
    expect(quality).toMatchObject({ best: false, broken: true, withinPercent: null })
    const inList = (await door.look(plans, lead, {})).plans.find((one) => one.plan === next)
    expect(inList?.quality).toEqual(quality)
    const { plan: back } = await move('H5', 'H4', lead, next)
    expect(await look(back)).toMatchObject({ breaks: [], quality: { broken: false } })
  })

  test('goes out and in', async () => {
    const { plan: out } = await move('H3', 'out')
    expect((await look(out)).leftOut.map(({ name }) => name.at(-1)).toSorted()).toEqual(['3', '7'])
    const { plan: back } = await move('H7', 'H4', lead, out)
    expect(await around(back)).toEqual({ 1: '2', 4: '567' })
  })

  test.each([
    ['H1', 'H4', /is the hub/],
    ['H2', 'H1', /already/],
    ['H7', 'out', /left out already/],
    ['H2', 'H5', /one of the plan’s hubs/],
  ])('%s to %s is refused at the field', async (household, to, says) => {
    await expect(move(household, to)).rejects.toMatchObject({
      field: 'to',
      message: expect.stringMatching(says),
    })
  })

  test('asks where to, and is for a programme lead of the service', async () => {
    const asked = { plan, household: ground.home('H2') }
    await expect(door.perform(moveHome, lead, asked)).rejects.toThrow(BadInput)
    await expect(move('H2', 'H4', ground.callers.fosteringManager)).rejects.toThrow(Forbidden)
    await expect(move('H2', 'H4', stranger)).rejects.toThrow(NotFound)
  })

  test('waits until the plan is made', async () => {
    const { plan: waiting } = await door.perform(makePlan, lead, SMALL)
    await expect(move('H2', 'H4', lead, waiting)).rejects.toThrow(/still being made/)
  })
})

describe('another hub', () => {
  const choose = (household: string) =>
    door.perform(chooseHub, lead, { plan, household: ground.home(household) })

  test('takes the constellation over; one that cannot be a hub is said to break that', async () => {
    const { plan: next } = await choose('H5')
    expect(await around(next)).toEqual({ 1: '23', 5: '46' })
    expect((await look(next)).breaks).toEqual(['Wren Marlowe 5 cannot be a hub.'])
  })

  test.each([
    ['H1', /hub already/],
    ['H7', /left out/],
  ])('%s is refused', async (household, says) => {
    await expect(choose(household)).rejects.toMatchObject({
      constructor: Refusal,
      message: expect.stringMatching(says),
    })
  })
})

describe('looking closer', () => {
  test('a home: what else was near, what keeps it out, what it costs', async () => {
    const shown = await door.look(planHome, lead, { plan, household: ground.home('H5') })
    expect(shown).toMatchObject({ part: 'satellite', hub: { name: 'Wren Marlowe 4' } })
    const [other, out] = shown.ways
    expect(other).toMatchObject({
      name: 'Wren Marlowe 1',
      breaks: ['Wren Marlowe 2 and Wren Marlowe 5 must not be in one constellation.'],
    })
    expect(other?.because.join()).toContain('Wren Marlowe 2')
    expect(other?.km).toBeCloseTo(4 * 1.3 * 1.112, 1)
    expect(out).toMatchObject({ hub: null, breaks: [] })
    expect(shown.notChosen.map(({ name }) => name)).toEqual(['Wren Marlowe 7'])
    for (const { atLeastKm, atMostKm } of shown.ways)
      if (atLeastKm !== null && atMostKm !== null) expect(atLeastKm).toBeLessThanOrEqual(atMostKm)
  })

  test('a hub, and a home that is not of the plan', async () => {
    expect(await door.look(planHome, lead, { plan, household: ground.home('H1') })).toMatchObject({
      part: 'hub',
      ways: [],
    })
    const household = '11111111-1111-4111-8111-111111111111'
    await expect(door.look(planHome, lead, { plan, household })).rejects.toThrow(NotFound)
  })

  test('two plans: what each comes to, and who is elsewhere', async () => {
    const { plan: against } = await move('H3', 'H4')
    const { one, other, moves } = await door.look(planComparison, lead, { plan, against })
    expect(one.cost?.total).toBe(1000)
    expect(other.breaks).toEqual([])
    expect(moves).toEqual([
      {
        household: ground.home('H3'),
        name: 'Wren Marlowe 3',
        one: 'Wren Marlowe 1',
        other: 'Wren Marlowe 4',
      },
    ])
    await expect(door.look(planComparison, stranger, { plan, against })).rejects.toThrow(NotFound)
  })
})
