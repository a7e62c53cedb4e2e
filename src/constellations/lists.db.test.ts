import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenChild } from '../../tests/given/children.ts'
import { type GivenConstellation, givenConstellation, givenMember } from '../../tests/given/constellations.ts'
import { type GivenHome, givenHome } from '../../tests/given/households.ts'
import { type GivenService, givenService } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { linkSiblings } from '../children/link-siblings.ts'
import { openDoor } from '../door.ts'
import { closeNights } from '../households/close-nights.ts'
import { linkHouseholds } from '../households/link-households.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { Forbidden, NotFound } from '../platform/refusals.ts'
import { inviteHousehold } from './invite-household.ts'
import {
  constellations,
  homesToInviteList,
  invitationCheck,
  invitations,
  launchCheckList,
  liaisonWorkersList,
} from './lists.ts'
import { theConstellation } from './the-constellation.ts'

const PLACES = [
  ['PO5 1XW', 50.8, -1.08],
  ['PO4 9TY', 50.829, -1.08],
  ['PO1 2XF', 50.8, -1.126],
] as const

let database: Database
let now = new Date('2026-11-22T18:00:00Z')
let door: Door
let given: GivenService
let lead: Caller
let stranger: Caller
let hub: GivenHome
let homes: GivenHome[]
let north: GivenConstellation

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => now)
  given = await givenService(database)
  lead = given.callers.programmeLead
  stranger = (await givenService(database, 'Elsewhere')).callers.programmeLead
  for (const [place, lat, lon] of PLACES) {
    await database.owner.query(`insert into place_position values ($1, 'unit', $2, $3)`, [place, lat, lon])
  }
  hub = await givenHome(door, given, { name: 'Harbour House', postcode: 'PO5 1XW', adultHomeFullTime: true })
  homes = []
  for (const [index, postcode] of [
    'PO4 9TY',
    'PO1 2XF',
    undefined,
    undefined,
    undefined,
    undefined,
  ].entries()) {
    const name = `Home ${index + 1}`
    homes.push(await givenHome(door, given, { name, beds: 1, ...(postcode ? { postcode } : {}) }))
  }
  north = await givenConstellation(door, given, { name: 'North harbour', hub, satellites: homes })
})
afterAll(() => database.close())

const look = (as: Caller, asAt?: string) =>
  door.look(theConstellation, as, { constellation: north.constellation, asAt })
const homeAt = (index: number): GivenHome => {
  const home = homes[index]
  if (!home) throw new Error('no such home')
  return home
}

/** One child of each home asleep somewhere else's bed: written by the owner, as no stay is asked for here. */
async function asleep(bed: string, host: string, child: string, home: string, from: string, to: string) {
  await database.owner.query(
    `with s as (insert into stay (id, service_id, kind, home_household_id, host_household_id, during, why, status, requested_at)
        values (gen_random_uuid(), $1, 'planned', $2, $3, tstzrange($6, $7), 'rest', 'accepted', $6) returning id)
      insert into stay_child (stay_id, service_id, child_id, bed_id, during) select id, $1, $4, $5, tstzrange($6, $7) from s`,
    [given.service, home, host, child, bed, from, to],
  )
}

test('homes with part, way from the hub and ties; the hub first', async () => {
  const [one, two] = [homeAt(0), homeAt(1)]
  await door.perform(linkHouseholds, lead, {
    kind: 'friendship',
    household: one.household,
    other: hub.household,
    from: '2026-01-05',
  })
  const child = await givenChild(door, lead, { household: one.household, firstName: 'Robin' })
  const sibling = await givenChild(door, lead, { household: two.household, firstName: 'Ash' })
  await door.perform(linkSiblings, lead, { child, sibling, from: '2025-02-01' })
  const shown = await look(lead)
  expect(shown.homes.map(({ name, part }) => [name, part])).toEqual([
    ['Harbour House', 'hub'],
    ...homes.map(({ name }) => [name, 'satellite']),
  ])
  expect(shown.homes[1]?.way).toMatchObject({ wind: 'north', roughly: false })
  expect(shown.homes[1]?.way?.miles).toBeCloseTo(2, 1)
  expect(shown.homes[2]?.way).toMatchObject({ wind: 'west' })
  expect(shown.homes[3]?.way).toBeNull()
  expect(shown.homes[1]?.friends).toEqual([hub.household])
  expect(shown.homes[1]?.siblings).toEqual([two.household])
  expect(shown.liaison?.name).toBe('Imani Brightwell')
})

test('a carer sees the picture and the sibling line, never a child, a count of another home or a finding', async () => {
  const shown = await look(homeAt(2).carer)
  expect(shown.homes.map(({ name }) => name)).toContain('Home 1')
  expect(shown.ties.siblings).toHaveLength(1)
  expect(JSON.stringify(shown)).not.toMatch(/Robin|Ash\b|Marlowe/)
  expect(shown.homes.map(({ beds }) => beds)).toEqual([
    null,
    null,
    null,
    { free: 1, of: 1 },
    null,
    null,
    null,
  ])
  expect(shown.homes.map(({ tonight }) => tonight)).toEqual(shown.homes.map(() => 'free'))
  expect([shown.findings, shown.invitations, shown.can]).toEqual([
    [],
    [],
    { run: false, form: false, ask: true },
  ])
})

