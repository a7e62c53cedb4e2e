import type { ConstellationKey } from '../seeds/constellations.ts'
import type { ChildKey, HomeKey, PersonKey } from '../seeds/county.ts'
import type { StayKey } from '../seeds/stays.ts'
import type { Database } from './platform/database.ts'
import { openDoor } from './platform/door.ts'
import { beginService } from './seed/begin.ts'
import { allPast, fridayAfter, inOrder, type Step } from './seed/calendar.ts'
import { childSteps } from './seed/children.ts'
import { constellationSteps } from './seed/constellations.ts'
import { homeSteps } from './seed/homes.ts'
import { asApp, inOneGo, within } from './seed/one-go.ts'
import { staffSteps } from './seed/people.ts'
import { restSteps } from './seed/rest.ts'
import { staySteps } from './seed/stays.ts'
import { tieSteps } from './seed/ties.ts'
import { World } from './seed/world.ts'
import type { Day } from './values/london.ts'

/** The imagined county as it was made: the ids of everybody and everything the story names. */
export type County = {
  service: string
  anchor: Day
  /** The first Friday after the anchor day: the weekend nobody has asked for yet. */
  friday: Day
  people: Record<PersonKey, string>
  homes: Record<HomeKey, string>
  children: Record<ChildKey, string>
  constellations: Record<ConstellationKey, string>
  /** Requests that were refused have none. */
  stays: Partial<Record<StayKey, string>>
}

/**
 * Fills an empty database with one imagined county (seeds/), told from a London day: four months of what its people
 * did, each through the door and as themselves, the clock moving on with them; all of it, or nothing. The same day
 * gives the same rows but for their ids. Throws a `Refusal` where the database holds a service already.
 */
export const seed = (database: Database, anchor: Day): Promise<County> =>
  inOneGo(database.owner, async (tx) => {
    const { service, lead } = await beginService(tx, anchor)
    await asApp(tx)
    let moment = new Date(0)
    const door = openDoor(within(tx), () => moment)
    const world = new World(service, anchor, door)
    world.people.set('programmeLead', lead)
    for (const step of storyOf(world)) {
      moment = step.at
      await step.does()
    }
    return {
      service,
      anchor,
      friday: fridayAfter(anchor),
      people: world.people.all(),
      homes: world.homes.all(),
      children: world.children.all(),
      constellations: world.constellations.all(),
      stays: world.stays.all(),
    }
  })

/** Everything that is done, in order; all of it before the anchor day. */
export function storyOf(world: World): Step[] {
  const told = [staffSteps, homeSteps, childSteps, tieSteps, constellationSteps, restSteps, staySteps]
  const steps = inOrder(told.flatMap((tell) => tell(world)))
  allPast(steps, world.anchor)
  return steps
}
