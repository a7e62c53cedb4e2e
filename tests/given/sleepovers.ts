import { agreeRoomSharing } from '../../src/children/agree-room-sharing.ts'
import { changeCareCard } from '../../src/children/change-care-card.ts'
import { linkSiblings } from '../../src/children/link-siblings.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { acceptSleepover } from '../../src/sleepovers/accept-sleepover.ts'
import { askForSleepover } from '../../src/sleepovers/ask-for-sleepover.ts'
import { readCard } from '../../src/sleepovers/read-card.ts'
import { recordArrival } from '../../src/sleepovers/record-arrival.ts'
import { givenChild, givenConsent } from './children.ts'
import { givenConstellation } from './constellations.ts'
import { type GivenHome, givenHome } from './households.ts'
import { givenService } from './service.ts'

/** Friday 27 November 2026, 5pm, to Sunday 29 November, 4pm: two nights, the weekend after the tests' day. */
export const WEEKEND = { from: '2026-11-27', fromTime: '17:00', until: '2026-11-29', untilTime: '16:00' }

/** The same stay with other days or children, as the asking carer would send it. */
export const request = (children: string[], host: string, change: object = {}) => ({
  children,
  host,
  ...WEEKEND,
  why: 'rest',
  views: Object.fromEntries(children.map((child) => [child, 'I like it there'])),
  ...change,
})

/**
 * A constellation with a brother of 6 (nut allergy, adrenaline pen) and a sister of 8 in its first satellite home,
 * both with consent, and agreement that they may share a bedroom. Everybody in it can act.
 */
export async function givenWeekend(database: Database, door: Door) {
  const given = await givenService(database)
  const { callers } = given
  const home = await givenHome(door, given, { name: 'Larkrise', beds: 1 })
  const hub = await givenHome(door, given, { name: 'Hazel House', places: 4 })
  const { constellation, satellites } = await givenConstellation(door, given, {
    hub,
    satellites: [home, ...(await neighbours(door, given))],
  })
  const worker = callers.childSocialWorker
  const about = { household: home.household, worker }
  const lead = callers.programmeLead
  const brother = await givenChild(door, lead, { ...about, firstName: 'Kit', sex: 'M', dob: '2020-05-04' })
  const sister = await givenChild(door, lead, { ...about, firstName: 'Ada', sex: 'F', dob: '2018-02-11' })
  await door.perform(linkSiblings, worker, { child: brother, sibling: sister, from: '2025-01-06' })
  for (const child of [brother, sister]) await givenConsent(door, worker, child, { until: '2027-03-31' })
  await door.perform(changeCareCard, worker, {
    child: brother,
    from: '2025-01-06',
    allergies: [{ what: 'Nuts', severity: 'severe', pen: true, penExpires: '2027-06-30' }],
    medication: [],
    contacts: [],
  })
  return { ...given, constellation, home, hub, satellites, worker, brother, sister }
}

async function neighbours(door: Door, given: Awaited<ReturnType<typeof givenService>>): Promise<GivenHome[]> {
  const homes: GivenHome[] = []
  for (const name of ['Millbrook', 'Fernley', 'Oakhurst', 'Ashdene', 'Brackenhill']) {
    homes.push(await givenHome(door, given, { name, beds: 1 }))
  }
  return homes
}

export type GivenWeekend = Awaited<ReturnType<typeof givenWeekend>>

/** Both children asked for at the hub for the weekend. Gives the stay's id. */
export async function givenRequest(
  door: Door,
  { home, hub, brother, sister }: GivenWeekend,
  change: object = {},
) {
  const { stay } = await door.perform(
    askForSleepover,
    home.carer,
    request([brother, sister], hub.household, change),
  )
  return stay
}

/** The same, accepted by the hub's carer. */
export async function givenAccepted(door: Door, weekend: GivenWeekend, change: object = {}) {
  const stay = await givenRequest(door, weekend, change)
  await door.perform(acceptSleepover, weekend.hub.carer, { stay })
  return stay
}

/** Both children's authority agrees that they share a bedroom. */
export async function givenSharingAgreed(door: Door, { worker, brother, sister }: GivenWeekend) {
  const agreed = { authority: 'Ashcombe', from: '2025-01-06' }
  await door.perform(agreeRoomSharing, worker, { child: brother, with: sister, ...agreed })
  await door.perform(agreeRoomSharing, worker, { child: sister, with: brother, ...agreed })
}

/** The same, begun: the card was read, and the hub's carer recorded the arrival. Call it when they have arrived. */
export async function givenArrived(
  door: Door,
  { hub, brother }: GivenWeekend,
  { stay, on, at }: { stay: string; on: string; at: string },
) {
  await door.perform(readCard, hub.carer, { stay, child: brother })
  await door.perform(recordArrival, hub.carer, { stay, on, at })
}
