import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GivenHome, givenHome } from '../../tests/given/households.ts'
import { type GivenService, givenPerson, givenService, personOf } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { BadInput, Forbidden, NotFound } from '../platform/refusals.ts'
import { changeHousehold } from './change-household.ts'
import { closeNights } from './close-nights.ts'
import { householdRecord } from './household-record.ts'
import { householdAvailability, householdHistory, households, staysAffectedList } from './lists.ts'
import { recordApproval } from './record-approval.ts'
import { setWeeklyPattern } from './set-weekly-pattern.ts'

let database: Database
let door: Door
let ours: GivenService
let hub: GivenHome
let satellite: GivenHome
let stranger: GivenHome
let child: string
let stay: string

const insert = (table: string, row: Record<string, unknown>) =>
  database.owner.query(
    `insert into ${table} (${Object.keys(row)}) select ${Object.keys(row)} from json_populate_record(null::${table}, $1)`,
    [JSON.stringify(row)],
  )

/** A constellation of two homes, and a child of the satellite who will sleep at the hub: written as other modules would. */
beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => new Date('2026-11-22T12:00:00Z'))
  ours = await givenService(database)
  hub = await givenHome(door, ours, {
    name: 'Hub house',
    reference: 'H-100',
    postcode: 'GL1 1JY',
    adultHomeFullTime: true,
  })
  satellite = await givenHome(door, ours, { name: 'Satellite_house', reference: 'H-200', supervised: false })
  stranger = await givenHome(door, ours, { name: '100% far', reference: 'F-300', supervised: false })
  await givenHome(door, await givenService(database, 'Elsewhere'), { reference: 'H-900' })

  const service_id = ours.service
  const during = '[2026-01-01,)'
  const constellation_id = randomUUID()
  const liaison = personOf(ours.callers.liaisonWorker)
  await insert('constellation', {
    id: constellation_id,
    service_id,
    name: 'Plough',
    stage: 'forming',
    created_at: 'now',
  })
  await insert('constellation_liaison', {
    id: randomUUID(),
    service_id,
    during,
    constellation_id,
    person_id: liaison,
    recorded_at: 'now',
  })
  for (const [home, part] of [
    [hub, 'hub'],
    [satellite, 'satellite'],
  ] as const) {
    const household_id = home.household
    await insert('membership', {
      id: randomUUID(),
      service_id,
      during,
      constellation_id,
      household_id,
      part,
      recorded_at: 'now',
    })
  }
  child = randomUUID()
  stay = randomUUID()
  await insert('child', { id: child, service_id, reference: 'C-1', created_at: 'now' })
  await database.owner.query(
    `insert into child_detail (id, service_id, during, child_id, first_name, last_name, dob, sex)
      values (gen_random_uuid(), $1, '[2020-01-01,)', $2, 'Robin', 'Fell', '2017-05-01', 'F')`,
    [service_id, child],
  )
  await insert('placement', {
    id: randomUUID(),
    service_id,
    during,
    child_id: child,
    household_id: satellite.household,
    recorded_at: 'now',
  })
  const span = '[2026-11-27 17:00+00,2026-11-29 16:00+00)'
  await insert('stay', {
    id: stay,
    service_id,
    kind: 'planned',
    home_household_id: satellite.household,
    host_household_id: hub.household,
    during: span,
    why: 'rest',
    status: 'accepted',
    requested_at: '2026-11-01',
  })
  await insert('stay_child', {
    stay_id: stay,
    service_id,
    child_id: child,
    bed_id: hub.beds[0],
    during: span,
    holds: true,
  })
})
afterAll(() => database.close())

const lead = () => ours.callers.programmeLead
const record = (caller = lead(), home = hub) =>
  door.look(householdRecord, caller, { household: home.household })

