import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GivenHome, givenHome } from '../../tests/given/households.ts'
import { type GivenService, givenPerson, givenService, personOf } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import type { Database } from '../platform/database.ts'
import { type Door, openDoor } from '../platform/door.ts'
import { BadInput, Forbidden, NotFound, Refusal } from '../platform/refusals.ts'
import { addBed } from './add-bed.ts'
import { addCarer } from './add-carer.ts'
import { addHousehold } from './add-household.ts'
import { assignSupervisor } from './assign-supervisor.ts'
import { changeHousehold } from './change-household.ts'
import { closeNights } from './close-nights.ts'
import { endBed } from './end-bed.ts'
import { endCarer } from './end-carer.ts'
import { householdRecord } from './household-record.ts'
import { linkHouseholds } from './link-households.ts'
import { recordApproval } from './record-approval.ts'
import { recordCheck } from './record-check.ts'
import { reopenNights } from './reopen-nights.ts'
import { returnCarer } from './return-carer.ts'
import { setWeeklyPattern } from './set-weekly-pattern.ts'
import { unlinkHouseholds } from './unlink-households.ts'

const now = () => new Date('2026-11-22T12:00:00Z')
let database: Database
let door: Door
let ours: GivenService
let theirs: GivenService
let home: GivenHome
let other: GivenHome

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, now)
  await database.owner.query(
    `insert into place_position (place, level, lat, lon) values ('GL1 1', 'sector', 51.8632, -2.2439)`,
  )
  ours = await givenService(database)
  theirs = await givenService(database, 'Elsewhere')
  home = await givenHome(door, ours, { name: 'Ash Cottage' })
  other = await givenHome(door, ours, { name: 'Beech House', supervised: false })
})
afterAll(() => database.close())

const record = (household: string, asAt?: string) =>
  door.look(householdRecord, ours.callers.programmeLead, { household, asAt })
const details = { name: 'Ash Cottage', kind: 'mainstream' }

async function problem(work: Promise<unknown>): Promise<Error> {
  try {
    await work
  } catch (thrown) {
    if (thrown instanceof Error) return thrown
  }
  throw new Error('It was done, and should not have been')
}
const issues = async (work: Promise<unknown>) => {
  const thrown = await problem(work)
  return thrown instanceof BadInput
    ? Object.fromEntries(thrown.issues.map((one) => [one.field, one.message]))
    : thrown
}

describe('add-household', () => {
  const input = { reference: 'H-77', name: 'Cedar Lodge', kind: 'kinship', from: '2026-11-01' }

  test('keeps what is known, and finds the position as near as it can', async () => {
    const { household } = await door.perform(addHousehold, ours.callers.programmeLead, {
      ...input,
      postcode: ' gl11jy ',
      pets: 'dog, two cats,, dog',
      smoker: 'no',
      languages: ['English', 'Polish'],
      cultures: 'Polish, Roman Catholic',
      canBeHub: '',
    })
    const { details, reference } = await record(household)
    expect(reference).toBe('H-77')
    expect(details).toMatchObject({
      name: 'Cedar Lodge',
      kind: 'kinship',
      postcode: 'GL1 1JY',
      lat: 51.8632,
      lon: -2.2439,
      positionFrom: 'sector',
      pets: ['dog', 'two cats'],
      smoker: false,
      languages: ['English', 'Polish'],
      cultures: ['Polish', 'Roman Catholic'],
      canBeHub: null,
      adultHomeFullTime: null,
      from: '2026-11-01',
    })
  })

  test('a reference is used once in a service, and may be used in another', async () => {
    const again = await problem(door.perform(addHousehold, ours.callers.programmeLead, input))
    expect(again).toBeInstanceOf(Refusal)
    expect(again.message).toContain('not in use')
    await door.perform(addHousehold, theirs.callers.programmeLead, input)
  })

  test('a postcode nobody knows is kept; what cannot be a postcode is asked again', async () => {
    const lead = ours.callers.programmeLead
    const { household } = await door.perform(addHousehold, lead, {
      ...input,
      reference: 'H-78',
      postcode: 'PO5 1XW',
    })
    expect((await record(household)).details).toMatchObject({
      postcode: 'PO5 1XW',
      lat: null,
      positionFrom: 'none',
    })
    expect(
      await issues(door.perform(addHousehold, lead, { ...input, reference: 'H-79', postcode: 'Ash Lane' })),
    ).toEqual({
      postcode: 'Enter a full postcode, like GL1 1JY, or leave it empty',
    })
  })

  test('a supervising social worker supervises the home they add, and can open it at once', async () => {
    const ssw = ours.callers.supervisingSocialWorker
    const later = { ...input, reference: 'H-80', from: '2027-01-01' }
    const { household } = await door.perform(addHousehold, ssw, later)
    const seen = await door.look(householdRecord, ssw, { household })
    expect(seen.supervisor?.id).toBe(personOf(ssw))
    expect(seen).toMatchObject({ sees: 'whole', name: 'Cedar Lodge', details: null })
  })

  test('a child’s social worker cannot', async () => {
    const adding = door.perform(addHousehold, ours.callers.childSocialWorker, { ...input, reference: 'H-81' })
    expect(await problem(adding)).toBeInstanceOf(Forbidden)
  })
})

