import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GivenHome, givenHome } from '../../tests/given/households.ts'
import { type GivenService, givenService, personOf } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { Forbidden, NotFound } from '../platform/refusals.ts'
import { households } from './module.ts'

let database: Database
let door: Door
let ours: GivenService
let home: GivenHome
let other: GivenHome
let foreign: GivenHome

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => new Date('2026-11-22T12:00:00Z'))
  ours = await givenService(database)
  home = await givenHome(door, ours)
  other = await givenHome(door, ours, { supervised: false })
  foreign = await givenHome(door, await givenService(database, 'Elsewhere'))
})
afterAll(() => database.close())

const problem = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (thrown: unknown) => thrown,
  )

describe('every action on a home', () => {
  const from = '2026-11-22'
  const inputs = (
    household: string,
    bed: string,
    person: string,
  ): Record<string, Record<string, unknown>> => ({
    'change-household': { name: 'Ash Cottage', kind: 'mainstream', household, from },
    'record-approval': { household, places: 2, ageMin: 0, ageMax: 10, sex: 'any', from },
    'record-check': { household, kind: 'dbs', expiresOn: '2029-11-22' },
    'add-bed': { household, room: 'Attic', name: 'Bed', from },
    'end-bed': { bed, from },
    'close-nights': { household, from, until: '2026-11-24', reason: 'Away' },
    'set-weekly-pattern': { household, openNights: [5, 6], from },
    'add-carer': { household, name: 'Somebody New', from },
    'end-carer': { household, person, from },
    'return-carer': { household, person, from },
    'assign-supervisor': { household, person: personOf(ours.callers.supervisingSocialWorker), from },
    'link-households': { kind: 'friendship', household, other: other.household, from },
  })
  const others = ['add-household', 'reopen-nights', 'unlink-households']
  const actions = households.actions.filter(({ name }) => !others.includes(name))
  const asked = (name: string, of: GivenHome) =>
    inputs(of.household, of.beds[0] ?? '', personOf(of.carer))[name]

  test.each(actions)('$name: another service’s home looks unknown', async (action) => {
    const lead = ours.callers.programmeLead
    expect(await problem(door.perform(action, lead, asked(action.name, foreign)))).toBeInstanceOf(NotFound)
    const nothing = { ...home, household: randomUUID(), beds: [randomUUID()] }
    expect(await problem(door.perform(action, lead, asked(action.name, nothing)))).toBeInstanceOf(NotFound)
  })

  test.each(actions)('$name: those who may only look are refused', async (action) => {
    for (const caller of [ours.callers.inspector, ours.callers.dutyWorker]) {
      expect(await problem(door.perform(action, caller, asked(action.name, home)))).toBeInstanceOf(Forbidden)
    }
  })

  test.each(actions)('$name: a stranger among the staff does not find the home', async (action) => {
    for (const caller of [ours.callers.childSocialWorker, ours.callers.recruitmentOfficer, other.carer]) {
      expect(await problem(door.perform(action, caller, asked(action.name, home)))).toBeInstanceOf(NotFound)
    }
  })

  const carers = ['close-nights', 'set-weekly-pattern']
  test.each(actions.filter(({ name }) => !carers.includes(name) && name !== 'link-households'))(
    '$name: a carer cannot do it to their own home',
    async (action) => {
      expect(await problem(door.perform(action, home.carer, asked(action.name, home)))).toBeInstanceOf(
        Forbidden,
      )
    },
  )
})
