import { afterAll, beforeAll, expect, test } from 'vitest'
import { personOf } from '../../tests/given/service.ts'
import { type GivenWeekend, givenWeekend } from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { careCard } from '../children/care-card.ts'
import { giveConsent } from '../children/give-consent.ts'
import { openDoor } from '../door.ts'
import { householdRecord } from '../households/household-record.ts'
import type { Role } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { NotFound, Refusal } from '../platform/refusals.ts'
import { addPerson } from './add-person.ts'
import { endRole } from './end-role.ts'
import { giveRole } from './give-role.ts'

let database: Database
let door: Door
let given: GivenWeekend
beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => new Date('2026-11-22T10:00:00Z'))
  given = await givenWeekend(database, door)
})
afterAll(() => database?.close())

const TODAY = '2026-11-22'

test('nobody gives themselves a role', async () => {
  const { fosteringManager, programmeLead } = given.callers
  const role = { person: personOf(fosteringManager), role: 'team_manager', from: TODAY }
  await expect(door.perform(giveRole, fosteringManager, role)).rejects.toThrow(/cannot give yourself/)
  await door.perform(giveRole, programmeLead, role)
})

test('a role that ends before it starts is refused in words', async () => {
  const lead = given.callers.programmeLead
  for (const until of ['2026-11-20', TODAY]) {
    const days = { role: 'coach', from: TODAY, until }
    const person = personOf(given.worker)
    await expect(door.perform(addPerson, lead, { ...days, name: 'Isla Frost' })).rejects.toThrow(Refusal)
    await expect(door.perform(giveRole, lead, { ...days, person })).rejects.toThrow(Refusal)
  }
})

test('who no longer holds the role sees the children and homes of it no more', async () => {
  const { worker, callers, brother, home } = given
  const supervisor = callers.supervisingSocialWorker
  const end = (person: string, role: Role) =>
    door.perform(endRole, callers.programmeLead, { person, role, from: TODAY })
  const sees = { child: brother }

  await door.look(careCard, worker, sees)
  await end(personOf(worker), 'child_social_worker')
  await expect(door.look(careCard, worker, sees)).rejects.toThrow(NotFound)
  const agreed = { item: 'haircut', decision: 'agreed', basis: 'responsible_authority', from: TODAY }
  await expect(
    door.perform(giveConsent, worker, { ...sees, ...agreed, givenBy: 'Nadia Fernsby' }),
  ).rejects.toThrow(NotFound)

  await door.look(careCard, supervisor, sees)
  await door.look(householdRecord, supervisor, { household: home.household })
  await end(personOf(supervisor), 'supervising_social_worker')
  await expect(door.look(careCard, supervisor, sees)).rejects.toThrow(NotFound)
  await expect(door.look(householdRecord, supervisor, { household: home.household })).rejects.toThrow(
    NotFound,
  )

  const liaison = callers.liaisonWorker
  await door.look(careCard, liaison, sees)
  await end(personOf(liaison), 'liaison_worker')
  await expect(door.look(careCard, liaison, sees)).rejects.toThrow(NotFound)
})