describe('change-household', () => {
  test('a change keeps yesterday; a correction changes the past and what was known stays readable', async () => {
    const { household } = await givenHome(door, ours, { from: '2020-01-06', pets: ['dog'] })
    const lead = ours.callers.programmeLead
    const named = { name: 'The home', kind: 'mainstream', household }
    await door.perform(changeHousehold, lead, { ...named, pets: ['dog', 'cat'], from: '2026-06-01' })
    expect((await record(household, '2026-05-31')).details?.pets).toEqual(['dog'])
    expect((await record(household, '2026-06-01')).details?.pets).toEqual(['dog', 'cat'])

    const later = openDoor(database.app, () => new Date('2026-12-01T12:00:00Z'))
    await later.perform(changeHousehold, lead, { ...named, pets: ['parrot'], from: '2020-01-06' })
    expect((await record(household, '2024-01-01')).details?.pets).toEqual(['parrot'])
    const asKnown = { household, asAt: '2024-01-01', knownOn: '2026-11-30' }
    expect((await later.look(householdRecord, lead, asKnown)).details?.pets).toEqual(['dog'])
  })

  test('a position given by the register stays while the postcode does', async () => {
    const { household } = await givenHome(door, ours, { postcode: 'GL1 1GP' })
    await database.owner.query(
      `update household_detail set lat = 51.9, lon = -2.3, position_from = 'register' where household_id = $1`,
      [household],
    )
    const change = (postcode: string) =>
      door.perform(changeHousehold, ours.callers.programmeLead, {
        ...details,
        household,
        postcode,
        from: '2026-11-22',
      })
    await change('gl1 1gp')
    expect((await record(household)).details).toMatchObject({ lat: 51.9, positionFrom: 'register' })
    await change('GL1 1FB')
    expect((await record(household)).details).toMatchObject({ lat: 51.8632, positionFrom: 'sector' })
  })
})

describe('record-approval', () => {
  const terms = { places: 2, ageMin: 0, ageMax: 10, sex: 'female' }
  const approve = (household: string, input: object) =>
    door.perform(recordApproval, ours.callers.fosteringManager, { household, ...terms, ...input })

  test('the last day is the last day approved, and earlier terms do not come back after it', async () => {
    const { household } = await givenHome(door, ours)
    await approve(household, { from: '2026-01-01', lastDay: '2026-12-31' })
    expect((await record(household, '2025-12-31')).approval).toMatchObject({
      places: 3,
      lastDay: '2025-12-31',
    })
    expect((await record(household, '2026-12-31')).approval).toMatchObject({
      places: 2,
      lastDay: '2026-12-31',
    })
    expect((await record(household, '2027-01-01')).approval).toBeNull()
  })

  test('terms of the past can be put right without touching later ones', async () => {
    const { household } = await givenHome(door, ours, { places: 0 })
    await approve(household, { from: '2020-01-01', lastDay: '2022-12-31' })
    await approve(household, { from: '2024-01-01', places: 1 })
    await approve(household, { from: '2020-01-01', lastDay: '2021-12-31', places: 3 })
    const places = async (day: string) => (await record(household, day)).approval?.places ?? null
    expect(await places('2021-12-31')).toBe(3)
    expect(await places('2022-06-01')).toBeNull()
    expect(await places('2024-01-01')).toBe(1)
  })

  test('says what is wrong at the field', async () => {
    const wrong = approve(home.household, { from: '2026-02-30', ageMin: 11, ageMax: 10, places: '99' })
    expect(Object.keys((await issues(wrong)) as object)).toEqual(['places', 'from', 'ageMax'])
    expect(
      await issues(approve(home.household, { from: '2026-01-02', lastDay: '2026-01-01', ageMin: 11 })),
    ).toEqual({
      ageMax: 'The oldest age must be the youngest age or more',
      lastDay: 'The last day must be the first day or later',
    })
  })
})