test('a bed is taken in the small hours of the night it is looked at, and free when the child is back', async () => {
  const host = homeAt(4)
  const child = await givenChild(door, lead, { household: homeAt(5).household })
  const [bed = ''] = host.beds
  await asleep(bed, host.household, child, homeAt(5).household, '2026-11-22T17:00Z', '2026-11-24T10:00Z')
  const bedsOf = async (asAt?: string, as = lead) =>
    (await look(as, asAt)).homes.find(({ household }) => household === host.household)
  expect(await bedsOf()).toMatchObject({ tonight: 'none', beds: { free: 0, of: 1 } })
  expect(await bedsOf('2026-11-23')).toMatchObject({ tonight: 'none' })
  expect(await bedsOf('2026-11-24')).toMatchObject({ tonight: 'free', beds: { free: 1, of: 1 } })
  expect(await bedsOf('2026-11-21')).toMatchObject({ tonight: 'free' })
  expect(await bedsOf(undefined, homeAt(0).carer)).toMatchObject({ tonight: 'none', beds: null })
})

test('until five in the morning it is still last night', async () => {
  const nightAt = async (time: string) => {
    now = new Date(time)
    return (await look(lead)).night
  }
  expect(await nightAt('2026-11-23T02:07:00Z')).toBe('2026-11-22')
  expect(await nightAt('2026-11-23T05:00:00Z')).toBe('2026-11-23')
  now = new Date('2026-11-22T18:00:00Z')
})

test('a home that is shut has no bed free', async () => {
  const shut = homeAt(3)
  await door.perform(closeNights, lead, {
    household: shut.household,
    from: '2026-11-22',
    until: '2026-11-25',
    reason: 'Away',
  })
  const of = async (asAt: string) =>
    (await look(lead, asAt)).homes.find(({ household }) => household === shut.household)?.tonight
  expect(await of('2026-11-22')).toBe('none')
  expect(await of('2026-11-25')).toBe('free')
})

test('as at a day before it began there is nobody', async () => {
  expect(await look(lead, '2024-06-01')).toMatchObject({
    homes: [],
    hub: null,
    liaison: null,
    stage: 'forming',
  })
})

test('who is not of it does not find it', async () => {
  const outsider = await givenHome(door, given)
  for (const as of [outsider.carer, stranger]) await expect(look(as)).rejects.toThrow(NotFound)
  await expect(look(given.callers.coach)).rejects.toThrow(Forbidden)
  expect((await door.look(constellations, outsider.carer, {})).constellations).toEqual([])
  expect((await door.look(invitations, stranger, {})).invitations).toEqual([])
})

test('an invited home sees the hub, and of the others only that they are there', async () => {
  const invited = await givenHome(door, given, { name: 'Invited' })
  await door.perform(inviteHousehold, lead, { ...north, household: invited.household, part: 'satellite' })
  const shown = await look(invited.carer)
  expect(shown.homes.map(({ name }) => name)).toEqual(['Harbour House', null, null, null, null, null, null])
  expect(shown.homes.map(({ tonight }) => tonight)).toEqual(['free', null, null, null, null, null, null])
  expect(shown.ties).toEqual({ siblings: [], friends: [] })
  expect(shown.homes.every(({ way, beds }) => way === null && beds === null)).toBe(true)
})

test('a supervising social worker sees the constellation of a home they supervise', async () => {
  const shown = await look(given.callers.supervisingSocialWorker)
  expect(shown.name).toBe('North harbour')
  expect(shown.homes.find(({ name }) => name === 'Home 1')).toBeDefined()
})

test('the list says hub, liaison worker and how many', async () => {
  const { constellations: rows } = await door.look(constellations, lead, {})
  expect(rows).toMatchObject([
    { name: 'North harbour', stage: 'active', hub: { name: 'Harbour House' }, satellites: 6, guests: 0 },
  ])
  expect((await door.look(constellations, homeAt(0).carer, {})).constellations).toHaveLength(1)
  expect((await door.look(liaisonWorkersList, lead, {})).workers).toMatchObject([
    { name: 'Imani Brightwell', constellations: 1 },
  ])
})

test('homes to invite come nearest first, for those who run it; the check says all, for each part', async () => {
  const near = await givenHome(door, given, { name: 'Near', postcode: 'PO4 9TY' })
  const far = await givenHome(door, given, { name: 'Far', postcode: 'PO1 2XF' })
  const nowhere = await givenHome(door, given, { name: 'Nowhere', places: 0 })
  const { homes: free } = await door.look(homesToInviteList, lead, north)
  const names = free.map(({ name }) => name)
  expect(names.slice(0, 2)).toEqual(['Near', 'Far'])
  expect(names).toContain('Nowhere')
  expect(names).not.toContain('Harbour House')
  await expect(door.look(homesToInviteList, near.carer, north)).rejects.toThrow(NotFound)
  const check = await door.look(invitationCheck, lead, { ...north, household: nowhere.household })
  expect(check.findings.hub.map(({ code }) => code)).toEqual(['hub-taken', 'not-approved', 'hub-adult'])
  expect(check.findings.satellite.map(({ code }) => code)).toEqual(['not-approved'])
  await door.perform(inviteHousehold, lead, { ...north, household: far.household, part: 'satellite' })
  const after = await door.look(homesToInviteList, lead, north)
  expect(after.homes.map(({ name }) => name)).not.toContain('Far')
  const liaison = await look(given.callers.liaisonWorker)
  expect(liaison.invitations.find(({ household }) => household === far.household)?.householdName).toBe('Far')
})

test('the launch check is for those who run it, on the day they choose', async () => {
  const forming = await givenConstellation(door, given, { hub: null, satellites: 0, launchOn: null })
  const home = await givenHome(door, given, { adultHomeFullTime: true })
  await givenMember(door, given, { ...forming, home, part: 'hub', from: '2026-12-01' })
  const codesOn = async (on: string) =>
    (await door.look(launchCheckList, lead, { ...forming, on })).findings.map(({ code }) => code)
  expect(await codesOn('2026-11-30')).toContain('no-hub')
  expect(await codesOn('2026-12-01')).not.toContain('no-hub')
  await expect(door.look(launchCheckList, home.carer, forming)).rejects.toThrow(NotFound)
})
