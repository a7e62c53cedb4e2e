import { type Door, doorTo, type Transactions } from './platform/door.ts'
import { followFacts } from './sleepovers/follow-facts.ts'

/** The one door on a database, for the web, the API, the command line and the clock: stays follow the facts they rely on. */
export const openDoor = (db: Transactions, now: () => Date): Door =>
  doorTo(db, now, async (context) => {
    await followFacts(context)
  })
