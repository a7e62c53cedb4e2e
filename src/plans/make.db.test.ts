import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenPlan, givenPlanHomes, type PlanGround, SMALL } from '../../tests/given/plans.ts'
import { givenService } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { BadInput, Forbidden, NotFound } from '../platform/refusals.ts'
import { bringBorders } from './bring-borders.ts'
import { planChoices } from './choices.ts'
import { plans } from './lists.ts'
import { makePlan } from './make-plan.ts'
import { planAgain } from './plan-again.ts'
import { removePlan } from './remove-plan.ts'
import { renamePlan } from './rename-plan.ts'
import { thePlan } from './the-plan.ts'

let database: Database
let door: Door
let ground: PlanGround
let lead: Caller
let stranger: Caller

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => new Date('2026-11-22T18:00:00Z'))
  const links = ['must_not_meet,C1,C2,court,,see the file', 'friendship,H3,H4,,,']
  ground = await givenPlanHomes(database, door, { homes: 6, links })
  lead = ground.lead
  stranger = (await givenService(database, 'Elsewhere')).callers.programmeLead
})
afterAll(() => database.close())

const make = (more: Record<string, unknown> = {}, as = lead) =>
  door.perform(makePlan, as, { ...SMALL, ...more })
const issuesOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (no) => (no instanceof BadInput ? no.issues : no),
  )
const howMany = async () => (await door.look(plans, lead, {})).plans.length

describe('making a plan', () => {
  test('keeps the homes as they are and what was settled, and waits to be run', async () => {
    const { plan } = await make({
      seed: '7',
      mustBeIn: [ground.home('H2')],
      barriers: 'A river: 51.8 -2.3, 51.8 -2.1; 2',
    })
    const shown = await door.look(thePlan, lead, { plan })
    expect(shown).toMatchObject({
      name: '2 constellations, 22 November 2026',
      state: 'waiting',
      found: false,
      homes: 6,
      seed: 7,
      on: '2026-11-22',
    })
    expect(shown.settings).toMatchObject({
      satellites: { least: 1, most: 3 },
      mustBeIn: [ground.home('H2')],
      barriers: [{ name: 'A river', extraKm: 2 }],
    })
    expect(shown.rules.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['apart', 'must-be-in', 'barriers', 'friends']),
    )
  })

  test('is for a programme lead; others see it at most', async () => {
    const { plan } = await make()
    const { fosteringManager, liaisonWorker, dutyWorker } = ground.callers
    for (const as of [fosteringManager, liaisonWorker, dutyWorker])
      await expect(make({}, as)).rejects.toThrow(Forbidden)
    expect((await door.look(thePlan, fosteringManager, { plan })).can.change).toBe(false)
    for (const as of [liaisonWorker, dutyWorker])
      await expect(door.look(thePlan, as, { plan })).rejects.toThrow(Forbidden)
    await expect(door.look(thePlan, stranger, { plan })).rejects.toThrow(NotFound)
  })

  test('for some homes alone, with their links', async () => {
    const some = ['H1', 'H2', 'H3', 'H4'].map(ground.home)
    const { plan } = await make({ constellations: 1, households: some })
    const { homes, rules } = await door.look(thePlan, lead, { plan })
    expect(homes).toBe(4)
    expect(rules.map(({ rule }) => rule)).toContain('apart')
  })

  test('who may be a hub, and why others not, is told beforehand', async () => {
    const { homes, suggested, usual } = await door.look(planChoices, lead, {})
    expect(homes.filter(({ mayBeHub }) => mayBeHub)).toHaveLength(2)
    expect(homes.find(({ household }) => household === ground.home('H2'))?.because).toContain(
      'has no spare bed, and a hub keeps two',
    )
    expect(suggested).toBe(1)
    expect(usual.satellites).toEqual({ least: 6, most: 10 })
  })
})

describe('what cannot be planned is said, and nothing is saved', () => {
  const home = (reference: string) => ground.home(reference)
  test.each<[string, () => Record<string, unknown>, string, RegExp]>([
    ['no number', () => ({ constellations: '' }), 'constellations', /whole number from 1/],
    ['a word for a number', () => ({ satellitesMost: 'many' }), 'satellitesMost', /whole number/],
    [
      'most below fewest',
      () => ({ satellitesLeast: 3, satellitesMost: 2 }),
      'satellitesMost',
      /must not be below/,
    ],
    ['fewer up to', () => ({ upTo: 1 }), 'upTo', /must not be below/],
    ['some homes, and none chosen', () => ({ households: [] }), 'households', /Choose the homes/],
    ['a price below nothing', () => ({ tieKm: '-1' }), 'tieKm', /number from 0/],
    [
      'a home of nobody',
      () => ({ mustBeIn: ['11111111-1111-4111-8111-111111111111'] }),
      'mustBeIn',
      /planned for/,
    ],
    [
      'a home not chosen',
      () => ({ households: [home('H1')], mustBeIn: [home('H2')] }),
      'mustBeIn',
      /planned for/,
    ],
    ['no reason', () => ({ hubs: [{ household: home('H2'), may: 'yes', reason: '' }] }), `why-`, /Enter why/],
    ['a barrier', () => ({ barriers: 'a river' }), 'barriers', /Line 1/],
    [
      'a matrix',
      () => ({ journeys: 'from,to,metres\nH1,H9,5' }),
      'journeys',
      /No home has the reference “H9”/,
    ],
    ['half a lock', () => ({ locks: [{ household: home('H2'), hub: '' }] }), 'locks.0.hub', /Choose a hub/],
  ])('%s', async (_what, more, field, says) => {
    const before = await howMany()
    const issues = await issuesOf(make(more()))
    expect(issues).toEqual([
      expect.objectContaining({
        field: expect.stringContaining(field),
        message: expect.stringMatching(says),
      }),
    ])
    expect(await howMany()).toBe(before)
  })

  test('every clash of facts is a sentence that names the homes', async () => {
    const before = await howMany()
    const issues = await issuesOf(
      make({
        locks: [{ household: home('H3'), hub: home('H2') }],
        settledHubs: [home('H5')],
      }),
    )
    expect(issues).toEqual([
      { field: 'constellations', message: expect.stringMatching(/Wren Marlowe 5 .*cannot be one/) },
      {
        field: 'constellations',
        message: expect.stringMatching(/Wren Marlowe 3 .*Wren Marlowe 2.*cannot be a hub/),
      },
    ])
    expect(await issuesOf(make({ constellations: 3 }))).toEqual([
      { field: 'constellations', message: expect.stringMatching(/hub/) },
    ])
    expect(await howMany()).toBe(before)
  })
})

