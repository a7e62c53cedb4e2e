import { homes } from '../../seeds/county.ts'
import { service } from '../../seeds/service.ts'
import { listServices } from '../access/services.ts'
import type { Database } from '../platform/database.ts'
import { seed } from '../seed.ts'
import type { Day } from '../values/london.ts'
import { everyChild } from './children.ts'

/** Fills an empty database with the imagined county and says so in one line; leaves any other as it is. */
export async function fillForDemo(
  database: Database,
  today: Day,
  log: (line: string) => void,
): Promise<void> {
  if ((await listServices(database.owner)).length > 0) return
  const began = performance.now()
  await seed(database, today)
  log(sayFilled(performance.now() - began))
}

/** What was filled, and how long it took. */
export const sayFilled = (milliseconds: number): string =>
  `${service.name} is there: an imagined county of ${Object.keys(homes).length} homes and ${everyChild.length} children (${(milliseconds / 1000).toFixed(1)} s)`
