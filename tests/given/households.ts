import { randomUUID } from 'node:crypto'
import { addBed } from '../../src/households/add-bed.ts'
import { addCarer } from '../../src/households/add-carer.ts'
import { addHousehold } from '../../src/households/add-household.ts'
import { assignSupervisor } from '../../src/households/assign-supervisor.ts'
import { recordApproval } from '../../src/households/record-approval.ts'
import { recordCheck } from '../../src/households/record-check.ts'
import type { Caller } from '../../src/platform/actor.ts'
import type { Door } from '../../src/platform/door.ts'
import { type GivenService, personOf } from './service.ts'

export type NewHome = {
  name?: string
  reference?: string
  from?: string
  postcode?: string
  pets?: string[]
  adultHomeFullTime?: boolean
  canBeHub?: boolean
  /** How many beds, each in a bedroom of its own. */
  beds?: number
  /** How many children the home is approved for; 0 leaves it without an approval. */
  places?: number
  ageMin?: number
  ageMax?: number
  sex?: 'any' | 'female' | 'male'
  lastDay?: string
  /** The last day of every check; null leaves the home without. */
  checksUntil?: string | null
  supervised?: boolean
}

export type GivenHome = { household: string; beds: string[]; carer: Caller; name: string; reference: string }

const CHECKS = ['dbs', 'medical', 'review', 'allergy_training', 'first_aid']

/**
 * A home through the real actions: approved for three of any age since 2020, two beds, every check good until
 * November 2027, one carer who can sign in, supervised by the service's supervising social worker.
 */
export async function givenHome(
  door: Door,
  { callers, service }: GivenService,
  home: NewHome = {},
): Promise<GivenHome> {
  const lead = callers.programmeLead
  const reference = home.reference ?? `H-${randomUUID().slice(0, 8)}`
  const name = home.name ?? `The ${reference} home`
  const from = home.from ?? '2020-01-06'
  const { postcode, pets, adultHomeFullTime, canBeHub } = home
  const { household } = await door.perform(addHousehold, lead, {
    reference,
    name,
    kind: 'mainstream',
    from,
    postcode,
    pets,
    adultHomeFullTime,
    canBeHub,
  })
  const { places = 3, ageMin = 0, ageMax = 17, sex = 'any', lastDay } = home
  if (places > 0) {
    await door.perform(recordApproval, lead, { household, places, ageMin, ageMax, sex, from, lastDay })
  }
  const expiresOn = home.checksUntil === undefined ? '2027-11-22' : home.checksUntil
  for (const kind of expiresOn === null ? [] : CHECKS) {
    await door.perform(recordCheck, lead, { household, kind, expiresOn, from })
  }
  const beds: string[] = []
  for (let number = 1; number <= (home.beds ?? 2); number++) {
    const bed = { household, room: `Bedroom ${number}`, name: `Bed ${number}`, from }
    beds.push((await door.perform(addBed, lead, bed)).bed)
  }
  if (home.supervised !== false) {
    const person = personOf(callers.supervisingSocialWorker)
    await door.perform(assignSupervisor, lead, { household, person, from })
  }
  const email = `carer-${randomUUID().slice(0, 8)}@example.org`
  const { person } = await door.perform(addCarer, lead, { household, name: `Carer of ${name}`, email, from })
  return { household, beds, carer: { service, person, via: 'web' }, name, reference }
}