describe('record-check', () => {
  test('a renewal takes over from its day on', async () => {
    const { household } = await givenHome(door, ours, { checksUntil: '2026-11-21' })
    const dbs = async (day: string) =>
      (await record(household, day)).checks?.find((check) => check.kind === 'dbs')?.state
    expect(await dbs('2026-11-22')).toBe('run_out')
    await door.perform(recordCheck, ours.callers.supervisingSocialWorker, {
      household,
      kind: 'dbs',
      expiresOn: '2029-11-21',
    })
    expect(await dbs('2026-11-22')).toBe('in_date')
    expect(await dbs('2026-11-21')).toBe('due')
  })

  test('without a recorded review the next one is due twelve months after approval', async () => {
    const { household } = await givenHome(door, ours, { from: '2026-03-10', checksUntil: null })
    const { nextReview, checks } = await record(household)
    expect(nextReview).toBe('2027-03-10')
    expect(checks?.map(({ state }) => state)).toEqual(['missing', 'missing', 'in_date', 'missing', 'missing'])
  })
})

describe('beds', () => {
  test('a bed is there from its day until it ends, and was never there when ended from its first day', async () => {
    const { household } = await givenHome(door, ours, { beds: 0 })
    const lead = ours.callers.programmeLead
    const bed = { household, room: 'Back bedroom', name: 'Bunk', from: '2026-12-01' }
    const first = await door.perform(addBed, lead, bed)
    const again = await problem(door.perform(addBed, lead, { ...bed, room: 'back bedroom', name: 'bunk' }))
    expect(again).toMatchObject({ field: 'name' })
    await door.perform(endBed, lead, { bed: first.bed, from: '2027-01-01' })
    const beds = async (day: string) => (await record(household, day)).beds.map((one) => one.name)
    expect(await beds('2026-12-31')).toEqual(['Bunk'])
    expect(await beds('2027-01-01')).toEqual([])
    expect(await problem(door.perform(endBed, lead, { bed: first.bed, from: '2027-02-01' }))).toBeInstanceOf(
      Refusal,
    )
    await door.perform(endBed, lead, { bed: first.bed, from: '2026-12-01' })
    expect(await beds('2026-12-15')).toEqual([])
  })
})

describe('nights off', () => {
  test('a carer closes nights at their own home and opens them again', async () => {
    const given = await givenHome(door, ours)
    const { household, carer } = given
    const close = { household, from: '2026-12-24', until: '2026-12-27', reason: 'Family here' }
    const { closure } = await door.perform(closeNights, carer, close)
    expect((await record(household)).closures).toEqual([
      { id: closure, from: '2026-12-24', until: '2026-12-27', reason: 'Family here' },
    ])
    expect(await problem(door.perform(reopenNights, home.carer, { closure }))).toBeInstanceOf(NotFound)
    await door.perform(reopenNights, carer, { closure })
    expect((await record(household)).closures).toEqual([])
    expect(await problem(door.perform(reopenNights, carer, { closure }))).toBeInstanceOf(NotFound)
  })

  test('nights that have passed stay off', async () => {
    const { household, carer } = await givenHome(door, ours)
    const close = { household, from: '2026-11-20', until: '2026-11-30', reason: 'Away' }
    const { closure } = await door.perform(closeNights, carer, close)
    await door.perform(reopenNights, carer, { closure })
    expect((await record(household, '2026-11-20')).closures).toMatchObject([
      { from: '2026-11-20', until: '2026-11-22' },
    ])
    expect((await record(household)).closures).toEqual([])
  })

  test('must end after they begin', async () => {
    const close = { household: home.household, from: '2026-12-24', until: '2026-12-24', reason: 'Away' }
    expect(await issues(door.perform(closeNights, home.carer, close))).toEqual({
      until: 'The first night open again must be after the first night off',
    })
  })

  test.each([
    [
      ['5', '6', '5'],
      [5, 6],
    ],
    ['6,5', [5, 6]],
    [[], []],
  ])('nights of the week typed as %o are kept as %o', async (openNights, kept) => {
    await door.perform(setWeeklyPattern, other.carer, {
      household: other.household,
      openNights,
      from: '2026-11-22',
    })
    expect((await record(other.household)).openNights).toEqual(kept)
  })

  test('no answer is not taken for no night', async () => {
    const wrong = door.perform(setWeeklyPattern, other.carer, {
      household: other.household,
      from: '2026-11-22',
    })
    expect(Object.keys((await issues(wrong)) as object)).toEqual(['openNights'])
    const eighth = { household: other.household, openNights: [8], from: '2026-11-22' }
    expect(await problem(door.perform(setWeeklyPattern, other.carer, eighth))).toBeInstanceOf(BadInput)
  })
})

