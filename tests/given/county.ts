import pg from 'pg'
import { inject } from 'vitest'
import type { PersonKey } from '../../seeds/county.ts'
import type { Caller } from '../../src/platform/actor.ts'
import { type Database, openDatabase } from '../../src/platform/database.ts'
import { type County, seed } from '../../src/seed.ts'
import { copyOf } from '../harness/database.ts'
import { countyOf, urlOf } from '../harness/url.ts'

/** The day the tests' county is told from: a Sunday. */
export const COUNTY_DAY = '2026-11-22'

/** A moment of that day at which everything the county tells of has happened. */
export const COUNTY_NOW = new Date('2026-11-22T10:00:00Z')

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

export type GivenCounty = Omit<County, 'people'> & {
  /** Everybody, by their name in the county's story and by the part they play, as the caller they are. */
  people: Record<PersonKey | keyof typeof PARTS, Caller>
  operator: Caller
}

/** The imagined county in an empty test database, told from `anchor`. */
export const givenCounty = async (database: Database, anchor = COUNTY_DAY): Promise<GivenCounty> =>
  withCallers(await seed(database, anchor))

/**
 * A database of a test file's own with the imagined county in it, told from `COUNTY_DAY`; close it in `afterAll`.
 * The first file that asks fills a pattern and the others copy it, so the first may take its time: give the hook
 * `COUNTY_TIMEOUT`.
 */
export async function countyDatabase(): Promise<{ database: Database; county: GivenCounty }> {
  const { url, template } = inject('server')
  const told = await filledOnce(url, countyOf(template), template)
  return { database: await copyOf(countyOf(template)), county: withCallers(told) }
}

export const COUNTY_TIMEOUT = 120_000

/** Fills the pattern unless another file has; what its ids are is written on it. */
async function filledOnce(server: string, pattern: string, template: string): Promise<County> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [pattern])
    const { rows } = await client.query<{ told: string | null }>(
      `select shobj_description(oid, 'pg_database') as told from pg_database where datname = $1`,
      [pattern],
    )
    if (rows[0]?.told) return JSON.parse(rows[0].told)
    await client.query(`drop database if exists ${pattern}`)
    await client.query(`create database ${pattern} template ${template}`)
    const database = await openDatabase({ url: urlOf(server, pattern), migrate: false })
    const county = await seed(database, COUNTY_DAY).finally(() => database.close())
    await client.query(`comment on database ${pattern} is ${client.escapeLiteral(JSON.stringify(county))}`)
    return county
  } finally {
    await client.end()
  }
}

function withCallers(county: County): GivenCounty {
  const { service } = county
  const caller = (person: string): Caller => ({ service, person, via: 'web' })
  const everybody = Object.entries(county.people).map(([key, id]) => [key, caller(id)])
  const parts = Object.entries(PARTS).map(([part, key]) => [part, caller(county.people[key])])
  const people: GivenCounty['people'] = Object.fromEntries([...everybody, ...parts])
  return { ...county, people, operator: { service, person: null, via: 'cli' } }
}
