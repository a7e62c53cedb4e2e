import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenPlan, givenPlanHomes, type PlanGround } from '../../tests/given/plans.ts'
import { givenService } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { endPlacement } from '../children/end-placement.ts'
import { linkSiblings } from '../children/link-siblings.ts'
import { orderApart } from '../children/order-apart.ts'
import { answerInvitation } from '../constellations/answer-invitation.ts'
import { createConstellation } from '../constellations/create-constellation.ts'
import { inviteHousehold } from '../constellations/invite-household.ts'
import { constellations, launchCheckList } from '../constellations/lists.ts'
import { theConstellation } from '../constellations/the-constellation.ts'
import { openDoor } from '../door.ts'
import { changeHousehold } from '../households/change-household.ts'
import { recordApproval } from '../households/record-approval.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { BadInput, Forbidden, NotFound, Refusal } from '../platform/refusals.ts'
import { freezePlan } from './freeze-plan.ts'
import { planFreezing } from './lists.ts'
import { moveHome } from './move-home.ts'
import { removePlan } from './remove-plan.ts'
import { thePlan } from './the-plan.ts'

let database: Database
let door: Door
let ground: PlanGround
let lead: Caller
let plan: string

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => new Date('2026-11-22T18:00:00Z'))
})
beforeEach(async () => {
  ground = await givenPlanHomes(database, door, { homes: 6 })
  lead = ground.lead
  plan = await givenPlan(door, ground)
})
afterAll(() => database.close())

const freeze = (of = plan, names: { hub: string; name: string }[] = [], as = lead) =>
  door.perform(freezePlan, as, { plan: of, names })
const childOf = async (reference: string): Promise<string> => {
  const { rows } = await database.owner.query(
    'select id from child where service_id = $1 and reference = $2',
    [ground.service, reference],
  )
  return rows[0].id
}
const carersTold = async () => {
  const { rows } = await database.owner.query(
    `select count(*)::int as count from message where service_id = $1 and subject like 'Your home is invited%'`,
    [ground.service],
  )
  return rows[0].count
}
const formed = async () => (await door.look(constellations, lead, {})).constellations
const no = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => new Error('It was done'),
    (thrown) => thrown,
  )

describe('freezing', () => {
  test('forms each constellation and invites every home as the part it is planned for', async () => {
    const shown = await door.look(planFreezing, lead, { plan })
    expect(shown).toMatchObject({ stops: [], can: { freeze: true } })
    expect(shown.notes).toEqual(
      [1, 4].map(
        (n) =>
          `Wren Marlowe ${n} would have 2 satellites, and the model has 6 to 10: to launch so needs a programme lead’s yes, with a reason.`,
      ),
    )
    expect(shown.constellations.map(({ name }) => name)).toEqual(['Wren Marlowe 1', 'Wren Marlowe 4'])
    await freeze(plan, [{ hub: ground.home('H1'), name: 'Riverside' }])
    expect((await formed()).map(({ name, stage }) => [name, stage])).toEqual([
      ['Riverside', 'forming'],
      ['Wren Marlowe 4', 'forming'],
    ])
    const [first] = await formed()
    const { invitations } = await door.look(theConstellation, lead, { constellation: first?.constellation })
    expect(invitations.map(({ householdName, part }) => `${householdName} ${part}`).toSorted()).toEqual([
      'Wren Marlowe 1 hub',
      'Wren Marlowe 2 satellite',
      'Wren Marlowe 3 satellite',
    ])
    expect(await carersTold()).toBe(6)
    const after = await door.look(thePlan, lead, { plan })
    expect(after).toMatchObject({ state: 'frozen', frozenBy: 'Rowan Ashdown' })
    expect(after.constellations.map(({ constellation }) => constellation)).toEqual(
      (await formed()).map(({ constellation }) => constellation),
    )
    const check = await door.look(launchCheckList, lead, { constellation: first?.constellation })
    expect(check.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['no-hub', 'no-liaison-worker']),
    )
    await expect(door.perform(removePlan, lead, { plan })).rejects.toThrow(/frozen/)
  })

  test('is for a programme lead of the service, once', async () => {
    const { fosteringManager } = ground.callers
    const stranger = (await givenService(database, 'Elsewhere')).callers.programmeLead
    await expect(freeze(plan, [], fosteringManager)).rejects.toThrow(Forbidden)
    await expect(freeze(plan, [], stranger)).rejects.toThrow(NotFound)
    await freeze()
    await expect(freeze()).rejects.toThrow('This plan is frozen already.')
  })

  test('names that are taken, or given twice, are said at each', async () => {
    await door.perform(createConstellation, lead, { name: 'Riverside' })
    const names = [
      { hub: ground.home('H1'), name: 'Riverside' },
      { hub: ground.home('H4'), name: ' ' },
    ]
    await expect(freeze(plan, names)).rejects.toThrow(BadInput)
    expect(await no(freeze(plan, names.slice(0, 1)))).toMatchObject({
      issues: [
        { field: `names.${ground.home('H1')}`, message: expect.stringContaining('already a constellation') },
      ],
    })
    const same = names.map(({ hub }) => ({ hub, name: 'Hillside' }))
    expect(await no(freeze(plan, same))).toMatchObject({ issues: [{}, {}] })
    expect(await no(freeze(plan, [{ hub: ground.home('H2'), name: 'Hillside' }]))).toMatchObject({
      issues: [{ field: 'names' }],
    })
    expect(await formed()).toHaveLength(1)
  })

  test('a plan that breaks a rule cannot be', async () => {
    const out = await door.perform(moveHome, lead, { plan, household: ground.home('H2'), to: 'out' })
    const bare = await door.perform(moveHome, lead, {
      plan: out.plan,
      household: ground.home('H3'),
      to: 'out',
    })
    await expect(freeze(bare.plan)).rejects.toThrow(/0 satellites; 1 to 3 were asked for/)
    expect(await formed()).toEqual([])
  })
})