describe('carers and their social worker', () => {
  test('an address signs one person in, whichever service they are of', async () => {
    await givenPerson(database, theirs.service, { name: 'Taken', kind: 'carer', email: 'taken@example.org' })
    const lead = ours.callers.programmeLead
    const carer = {
      household: home.household,
      name: 'Asha Lin',
      email: 'Taken@Example.org',
      from: '2026-11-22',
    }
    expect(await problem(door.perform(addCarer, lead, carer))).toMatchObject({ field: 'email' })
    expect((await record(home.household)).carers).toHaveLength(1)
  })

  test('a carer leaves and comes back', async () => {
    const { household, carer } = await givenHome(door, ours)
    const lead = ours.callers.programmeLead
    const person = personOf(carer)
    await door.perform(endCarer, lead, { household, person, from: '2026-11-01' })
    expect(await record(household)).toMatchObject({
      carers: [],
      otherCarers: [{ id: person, until: '2026-11-01' }],
    })
    expect((await record(household, '2026-10-31')).carers).toHaveLength(1)
    expect(
      await problem(door.perform(endCarer, lead, { household, person, from: '2026-11-10' })),
    ).toBeInstanceOf(NotFound)
    expect(await problem(door.look(householdRecord, carer, { household }))).toBeInstanceOf(NotFound)
    await door.perform(returnCarer, lead, { household, person, from: '2026-11-22' })
    expect(await door.look(householdRecord, carer, { household })).toMatchObject({ sees: 'whole' })
  })

  test('only somebody who was a carer of this very home can come back to it', async () => {
    const back = { household: home.household, person: personOf(other.carer), from: '2026-11-22' }
    expect(await problem(door.perform(returnCarer, ours.callers.programmeLead, back))).toBeInstanceOf(
      NotFound,
    )
  })

  test('a home has one supervising social worker, who holds that role', async () => {
    const { household } = await givenHome(door, ours)
    const lead = ours.callers.programmeLead
    const second = await givenPerson(database, ours.service, {
      name: 'Marek Dunne',
      kind: 'staff',
      email: 'second@example.org',
      role: 'supervising_social_worker',
    })
    await door.perform(assignSupervisor, lead, { household, person: personOf(second), from: '2026-11-22' })
    expect((await record(household)).supervisor?.id).toBe(personOf(second))
    expect((await record(household, '2026-11-21')).supervisor?.id).toBe(
      personOf(ours.callers.supervisingSocialWorker),
    )
    const wrong = { household, person: personOf(ours.callers.liaisonWorker), from: '2026-11-22' }
    expect(await problem(door.perform(assignSupervisor, lead, wrong))).toMatchObject({ field: 'person' })
  })
})

describe('homes linked', () => {
  const from = '2026-11-22'
  test('friends, from either side, until it ends', async () => {
    const [one, two] = [await givenHome(door, ours), await givenHome(door, ours, { name: 'Willow End' })]
    const lead = ours.callers.programmeLead
    const link = { kind: 'friendship', household: one.household, other: two.household, from }
    await door.perform(linkHouseholds, lead, link)
    await door.perform(linkHouseholds, lead, { ...link, household: two.household, other: one.household })
    expect((await record(one.household)).links).toMatchObject([
      { household: two.household, name: 'Willow End' },
    ])
    await door.perform(unlinkHouseholds, lead, { ...link, from: '2026-12-01' })
    expect((await record(two.household, '2026-11-30')).links).toHaveLength(1)
    expect((await record(two.household, '2026-12-01')).links).toEqual([])
  })

  test('homes are kept apart by somebody, and a home not from itself', async () => {
    const lead = ours.callers.programmeLead
    const link = { kind: 'keep_apart', household: home.household, other: other.household, from }
    expect(Object.keys((await issues(door.perform(linkHouseholds, lead, link))) as object)).toEqual([
      'orderedBy',
    ])
    const itself = { ...link, orderedBy: 'court', other: home.household }
    expect(await problem(door.perform(linkHouseholds, lead, itself))).toMatchObject({ field: 'other' })
  })

  test('who is kept apart is seen only by those who answer for the service; a carer is not told', async () => {
    const [one, two] = [await givenHome(door, ours), await givenHome(door, ours)]
    const lead = ours.callers.programmeLead
    const link = {
      kind: 'keep_apart',
      household: one.household,
      other: two.household,
      from,
      orderedBy: 'court',
    }
    await door.perform(linkHouseholds, lead, { ...link, reason: 'See file' })
    expect((await record(one.household)).links).toMatchObject([{ orderedBy: 'court', reason: 'See file' }])
    const seen = await door.look(householdRecord, one.carer, { household: one.household })
    expect(seen).toMatchObject({ links: [], can: { seeKeptApart: false } })
    // The supervising social worker cannot see the order, and still a new one takes its place.
    const newer = { ...link, orderedBy: 'advisory' }
    await door.perform(linkHouseholds, ours.callers.supervisingSocialWorker, newer)
    expect((await record(one.household)).links).toMatchObject([{ orderedBy: 'advisory' }])
  })
})
