import { expect } from 'vitest'
import { openDoor } from '../../src/door.ts'
import type { Caller } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { Refusal } from '../../src/platform/refusals.ts'
import { sleepover } from '../../src/sleepovers/lists.ts'
import { verify } from '../../src/verify/verify.ts'
import { testDatabase } from '../harness/database.ts'
import { givenMember } from './constellations.ts'
import { type GivenHome, givenHome } from './households.ts'
import { type GivenWeekend, givenAccepted, givenArrived, givenWeekend } from './sleepovers.ts'

export type StayStory = {
  database: Database
  door: Door
  given: GivenWeekend
  /** The weekend's stay at the hub. */
  stay: string
  /** Sets the clock; a moment with its offset or `Z`. */
  at: (moment: string) => void
  now: () => Date
  /** A stay as its home's carer sees it. */
  shown: (stay: string, as?: Caller) => ReturnType<typeof look>
  /** The records show no breach of any invariant. */
  clean: () => Promise<void>
}

const look = (door: Door, as: Caller, stay: string) => door.look(sleepover, as, { stay })

type Options = { from?: string; until?: string; asked?: string; arrived?: boolean }

/**
 * A database with Kit and Ada asked for and agreed at Hazel House, two nights from Friday 5pm to Sunday 4pm, and (unless
 * `arrived` is false) there since Friday at 5.05pm; the clock shows 6pm that Friday. `from` and `until` are its days.
 */
export async function givenStory(options: Options = {}): Promise<StayStory> {
  const {
    from = '2026-11-27',
    until = '2026-11-29',
    asked = '2026-11-22T10:00:00Z',
    arrived = true,
  } = options
  const database = await testDatabase()
  let now = new Date(asked)
  const door = openDoor(database.app, () => now)
  const given = await givenWeekend(database, door)
  const stay = await givenAccepted(door, given, { from, until })
  if (arrived) {
    now = new Date(`${from}T18:00:00Z`)
    await givenArrived(door, given, { stay, on: from, at: '17:05' })
  }
  return {
    database,
    door,
    given,
    stay,
    at: (moment) => {
      now = new Date(moment)
    },
    now: () => now,
    shown: (id, as = given.home.carer) => look(door, as, id),
    clean: async () => expect((await verify(database.owner, now, { chain: true })).breaches).toEqual([]),
  }
}

/** Another home of the constellation, a guest, with room for both children: Saltmarsh. */
export async function givenRoom({ door, given }: Pick<StayStory, 'door' | 'given'>): Promise<GivenHome> {
  const home = await givenHome(door, given, { name: 'Saltmarsh', places: 4, beds: 3 })
  const { constellation, home: buddy } = given
  const member = { constellation, home, part: 'guest', from: '2026-01-05', buddy: buddy.household } as const
  await givenMember(door, given, member)
  return home
}

/** The refusal this ends in; fails where it does not. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const no = await work.then(
    () => 'done',
    (thrown: unknown) => thrown,
  )
  if (!(no instanceof Refusal)) throw new Error(`Not refused: ${no instanceof Error ? no.stack : no}`)
  return no
}
