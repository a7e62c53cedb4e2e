import { linkSiblings } from '../../src/children/link-siblings.ts'
import { orderApart } from '../../src/children/order-apart.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { importPositions } from '../../src/register/import-positions.ts'
import { acceptSleepover } from '../../src/sleepovers/accept-sleepover.ts'
import { askForSleepover } from '../../src/sleepovers/ask-for-sleepover.ts'
import { askInEmergency } from '../../src/sleepovers/ask-in-emergency.ts'
import { givenChild, givenConsent } from './children.ts'
import { givenConstellation } from './constellations.ts'
import { type GivenHome, givenHome } from './households.ts'
import { givenService } from './service.ts'

/** Sunday 22 November 2026, seven minutes past two in the morning. */
export const NIGHT = new Date('2026-11-22T02:07:00Z')

const PLACES = `postcode,lat,lon
GL1 1JY,51.86,-2.24
GL1 1GP,51.87,-2.25
GL1 1AX,51.90,-2.20
GL2 0FD,51.95,-2.21
PO1 1AA,50.80,-1.10
`

/**
 * The night of domain.md's first story. A boy of 14 at Larkrise must not be with a girl of 9 who has bed 1 at the hub
 * tonight; Weir House of the same constellation has a bed; another constellation and a home in none are in reach, one is too far away.
 * `door` must be open on the day before, and the clock is set on by the caller.
 */
export async function givenNight(database: Database, door: Door) {
  const given = await givenService(database)
  const { callers } = given
  const lead = callers.programmeLead
  const worker = callers.childSocialWorker
  await door.perform(importPositions, lead, { places: PLACES })
  const home = await givenHome(door, given, { name: 'Larkrise', beds: 1, postcode: 'GL1 1JY' })
  const hub = await givenHome(door, given, { name: 'Hazel House', places: 3 })
  const weir = await givenHome(door, given, { name: 'Weir House', beds: 1, postcode: 'GL1 1GP' })
  const others = await homesNamed(door, given, ['Millbrook', 'Fernley', 'Oakhurst', 'Ashdene'], 0)
  const ring = await givenConstellation(door, given, { hub, satellites: [home, weir, ...others] })
  const nearHub = await givenHome(door, given, { name: 'Dunlin House', postcode: 'GL1 1AX' })
  const nearOnes = await homesNamed(
    door,
    given,
    ['Teal', 'Wigeon', 'Pintail', 'Garganey', 'Gadwall', 'Smew'],
    0,
  )
  await givenConstellation(door, given, { hub: nearHub, satellites: nearOnes })
  const lone = await givenHome(door, given, { name: 'Long Acre', beds: 1, postcode: 'GL2 0FD' })
  const far = await givenHome(door, given, { name: 'Sandgate', postcode: 'PO1 1AA' })

  const boy = await givenChild(door, lead, {
    household: home.household,
    worker,
    firstName: 'Bram',
    sex: 'M',
    dob: '2012-05-04',
  })
  const girl = await givenChild(door, lead, {
    household: others[0]?.household ?? '',
    worker,
    firstName: 'Isla',
    sex: 'F',
    dob: '2017-02-11',
  })
  for (const child of [boy, girl]) await givenConsent(door, worker, child, { until: '2027-03-31' })
  const about = { child: boy, other: girl, orderedBy: 'safeguarding', from: '2025-01-06', reason: 'Not here' }
  await door.perform(orderApart, worker, about)
  const { stay: inBedOne } = await door.perform(askForSleepover, others[0]?.carer ?? lead, {
    children: [girl],
    host: hub.household,
    from: '2026-11-21',
    fromTime: '17:00',
    until: '2026-11-22',
    untilTime: '16:00',
    why: 'rest',
    views: { [girl]: 'All right' },
  })
  await door.perform(acceptSleepover, hub.carer, { stay: inBedOne })
  return { ...given, ring, home, hub, weir, others, nearHub, lone, far, worker, boy, girl, inBedOne }
}

export type GivenNight = Awaited<ReturnType<typeof givenNight>>

async function homesNamed(
  door: Door,
  given: Awaited<ReturnType<typeof givenService>>,
  names: readonly string[],
  beds: number,
): Promise<GivenHome[]> {
  const homes: GivenHome[] = []
  for (const name of names) homes.push(await givenHome(door, given, { name, beds }))
  return homes
}

/** What a carer sends who needs a bed now. */
export const emergency = (children: string[], host: string, more: object = {}) => ({
  children,
  host,
  happened: 'not_safe',
  ...more,
})

/** A bed held for the boy at Weir House. Gives the stay. */
export async function givenHeld(door: Door, { home, boy, weir }: GivenNight, more: object = {}) {
  const { stay } = await door.perform(askInEmergency, home.carer, emergency([boy], weir.household, more))
  return stay
}

/** A brother of the boy's in the same home. */
export async function givenBrother(door: Door, { home, callers, worker, boy }: GivenNight): Promise<string> {
  const brother = await givenChild(door, callers.programmeLead, {
    household: home.household,
    worker,
    firstName: 'Cai',
    sex: 'M',
    dob: '2015-05-04',
  })
  await givenConsent(door, worker, brother, { until: '2027-03-31' })
  await door.perform(linkSiblings, worker, { child: boy, sibling: brother, from: '2025-01-06' })
  return brother
}
