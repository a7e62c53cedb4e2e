import { createHash } from 'node:crypto'
import type { Caller } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import { FAMILIES, type Family, type ServiceName } from './markers.ts'
import { familyRows } from './world-family.ts'
import { planRows } from './world-plans.ts'
import { STAFF, serviceRows } from './world-service.ts'
import { stayRows } from './world-stays.ts'

/** The moment everything in the house tests happens at: a Sunday morning. */
export const NOW = new Date('2026-11-22T10:00:00Z')

/** An id for a thing by its name, the same in every run: `idOf('north mine child')`. */
export function idOf(name: string): string {
  const hex = createHash('md5').update(name).digest('hex')
  return [0, 8, 12, 16, 20].map((at, n) => hex.slice(at, [8, 12, 16, 20, 32][n])).join('-')
}

export type Row = { table: string; values: Record<string, unknown> }

const SERVICES: ServiceName[] = ['north', 'south']

/** What other rows point at, before what points at it. */
const FIRST = [
  'service',
  'person',
  'household',
  'child',
  'constellation',
  'bed',
  'exemption',
  'care_card',
  'task',
  'stay_series',
  'stay',
  'plan',
]
const order = ({ table }: Row) => (FIRST.indexOf(table) + FIRST.length + 1) % (FIRST.length + 1)

/**
 * Two services that must never see each other, each with five homes, written straight into the tables so that every
 * free text of every table says whose it is (`markers.ts`). The closest thing to a database full of other people.
 */
export async function fillWorld(database: Database): Promise<void> {
  const rows = SERVICES.flatMap((service) => [
    ...serviceRows(service),
    ...FAMILIES.flatMap((family) => familyRows(service, family)),
    ...stayRows(service),
    ...planRows(service),
  ])
  for (const { table, values } of rows.sort((a, b) => order(a) - order(b))) {
    const columns = Object.keys(values)
      .map((column) => `"${column}"`)
      .join(', ')
    await database.owner
      .query(
        `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_record(null::"${table}", $1::jsonb)`,
        [JSON.stringify(values)],
      )
      .catch((error) => {
        throw new Error(`${table} ${JSON.stringify(values)}: ${error.message}`)
      })
  }
}

/** The carer of a family, as they sign in. */
export const carerOf = (service: ServiceName, family: Family): Caller => ({
  service: idOf(service),
  person: idOf(`${service} ${family} carer`),
  via: 'web',
})

/** A member of staff by role; `operator` is whoever sits at the machine. */
export const staffOf = (service: ServiceName, role: (typeof STAFF)[number] | 'operator'): Caller =>
  role === 'operator'
    ? { service: idOf(service), person: null, via: 'cli' }
    : { service: idOf(service), person: idOf(`${service} ${role}`), via: 'web' }

/** Everybody of a service, by what they are: `mine carer`, `liaison_worker`. */
export function everybodyOf(service: ServiceName): [string, Caller][] {
  return [
    ...FAMILIES.map((family): [string, Caller] => [`${family} carer`, carerOf(service, family)]),
    ...STAFF.map((role): [string, Caller] => [role, staffOf(service, role)]),
    ['operator', staffOf(service, 'operator')],
  ]
}