describe('what has changed since is said all at once, and nothing is formed', () => {
  test('a home joined another, one lost its approval, one said no, one was asked, two must not meet', async () => {
    const { constellation } = await door.perform(createConstellation, lead, { name: 'Elsewhere' })
    const ask = (reference: string) =>
      door.perform(inviteHousehold, lead, {
        constellation,
        household: ground.home(reference),
        part: 'satellite',
      })
    const { invitation } = await ask('H2')
    await door.perform(answerInvitation, lead, { invitation, answer: 'yes', spokenTo: 'The carer, by phone' })
    await ask('H3')
    await door.perform(recordApproval, lead, {
      household: ground.home('H5'),
      places: 3,
      ageMin: 0,
      ageMax: 18,
      sex: 'any',
      from: '2020-01-06',
      lastDay: '2026-11-01',
    })
    const child = await childOf('C4')
    const apart = { child, other: await childOf('C6'), orderedBy: 'court', from: '2026-11-22' }
    await door.perform(orderApart, lead, apart)
    const thrown = await no(freeze())
    expect(thrown).toBeInstanceOf(Refusal)
    expect((thrown as Refusal).detail.stops).toEqual([
      'Wren Marlowe 2 has joined a constellation.',
      'Wren Marlowe 5 is no longer approved.',
      'Wren Marlowe 3 has been asked to join Elsewhere, and has not answered.',
      expect.stringMatching(
        /Wren Marlowe 4 and somebody at Wren Marlowe 6 must not meet|Wren Marlowe 6 and somebody at Wren Marlowe 4 must not meet/,
      ),
    ])
    expect((await formed()).map(({ name }) => name)).toEqual(['Elsewhere'])
    expect((await door.look(planFreezing, lead, { plan })).stops).toHaveLength(4)
  })

  test('a hub that no longer has an adult at home full time', async () => {
    await door.perform(changeHousehold, lead, {
      household: ground.home('H1'),
      name: 'Wren Marlowe 1',
      kind: 'mainstream',
      adultHomeFullTime: 'no',
      canBeHub: 'no',
      wantsMockingbird: 'no',
      from: '2026-11-22',
    })
    const thrown = await no(freeze())
    expect(thrown.message).toContain('has said that it does not want to join')
    expect(thrown.message).toContain('is to be a hub, and has no adult at home full time.')
    expect(thrown.message).toContain('is to be a hub, and has said that it cannot be a hub.')
  })
})

describe('children who moved, or are known to be brothers and sisters, since', () => {
  test('too few around a hub', async () => {
    for (const reference of ['C4', 'C5', 'C6'])
      await door.perform(endPlacement, lead, { child: await childOf(reference), from: '2026-11-22' })
    expect((await no(freeze())).message).toBe(
      '0 children would be around Wren Marlowe 4; 1 to 6 were asked for.',
    )
    expect(await formed()).toEqual([])
  })

  test('brothers and sisters who would be parted', async () => {
    const pair = { child: await childOf('C2'), sibling: await childOf('C5'), from: '2026-11-22' }
    await door.perform(linkSiblings, lead, pair)
    expect((await no(freeze())).message).toBe(
      'Wren Marlowe 2 and Wren Marlowe 5 go together, for the brothers and sisters who live there.',
    )
  })
})

describe('two at once', () => {
  test('the same plan: one freezes it, and each home is asked once', async () => {
    const tried = await Promise.allSettled([freeze(), freeze(), freeze()])
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tried) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Refusal)
    expect(await formed()).toHaveLength(2)
    expect(await carersTold()).toBe(6)
  })

  test('two plans of the same homes: no home is asked by both', async () => {
    const { plan: other } = await door.perform(moveHome, lead, {
      plan,
      household: ground.home('H3'),
      to: ground.home('H4'),
    })
    const names = [
      { hub: ground.home('H1'), name: 'Hillside' },
      { hub: ground.home('H4'), name: 'Riverside' },
    ]
    const tried = await Promise.allSettled([freeze(plan), freeze(other, names)])
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await formed()).toHaveLength(2)
    expect(await carersTold()).toBe(6)
  })
})
