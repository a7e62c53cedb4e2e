import { finishPlan } from '../../src/plans/finish-plan.ts'
import { makePlan } from '../../src/plans/make-plan.ts'
import { runPlan } from '../../src/plans/run-plan.ts'
import type { Caller } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { importRegister } from '../../src/register/import-register.ts'
import { CHILDREN_HEADER, HOUSEHOLDS_HEADER, LINKS_HEADER } from './register.ts'
import { type GivenService, givenService } from './service.ts'

export type PlanGround = GivenService & {
  lead: Caller
  /** Whoever acts by the clock in this service. */
  clock: Caller
  /** The homes' ids by reference: H1, H2 and on. */
  home: (reference: string) => string
}

/**
 * A service with homes in a row, a hundredth of a degree apart, each with one child: every third may be a hub. Through the
 * register, as a service brings them in.
 */
export async function givenPlanHomes(
  database: Database,
  door: Door,
  { homes, links = [], name = 'Ashcombe' }: { homes: number; links?: string[]; name?: string },
): Promise<PlanGround> {
  const given = await givenService(database, name)
  const lead = given.callers.programmeLead
  const numbers = Array.from({ length: homes }, (_, at) => at + 1)
  await door.perform(importRegister, lead, {
    households: [`${HOUSEHOLDS_HEADER},lat,lon`, ...numbers.map(homeLine)].join('\n'),
    children: [CHILDREN_HEADER, ...numbers.map(childLine)].join('\n'),
    links: [LINKS_HEADER, ...links].join('\n'),
  })
  const { rows } = await database.owner.query('select id, reference from household where service_id = $1', [
    given.service,
  ])
  const ids = new Map<string, string>(rows.map(({ id, reference }) => [reference, id]))
  return {
    ...given,
    lead,
    clock: { service: given.service, person: null, via: 'clock' },
    home: (reference) => {
      const id = ids.get(reference)
      if (!id) throw new Error(`There is no home ${reference}`)
      return id
    },
  }
}

const mayBeHub = (n: number) => n % 3 === 1

const homeLine = (n: number): string => {
  const hub = mayBeHub(n) ? 'yes' : 'no'
  const beds = mayBeHub(n) ? 2 : 0
  return `H${n},mainstream,Wren Marlowe ${n},,GL1 1JY,2020-01-06,,3,0,18,any,${beds},yes,2030-01-01,2030-01-01,,none,no,English,Lily Shah,yes,${hub},51.${80 + n},-2.2`
}

const childLine = (n: number): string =>
  `C${n},Ellis,Marlowe,2016-0${(n % 9) + 1}-03,F,C2,H${n},2025-01-06,Ashcombe,,,,can,no_preference,,Omar Vale`

/** Small constellations of homes in a row. */
export const SMALL = {
  constellations: 2,
  satellitesLeast: 1,
  satellitesMost: 3,
  childrenLeast: 1,
  childrenMost: 6,
}

/** A plan of six homes in two: H1 with H2 and H3, H4 with H5 and H6, as a run would have found it. Gives its id. */
export async function givenPlan(
  door: Door,
  { lead, clock, home }: PlanGround,
  seats: Record<string, string | null> = { H1: 'H1', H2: 'H1', H3: 'H1', H4: 'H4', H5: 'H4', H6: 'H4' },
): Promise<string> {
  const { plan } = await door.perform(makePlan, lead, SMALL)
  await door.perform(runPlan, clock, { plan })
  await door.perform(finishPlan, clock, {
    plan,
    ended: 'work',
    best: bestOf(home, seats),
    bound: 900,
    checkedBound: 800,
    multipliers: Object.keys(seats).map(() => 0),
  })
  return plan
}

/** A plan as a run tells it: where each home is, by reference. */
export const bestOf = (home: PlanGround['home'], seats: Record<string, string | null>) => ({
  seats: Object.entries(seats).map(([one, hub]) => ({ household: home(one), hub: hub && home(hub) })),
  cost: { journeys: 1000, hubs: 0, leftOut: 0, wishes: 0, mix: 0, total: 1000 },
})
