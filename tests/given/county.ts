import type { PersonKey } from '../../seeds/county.ts'
import type { Caller } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import { type County, seed } from '../../src/seed.ts'

/** People of the county by the part they play in its stories. */
const PARTS = {
  /** Carer of the Kingfisher hub, Orchard End. */
  hubCarer: 'marian',
  /** Carer of Finn and Poppy, at Larch Cottage in Kingfisher. */
  satelliteCarer: 'josie',
  /** A grandmother who is a kinship foster carer, in Kingfisher. */
  kinshipCarer: 'bridget',
  /** A special guardian, in Kingfisher. */
  guardian: 'shazia',
  /** A new carer who comes to Kingfisher as a guest. */
  guestCarer: 'dominic',
  /** Carer of the hub of Skylark, which is forming. */
  formingHubCarer: 'grace',
  /** A carer who has not yet answered an invitation to Skylark. */
  invitedCarer: 'farida',
  /** A carer whose home is in no constellation. */
  lonelyCarer: 'maureen',
  /** The social worker of Finn and Poppy. */
  childSocialWorker: 'nadia',
  /** The supervising social worker of Larch Cottage and of the hub. */
  supervisingSocialWorker: 'tomasz',
  liaisonWorker: 'kingfisherLiaison',
  otherLiaisonWorker: 'skylarkLiaison',
} as const satisfies Record<string, PersonKey>

type Part = keyof typeof PARTS

export type GivenCounty = Omit<County, 'people'> & {
  /** Everybody, by their name in the county's story and by the part they play, as the caller they are. */
  people: Record<PersonKey | Part, Caller>
  operator: Caller
}

/** The imagined county in an empty test database, told from `anchor`. */
export async function givenCounty(database: Database, anchor = '2026-11-22'): Promise<GivenCounty> {
  const county = await seed(database, anchor)
  const { service } = county
  const caller = (person: string): Caller => ({ service, person, via: 'web' })
  const everybody = Object.entries(county.people).map(([key, id]) => [key, caller(id)])
  const parts = Object.entries(PARTS).map(([part, key]) => [part, caller(county.people[key])])
  const people: GivenCounty['people'] = Object.fromEntries([...everybody, ...parts])
  return { ...county, people, operator: { service, person: null, via: 'cli' } }
}
