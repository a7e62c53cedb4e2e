import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenConstellation } from '../../tests/given/constellations.ts'
import { givenHome } from '../../tests/given/households.ts'
import { type GivenService, givenService } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { Refusal } from '../platform/refusals.ts'
import { answerInvitation } from './answer-invitation.ts'
import { inviteHousehold } from './invite-household.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

let database: Database
let door: Door
let given: GivenService

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => new Date('2026-11-22T18:00:00Z'))
  given = await givenService(database)
})
afterAll(() => database.close())

const forming = () => givenConstellation(door, given, { hub: null, satellites: 0, launchOn: null })
const invite = async (constellation: string, household: string, part: string) => {
  const asked = { constellation, household, part }
  return (await door.perform(inviteHousehold, given.callers.programmeLead, asked)).invitation
}
/** What each came to: `done`, or the sentence of its refusal. */
const together = async (attempts: (() => Promise<unknown>)[]) =>
  (await Promise.allSettled(attempts.map((attempt) => attempt()))).map((one) => {
    if (one.status === 'fulfilled') return 'done'
    if (one.reason instanceof Refusal) return one.reason.message
    throw one.reason
  })
const memberships = async (where: string, id: string) => {
  const { rows } = await database.owner.query(
    `select part from membership where ${where} = $1 and superseded_at is null`,
    [id],
  )
  return rows.length
}

test('two constellations, one home, the same second: one wins, the other reads why', async () => {
  const constellations = [await forming(), await forming(), await forming()]
  for (let round = 0; round < 12; round++) {
    const home = await givenHome(door, given, { beds: 1 })
    const asked: string[] = []
    for (const { constellation } of constellations)
      asked.push(await invite(constellation, home.household, 'satellite'))
    const said = await together(
      asked.map(
        (invitation) => () => door.perform(answerInvitation, home.carer, { invitation, answer: 'yes' }),
      ),
    )
    expect(said.toSorted()).toEqual([
      'This home is already in another constellation. It has to leave that one first.',
      'This home is already in another constellation. It has to leave that one first.',
      'done',
    ])
    expect(await memberships('household_id', home.household)).toBe(1)
  }
})

test('two homes, one hub, the same second: one wins', async () => {
  for (let round = 0; round < 6; round++) {
    const { constellation } = await forming()
    const homes = [await givenHome(door, given), await givenHome(door, given)]
    const asked: (() => Promise<unknown>)[] = []
    for (const home of homes) {
      const invitation = await invite(constellation, home.household, 'hub')
      asked.push(() => door.perform(answerInvitation, home.carer, { invitation, answer: 'yes' }))
    }
    const said = await together(asked)
    expect(said.filter((one) => one === 'done')).toHaveLength(1)
    expect(said.find((one) => one !== 'done')).toContain('already a hub home')
    expect(await memberships('constellation_id', constellation)).toBe(1)
  }
})

test('an answer and its withdrawal in the same second: whichever came first stands', async () => {
  const { constellation } = await forming()
  for (let round = 0; round < 8; round++) {
    const home = await givenHome(door, given, { beds: 1 })
    const invitation = await invite(constellation, home.household, 'satellite')
    const [answered, withdrawn] = await together([
      () => door.perform(answerInvitation, home.carer, { invitation, answer: 'yes' }),
      () => door.perform(withdrawInvitation, given.callers.programmeLead, { invitation, reason: 'Too far' }),
    ])
    expect([answered, withdrawn].filter((one) => one === 'done')).toHaveLength(1)
    expect(await memberships('household_id', home.household)).toBe(answered === 'done' ? 1 : 0)
  }
})

test('the database itself keeps a home to one constellation, and a constellation to one hub', async () => {
  const [one, two] = [await forming(), await forming()]
  const [home, other] = [await givenHome(door, given), await givenHome(door, given)]
  const add = (constellation: string, household: string) =>
    database.owner.query(
      `insert into membership (id, service_id, during, constellation_id, household_id, part)
        values (gen_random_uuid(), $1, daterange('2026-11-22', null), $2, $3, 'hub')`,
      [given.service, constellation, household],
    )
  await add(one.constellation, home.household)
  await expect(add(two.constellation, home.household)).rejects.toMatchObject({
    constraint: 'membership_one_constellation',
  })
  await expect(add(one.constellation, other.household)).rejects.toMatchObject({
    constraint: 'membership_one_hub',
  })
})