test('what a matrix lacks is said at it, by the references that its lines have', async () => {
  const issues = await issuesOf(make({ journeys: 'from,to,metres\nH1,H4,900' }))
  expect(issues[0]).toEqual({
    field: 'journeys',
    message: expect.stringMatching(
      /^The matrix has no journey from Wren Marlowe (\d) \(H\1\) to Wren Marlowe (\d) \(H\2\): add a line for it/,
    ),
  })
  expect(issues.map((issue: { field: string }) => issue.field)).not.toContain('constellations')
})

describe('again with one thing otherwise', () => {
  test('without a rule: a plan of its own, from the same facts', async () => {
    const plan = await givenPlan(door, ground)
    const { plan: again } = await door.perform(planAgain, lead, { plan, without: 'apart' })
    const shown = await door.look(thePlan, lead, { plan: again })
    expect(shown).toMatchObject({ state: 'waiting', change: 'without keeping apart who must not meet' })
    expect(shown.from?.plan).toBe(plan)
    expect(shown.rules.map(({ rule }) => rule)).not.toContain('apart')
    const no = door.perform(planAgain, lead, { plan: again, without: 'apart' })
    expect(await issuesOf(no)).toEqual([
      { field: 'without', message: expect.stringMatching(/does not have that rule/) },
    ])
  })

  test('a home is added or struck as hub, with a reason', async () => {
    const plan = await givenPlan(door, ground)
    const asked = { plan, household: ground.home('H2'), may: 'yes' }
    expect(await issuesOf(door.perform(planAgain, lead, asked))).toEqual([
      { field: 'reason', message: 'Enter why' },
    ])
    const { plan: again } = await door.perform(planAgain, lead, { ...asked, reason: 'A second bed in May' })
    const { settings } = await door.look(thePlan, lead, { plan: again })
    expect(settings.hubs).toEqual([
      { household: ground.home('H2'), may: true, reason: 'A second bed in May' },
    ])
    const struck = { plan, household: ground.home('H1'), may: 'no', reason: 'Moving away' }
    expect(await issuesOf(door.perform(planAgain, lead, struck))).toEqual([
      { field: 'household', message: expect.stringMatching(/hub/) },
    ])
  })

  test('nothing to change is asked for; a stranger finds nothing', async () => {
    const plan = await givenPlan(door, ground)
    expect(await issuesOf(door.perform(planAgain, lead, { plan }))).toHaveLength(1)
    await expect(door.perform(planAgain, stranger, { plan, without: 'mix' })).rejects.toThrow(NotFound)
  })
})

test('a plan is renamed, and removed from the list while its record stays', async () => {
  const { plan } = await make()
  await door.perform(renamePlan, lead, { plan, name: 'Two by the river' })
  expect((await door.look(thePlan, lead, { plan })).name).toBe('Two by the river')
  await expect(door.perform(renamePlan, lead, { plan, name: ' ' })).rejects.toThrow(BadInput)
  await door.perform(removePlan, lead, { plan })
  await expect(door.look(thePlan, lead, { plan })).rejects.toThrow(NotFound)
  await expect(door.perform(removePlan, lead, { plan })).rejects.toThrow(NotFound)
  const { rows } = await database.owner.query('select name from plan where id = $1', [plan])
  expect(rows).toEqual([{ name: 'Two by the river' }])
})

test('borders are read from TopoJSON or refused in a sentence, and those before are superseded', async () => {
  const borders = (name: string) =>
    JSON.stringify({
      type: 'Topology',
      objects: {
        all: {
          type: 'GeometryCollection',
          geometries: [{ type: 'Polygon', arcs: [[0]], properties: { name } }],
        },
      },
      arcs: [
        [
          [-2.5, 51.5],
          [-2, 51.5],
          [-2, 52],
          [-2.5, 51.5],
        ],
      ],
    })
  expect(await issuesOf(door.perform(bringBorders, lead, { borders: '{"type":"Point"}' }))).toMatchObject([
    { field: 'borders' },
  ])
  await door.perform(bringBorders, lead, { borders: borders('Ashcombe') })
  await door.perform(bringBorders, lead, { borders: borders('Beechdale') })
  const { plan } = await make()
  const shown = await door.look(thePlan, lead, { plan })
  expect(shown.borders.map(({ name }) => name)).toEqual(['Beechdale'])
})
