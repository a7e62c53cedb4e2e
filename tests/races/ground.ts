import type { Caller } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { givenChild, givenConsent } from '../given/children.ts'
import { givenConstellation } from '../given/constellations.ts'
import { type GivenHome, givenHome } from '../given/households.ts'
import { type GivenService, givenService } from '../given/service.ts'

/** A home that asks, and its child. */
export type Asker = { household: string; carer: Caller; child: string }

/** Where the races are run: a hub with one bed, two more hosts, and three homes with a child each. */
export type Ground = {
  callers: GivenService['callers']
  /** One bed, which everybody wants. */
  hub: GivenHome
  /** One bed too. */
  other: GivenHome
  /** Two beds. */
  third: GivenHome
  askers: [Asker, Asker, Asker]
}

/** Long after the last round, however many there are. */
const CHECKS_UNTIL = '2039-12-31'

export async function givenGround(database: Database, door: Door): Promise<Ground> {
  const given = await givenService(database)
  const host = (name: string, beds: number) =>
    givenHome(door, given, { name, beds, places: 6, checksUntil: CHECKS_UNTIL })
  const [hub, other, third] = [
    await host('Hazel House', 1),
    await host('Fernley', 1),
    await host('Oakhurst', 2),
  ]
  const [first, second, last] = [
    await host('Larkrise', 1),
    await host('Millbrook', 1),
    await host('Ashdene', 1),
  ]
  const sixth = await host('Brackenhill', 1)
  const satellites = [other, third, first, second, last, sixth]
  await givenConstellation(door, given, { hub, satellites })
  const asker = async ({ household, carer }: GivenHome, dob: string): Promise<Asker> => {
    const worker = given.callers.childSocialWorker
    const child = await givenChild(door, given.callers.programmeLead, { household, worker, dob })
    await givenConsent(door, worker, child)
    return { household, carer, child }
  }
  // Young enough to be children still in the last round.
  const askers: Ground['askers'] = [
    await asker(first, '2021-03-14'),
    await asker(second, '2020-06-02'),
    await asker(last, '2021-11-20'),
  ]
  return { callers: given.callers, hub, other, third, askers }
}
