import { listServices } from './access/services.ts'
import type { Caller } from './platform/actor.ts'
import type { Database } from './platform/database.ts'
import type { Door } from './platform/door.ts'
import { alertLate } from './sleepovers/alert-late.ts'
import { alertTooLong } from './sleepovers/alert-too-long.ts'
import { staysByTheClock } from './sleepovers/lists.ts'
import { turnOver } from './sleepovers/turn-over.ts'

/**
 * One round of what happens by the clock, for every service: through the door like everything else, so each step asks
 * permission, is one transaction and leaves its audit row. Every step may be done twice, by two servers at once, and
 * counts once. What fails is reported, and the rest is done all the same.
 */
export async function doByTheClock(
  database: Pick<Database, 'owner'>,
  door: Door,
  report: (fault: unknown) => void,
): Promise<void> {
  const tried = (work: Promise<unknown>) => work.catch(report)
  for (const { id: service } of await listServices(database.owner)) {
    const clock: Caller = { service, person: null, via: 'clock' }
    const found = () => door.look(staysByTheClock, clock, {})
    await tried(
      found().then(async ({ turnOver: due }) => {
        for (const stay of due) await tried(door.perform(turnOver, clock, { stay }))
      }),
    )
    // Looked at anew: nights that have just begun by the clock may be over by now, and their children late.
    await tried(
      found().then(async ({ late, tooLong }) => {
        for (const stay of late) await tried(door.perform(alertLate, clock, { stay }))
        for (const stay of tooLong) await tried(door.perform(alertTooLong, clock, { stay }))
      }),
    )
  }
}