describe('households', () => {
  const names = async (query: object, caller = lead()) =>
    (await door.look(households, caller, query)).households.map((home) => home.name)

  test('are those of one’s own service, by name', async () => {
    expect(await names({})).toEqual(['100% far', 'Hub house', 'Satellite_house'])
  })
  test.each([
    ['hub', ['Hub house']],
    ['H-', ['Hub house', 'Satellite_house']],
    ['gl11', ['Hub house']],
    ['GL1 1J', ['Hub house']],
    ['%', ['100% far']],
    ['_', ['Satellite_house']],
    ['\\', []],
  ])('%s finds %o, and signs have no meaning of their own', async (search, found) => {
    expect(await names({ search })).toEqual(found)
  })
  test('of a kind', async () => {
    expect(await names({ kind: 'adoptive' })).toEqual([])
  })
  test('as at a day before they were there, are not', async () => {
    expect(await names({ asAt: '2019-12-31' })).toEqual([])
  })
  test('a carer sees their own and their constellation’s, and no one’s approval but their own', async () => {
    const { households: seen } = await door.look(households, satellite.carer, {})
    expect(seen).toMatchObject([
      {
        name: 'Hub house',
        constellation: 'Plough',
        part: 'hub',
        beds: 2,
        places: null,
        firstCheckRunsOut: null,
      },
      { name: 'Satellite_house', places: 3, firstCheckRunsOut: '2027-11-22' },
    ])
  })
  test('a coach sees no home', async () => {
    await expect(door.look(households, ours.callers.coach, {})).rejects.toBeInstanceOf(Forbidden)
  })
  test('come fifty at a time', async () => {
    const service = await givenService(database, 'Large')
    for (let number = 0; number < 51; number++) {
      await givenHome(door, service, {
        beds: 0,
        places: 0,
        checksUntil: null,
        supervised: false,
        name: `Home ${number}`,
      })
    }
    const first = await door.look(households, service.callers.programmeLead, {})
    expect(first).toMatchObject({ total: 51, page: 1, pages: 2 })
    expect(first.households).toHaveLength(50)
    expect(
      (await door.look(households, service.callers.programmeLead, { page: '2' })).households,
    ).toHaveLength(1)
    await expect(door.look(households, lead(), { page: '0' })).rejects.toBeInstanceOf(BadInput)
  })
})

describe('household', () => {
  test('is whole to those who answer for it, the children of the home among it', async () => {
    for (const caller of [lead(), ours.callers.liaisonWorker, satellite.carer]) {
      expect(await record(caller, satellite)).toMatchObject({
        sees: 'whole',
        children: [{ id: child, firstName: 'Robin' }],
      })
    }
  })
  test('is near to another home of the constellation: what is hidden is null, never empty', async () => {
    const seen = await record(satellite.carer)
    expect(seen).toMatchObject({
      sees: 'near',
      name: 'Hub house',
      approval: null,
      checks: null,
      children: [],
      constellation: { name: 'Plough' },
      can: { change: false, changeAvailability: false },
    })
    expect(seen.hub.map(({ met }) => met)).toEqual([true, true, null, null])
    expect(seen.beds).toHaveLength(2)
  })
  test('to a child’s worker it is near, with that child alone', async () => {
    const caller = await givenPerson(database, ours.service, {
      name: 'Ama Rook',
      kind: 'staff',
      email: 'worker@example.org',
      role: 'child_social_worker',
    })
    await insert('child_worker', {
      id: randomUUID(),
      service_id: ours.service,
      during: '[2026-01-01,)',
      child_id: child,
      person_id: personOf(caller),
      recorded_at: 'now',
    })
    expect(await record(caller, satellite)).toMatchObject({
      sees: 'near',
      checks: null,
      children: [{ id: child }],
    })
  })
  test('is not there for others', async () => {
    await expect(record(stranger.carer)).rejects.toBeInstanceOf(NotFound)
    await expect(record(ours.callers.recruitmentOfficer)).rejects.toBeInstanceOf(NotFound)
  })
  test('each look at it is written down, with the children shown', async () => {
    await record(ours.callers.inspector, satellite)
    const { rows } = await database.owner.query(
      `select subject from audit where action = 'household' and outcome = 'seen' and person_id = $1`,
      [personOf(ours.callers.inspector)],
    )
    expect(rows).toEqual([{ subject: { household: satellite.household, children: [child] } }])
  })
})

describe('household-history', () => {
  test('keeps what a change ended and what a correction replaced, with who and when', async () => {
    const home = await givenHome(door, ours, { name: 'First name', beds: 1 })
    const { household } = home
    const change = { household, kind: 'mainstream', name: 'Second name' }
    const later = openDoor(database.app, () => new Date('2026-11-23T09:00:00Z'))
    await later.perform(changeHousehold, ours.callers.fosteringManager, { ...change, from: '2026-06-01' })
    const { facts } = await door.look(householdHistory, lead(), { household })
    const details = facts.filter((fact) => fact.about === 'details')
    expect(details).toMatchObject([
      { from: '2026-06-01', until: null, recordedBy: 'Wren Colvile', supersededAt: null },
      { from: '2020-01-06', until: '2026-06-01', supersededAt: null },
      {
        from: '2020-01-06',
        until: null,
        recordedBy: 'Rowan Ashdown',
        supersededAt: new Date('2026-11-23T09:00:00Z'),
      },
    ])
    expect(details.map(({ says }) => says)).toEqual([
      'Second name · Foster home',
      'First name · Foster home',
      'First name · Foster home',
    ])
    expect(new Set(facts.map((fact) => fact.about))).toEqual(
      new Set(['details', 'approval', 'check', 'bed', 'carer', 'supervisor']),
    )
    expect(facts.find((fact) => fact.about === 'approval')?.says).toBe('3 at most, ages 0 to 17, any child')
  })
  test('to another home of the constellation tells no approval, no check, no reason', async () => {
    const close = { household: hub.household, from: '2027-03-01', until: '2027-03-02', reason: 'Operation' }
    await door.perform(closeNights, hub.carer, close)
    const { facts, sees } = await door.look(householdHistory, satellite.carer, { household: hub.household })
    expect(sees).toBe('near')
    expect(facts.some((fact) => fact.about === 'approval' || fact.about === 'check')).toBe(false)
    expect(facts.find((fact) => fact.about === 'closure')?.says).toBe('Nights off')
  })
})

