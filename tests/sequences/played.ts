import { agreeRoomSharing } from '../../src/children/agree-room-sharing.ts'
import type { Caller } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { givenChild, givenConsent } from '../given/children.ts'
import { type GivenWeekend, givenWeekend } from '../given/sleepovers.ts'

/** A home with children who go, and what its carer answers to. */
type Family = { household: string; carer: Caller; children: string[] }

/** The world of a sequence, and how its stays stand now. */
export type Played = {
  given: GivenWeekend
  families: Family[]
  hosts: GivenWeekend['satellites']
  now: () => Date
  stays: {
    id: string
    kind: string
    status: string
    home: string
    host: string
    from: string
    to: string
    children: string[]
    waits: string[]
    held: boolean
    series: string | null
  }[]
  closures: string[]
  /** Offers to swap nights that nobody has answered. */
  offers: { id: string; home: string; withHome: string }[]
  /** Legal holds that are not lifted. */
  holds: string[]
  /** Orders that children must not meet. */
  apart: string[]
}

export type Scene = Pick<Played, 'given' | 'families' | 'hosts'>

/** Two families with three children, three hosts with five beds, a girl who lives at the hub: room for trouble. */
export async function setScene(database: Database, door: Door): Promise<Scene> {
  const given = await givenWeekend(database, door)
  const { callers, worker, brother, sister, hub, home } = given
  const [, second, third] = given.satellites
  if (!second || !third) throw new Error('The constellation has too few satellites')
  await givenChild(door, callers.programmeLead, {
    household: hub.household,
    worker,
    firstName: 'Wren',
    sex: 'F',
  })
  const cousin = await givenChild(door, callers.programmeLead, {
    household: second.household,
    worker,
    firstName: 'Bo',
    sex: 'F',
    dob: '2014-09-01',
  })
  await givenConsent(door, worker, cousin)
  for (const [child, other] of [
    [brother, sister],
    [sister, brother],
  ]) {
    await door.perform(agreeRoomSharing, worker, {
      child,
      with: other,
      authority: 'Ashcombe',
      from: '2025-01-06',
    })
  }
  return {
    given,
    families: [
      { household: home.household, carer: home.carer, children: [brother, sister] },
      { household: second.household, carer: second.carer, children: [cousin] },
    ],
    hosts: [hub, hub, third, second],
  }
}

/** How everything stands, read as the tables' owner. */
export async function lookAround(database: Database, scene: Scene, now: () => Date): Promise<Played> {
  const { rows: stays } = await database.owner.query(`
    select y.id, y.kind, y.status, y.home_household_id as home, y.host_household_id as host, lower(y.during) as "from", upper(y.during) as "to",
      y.held_at is not null as held, y.series_id as series, array(select child_id from stay_child where stay_id = y.id order by 1) as children,
      array(select substr(kind, 5) from task where about_id = y.id and kind like 'yes %' and done_at is null order by 1) as waits
    from stay y order by y.requested_at, y.id`)
  const { rows: closures } = await database.owner.query(
    'select id from closure where superseded_at is null order by recorded_at, id',
  )
  const { rows: offers } = await database.owner.query(`
    select id, home_household_id as home, with_household_id as "withHome" from swap_offer where answer is null
    order by offered_at, id`)
  const { rows: holds } = await database.owner.query(
    'select id from legal_hold where superseded_at is null order by recorded_at, id',
  )
  const { rows: apart } = await database.owner.query(
    'select id from must_not_meet where superseded_at is null order by recorded_at, id',
  )
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
  return { ...scene, now, stays, offers, closures: idsOf(closures), holds: idsOf(holds), apart: idsOf(apart) }
}
