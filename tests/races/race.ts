import { openDoor } from '../../src/door.ts'
import { type Database, openDatabase } from '../../src/platform/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { BadInput, Forbidden, NotFound, Refusal } from '../../src/platform/refusals.ts'
import { addDays, type Day } from '../../src/values/london.ts'
import { verify } from '../../src/verify/verify.ts'
import { testDatabase } from '../harness/database.ts'

/** A database with two doors, each with ten connections of its own, as two running servers would share it. */
export type Races = {
  database: Database
  door: Door
  /** The door the n-th of a crowd comes through. */
  doorOf: (n: number) => Door
  /** What everybody's clock shows. */
  now: () => Date
  /** Moves everybody's clock on, a second unless said, so that what came first is known to. */
  tick: (seconds?: number) => void
  close: () => Promise<void>
}

const START = new Date('2026-11-22T10:00:00Z')
/** The first night that is raced for. */
const FIRST: Day = '2026-11-24'

/** In a database of its own; an empty one unless one is given. */
export async function openRaces(given?: Database): Promise<Races> {
  const database = given ?? (await testDatabase())
  const other = await openDatabase({ url: database.url, migrate: false })
  let moment = START
  const now = () => moment
  const doors = [openDoor(database.app, now), openDoor(other.app, now)] as const
  return {
    database,
    door: doors[0],
    doorOf: (n) => (n % 2 === 0 ? doors[0] : doors[1]),
    now,
    tick: (seconds = 1) => {
      moment = new Date(moment.getTime() + seconds * 1000)
    },
    close: async () => {
      await other.close()
      await database.close()
    },
  }
}

/** One night of its own for each round, from 5pm to 10am: no two rounds are in each other's way. Below 360. */
export const nightOf = (round: number) => ({
  from: addDays(FIRST, round),
  fromTime: '17:00',
  until: addDays(FIRST, round + 1),
  untilTime: '10:00',
})

export type Outcome<T> = { won: T[]; lost: Refusal[] }

/** All at once. Whoever is told no, is told in a sentence: anything else that goes wrong fails the race. */
export async function race<T>(...runners: Promise<T>[]): Promise<Outcome<T>> {
  const won: T[] = []
  const lost: Refusal[] = []
  for (const end of await Promise.allSettled(runners)) {
    if (end.status === 'fulfilled') won.push(end.value)
    else if (end.reason instanceof Refusal) lost.push(end.reason)
    else throw faultOf(end.reason)
  }
  return { won, lost }
}

function faultOf(reason: unknown): Error {
  const known = [BadInput, Forbidden, NotFound].some((kind) => reason instanceof kind)
  if (reason instanceof BadInput) return new Error(`Bad input: ${JSON.stringify(reason.issues)}`)
  return known || !(reason instanceof Error) ? new Error(`Not a race: ${reason}`) : reason
}

/** What `constellation verify --audit` finds afterwards: nothing, if nobody slipped through. */
export async function breachesOf({ database, now }: Races) {
  const { breaches } = await verify(database.owner, now(), { chain: true })
  return breaches
}

/** Prints how many rounds were run and how they ended. */
export function tally(what: string, rounds: number, ends: Record<string, number>): void {
  const words = Object.entries(ends).map(([end, times]) => `${end} ${times}`)
  console.log(`${what}: ${rounds} rounds; ${words.join(', ')}`)
}

/** One number out of the database, asked as its owner. */
export async function numberOf({ database }: Races, query: string, values: unknown[] = []): Promise<number> {
  const { rows } = await database.owner.query(query, values)
  return Number(Object.values(rows[0] ?? {})[0])
}
