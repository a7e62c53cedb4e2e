import { randomUUID } from 'node:crypto'
import { addChild } from '../../src/children/add-child.ts'
import { assignChildWorker } from '../../src/children/assign-child-worker.ts'
import { giveConsent } from '../../src/children/give-consent.ts'
import type { Caller } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { givenHome } from './households.ts'
import { givenService, personOf } from './service.ts'

type NewChild = {
  household: string
  reference?: string
  firstName?: string
  lastName?: string
  dob?: string
  sex?: 'F' | 'M' | 'U'
  legalStatus?: string
  placedFrom?: string
  /** The child's social worker, from the day the child came. */
  worker?: Caller
}

/** A child at a home since 2025, nine years old and under a full care order unless said. Gives the child's id. */
export async function givenChild(door: Door, as: Caller, { worker, ...child }: NewChild): Promise<string> {
  const placedFrom = child.placedFrom ?? '2025-01-06'
  const added = await door.perform(addChild, as, {
    reference: `C-${randomUUID().slice(0, 8)}`,
    firstName: 'Ellis',
    lastName: 'Marlowe',
    dob: '2017-03-14',
    sex: 'M',
    legalStatus: 'C2',
    ...child,
    placedFrom,
  })
  if (worker) {
    const assigned = { child: added.child, person: personOf(worker), from: placedFrom }
    await door.perform(assignChildWorker, as, assigned)
  }
  return added.child
}

type NewConsent = { item?: string; decision?: string; from?: string; until?: string | null }

/** Consent for one item of a child's care: overnight stays, agreed since 2025, unless said. Gives its id. */
export async function givenConsent(door: Door, as: Caller, child: string, consent: NewConsent = {}) {
  const { consent: id } = await door.perform(giveConsent, as, {
    child,
    item: 'overnight_stay',
    decision: 'agreed',
    basis: 'delegated_authority',
    givenBy: 'Ashcombe Council',
    from: '2025-01-06',
    ...consent,
  })
  return id
}

/** A service with two homes, a child in the first, the child's social worker, and a service that knows nothing of it. */
export async function givenFamily(database: Database, door: Door) {
  const given = await givenService(database)
  const home = await givenHome(door, given, { name: 'Larkrise' })
  const otherHome = await givenHome(door, given, { name: 'Millbrook' })
  const worker = given.callers.childSocialWorker
  const child = await givenChild(door, given.callers.programmeLead, { household: home.household, worker })
  const stranger = await givenService(database, 'Elsewhere')
  return { ...given, home, otherHome, worker, child, stranger }
}

/** How many audit rows of a kind a service has about an id. Read by the owner: nobody else may. */
export async function auditRows(database: Database, action: string, outcome: string, about: string) {
  const { rows } = await database.owner.query(
    'select subject from audit where action = $1 and outcome = $2 and subject::text like $3',
    [action, outcome, `%${about}%`],
  )
  return rows.length
}
