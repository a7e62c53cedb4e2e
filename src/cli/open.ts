import { listServices, type Service, serviceOf } from '../access/services.ts'
import { readConfig } from '../config.ts'
import { openDoor } from '../door.ts'
import type { Caller } from '../platform/actor.ts'
import { type Database, openDatabase } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { Stop, tell } from './say.ts'

/** What a command works with: the database a running server may share, and the door to it. */
export type Opened = { database: Database; door: Door; now: () => Date }

/** Who a command acts as: a person, or the operator of a service. */
export type Who = { as?: string | undefined; service?: string | undefined }

/** Opens and migrates the database, does the work, and closes it whatever happens. */
export async function opened<T>(work: (open: Opened) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, log: tell })
  try {
    const now = () => new Date()
    return await work({ database, door: openDoor(database.app, now), now })
  } finally {
    await database.close()
  }
}

/** Whom a command acts as. Throws a sentence when that cannot be told. */
export async function callerOf({ database }: Opened, { as, service }: Who): Promise<Caller> {
  if (as !== undefined) {
    const its = await serviceOf(database.owner, as)
    if (!its) throw new Stop(`Nobody has the id ${as}. "constellation people" lists who there is.`)
    return { service: its, person: as.toLowerCase(), via: 'cli' }
  }
  return operatorOf(await theService(database, service))
}

export const operatorOf = ({ id }: { id: string }): Caller => ({ service: id, person: null, via: 'cli' })

/** The service of this name or id, or the only one there is. */
export async function theService(database: Database, named: string | undefined): Promise<Service> {
  const services = await listServices(database.owner)
  const [first] = services
  if (!first) {
    throw new Stop(
      'There is no service yet. Import a register, or make one: constellation service create --name NAME --duty-phone NUMBER',
    )
  }
  if (named === undefined) {
    if (services.length === 1) return first
    const names = services.map(({ name }) => `"${name}"`).join(', ')
    throw new Stop(`Say which service, with --service: ${names}.`)
  }
  const found = services.find(({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase())
  if (!found) throw new Stop(`There is no service "${named}".`)
  return found
}