describe('nights', () => {
  const nights = async (caller = lead()) => {
    const seen = await door.look(householdAvailability, caller, {
      household: hub.household,
      from: '2026-11-26',
    })
    return new Map(seen.nights.map((night) => [night.night, night]))
  }
  test('twelve weeks of them, with beds free by night and nobody named', async () => {
    const seen = await nights(satellite.carer)
    expect(seen.size).toBe(84)
    expect(seen.get('2026-11-26')).toMatchObject({ state: 'free', beds: 2, free: 2 })
    expect(seen.get('2026-11-27')).toMatchObject({ state: 'limited', free: 1 })
    expect(seen.get('2026-11-28')).toMatchObject({ state: 'limited', free: 1 })
    expect(seen.get('2026-11-29')).toMatchObject({ state: 'free', free: 2 })
    expect(JSON.stringify([...seen])).not.toMatch(/Robin|Fell/)
  })
  test('a closure and the nights of the week shut it, from the day each holds', async () => {
    await door.perform(setWeeklyPattern, hub.carer, {
      household: hub.household,
      openNights: [5, 6],
      from: '2027-01-01',
    })
    const close = { household: hub.household, from: '2027-01-08', until: '2027-01-09', reason: 'Away' }
    await door.perform(closeNights, hub.carer, close)
    const seen = await nights()
    const shut = ['2026-12-31', '2027-01-01', '2027-01-03', '2027-01-08', '2027-01-09'].map(
      (night) => seen.get(night)?.shut,
    )
    expect(shut).toEqual([null, null, 'weekly_pattern', 'closure', null])
  })
})

describe('stays affected', () => {
  const affected = async (query: object, caller = hub.carer) =>
    (await door.look(staysAffectedList, caller, { household: hub.household, ...query })).stays

  test.each([
    [{ from: '2026-11-20', until: '2026-11-27' }, []],
    [{ from: '2026-11-28', until: '2026-11-29' }, ['2026-11-28']],
    [{ from: '2026-11-20', until: null }, ['2026-11-27', '2026-11-28']],
    [{ from: '2026-11-29', until: null }, []],
  ])('by nights off %o: %o', async (query, nights) => {
    expect((await affected(query)).flatMap((one) => one.nights)).toEqual(nights)
  })
  test('only those in the bed that goes', async () => {
    expect(await affected({ from: '2026-11-22', bed: hub.beds[0] })).toHaveLength(1)
    expect(await affected({ from: '2026-11-22', bed: hub.beds[1] })).toHaveLength(0)
  })
  test('names the child to the host, and to nobody who may not see them', async () => {
    const query = { from: '2026-11-27', until: '2026-11-28' }
    expect(await affected(query)).toMatchObject([{ stay, children: 1, names: ['Robin'] }])
    const neighbour = await givenHome(door, ours, { name: 'Neighbour', supervised: false })
    const { rows } = await database.owner.query(`select id from constellation where name = 'Plough'`)
    await insert('membership', {
      id: randomUUID(),
      service_id: ours.service,
      during: '[2026-01-01,)',
      constellation_id: rows[0].id,
      household_id: neighbour.household,
      part: 'satellite',
      recorded_at: 'now',
    })
    expect(await affected(query, neighbour.carer)).toMatchObject([{ children: 1, names: null }])
  })
})

test('an approval written down again keeps both versions of the past', async () => {
  const { household } = await givenHome(door, ours)
  const later = openDoor(database.app, () => new Date('2026-12-05T09:00:00Z'))
  const terms = { household, places: 1, ageMin: 0, ageMax: 4, sex: 'any', from: '2026-03-01' }
  await later.perform(recordApproval, lead(), terms)
  const places = async (query: object) =>
    (await later.look(householdRecord, lead(), { household, asAt: '2026-06-01', ...query })).approval?.places
  expect(await places({})).toBe(1)
  expect(await places({ knownOn: '2026-12-04' })).toBe(3)
  expect(await places({ knownOn: '2026-12-05' })).toBe(1)
  expect(await places({ knownOn: '2026-11-21' })).toBeUndefined()
})
