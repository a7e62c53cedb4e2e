import { randomUUID } from 'node:crypto'
import { answerInvitation } from '../../src/constellations/answer-invitation.ts'
import { assignLiaison } from '../../src/constellations/assign-liaison.ts'
import { createConstellation } from '../../src/constellations/create-constellation.ts'
import { inviteHousehold } from '../../src/constellations/invite-household.ts'
import { launchConstellation } from '../../src/constellations/launch-constellation.ts'
import type { Part } from '../../src/constellations/rules.ts'
import type { Door } from '../../src/platform/door.ts'
import { type GivenHome, givenHome } from './households.ts'
import { type GivenService, personOf } from './service.ts'

export type NewConstellation = {
  name?: string
  /** From when the homes belong and the liaison worker works. */
  from?: string
  /** The day of the launch; null leaves it forming. */
  launchOn?: string | null
  /** The home in the middle; null for none, left out for a new one. */
  hub?: GivenHome | null
  /** Homes that are there already, or how many new ones to make: six unless said. */
  satellites?: readonly GivenHome[] | number
}

export type GivenConstellation = {
  constellation: string
  name: string
  hub: GivenHome | null
  satellites: GivenHome[]
}

/**
 * A constellation through the real actions: the service's liaison worker, a hub and six satellites that were
 * invited and said yes, active since January 2025. Unless `launchOn` is null, the numbers must let it launch.
 */
export async function givenConstellation(
  door: Door,
  given: GivenService,
  asked: NewConstellation = {},
): Promise<GivenConstellation> {
  const lead = given.callers.programmeLead
  const { name = `Constellation ${randomUUID().slice(0, 8)}`, from = '2025-01-06' } = asked
  const { constellation } = await door.perform(createConstellation, lead, { name })
  const person = personOf(given.callers.liaisonWorker)
  await door.perform(assignLiaison, lead, { constellation, person, from })
  const hub = asked.hub === undefined ? await givenHome(door, given, { name: `${name} hub` }) : asked.hub
  const satellites = await satellitesOf(door, given, asked.satellites ?? 6, name)
  if (hub) await givenMember(door, given, { constellation, home: hub, part: 'hub', from })
  for (const home of satellites) {
    await givenMember(door, given, { constellation, home, part: 'satellite', from })
  }
  const { launchOn = from } = asked
  if (launchOn) await door.perform(launchConstellation, lead, { constellation, on: launchOn })
  return { constellation, name, hub, satellites }
}

async function satellitesOf(
  door: Door,
  given: GivenService,
  satellites: readonly GivenHome[] | number,
  name: string,
): Promise<GivenHome[]> {
  if (typeof satellites !== 'number') return [...satellites]
  const homes: GivenHome[] = []
  for (let n = 1; n <= satellites; n++) {
    homes.push(await givenHome(door, given, { name: `${name} satellite ${n}`, beds: 1 }))
  }
  return homes
}

/** A home invited by the programme lead, whose carer's yes is written down from a day on. Gives the invitation. */
export async function givenMember(
  door: Door,
  { callers }: GivenService,
  member: { constellation: string; home: GivenHome; part: Part; from?: string; buddy?: string },
): Promise<string> {
  const { constellation, home, part, from, buddy } = member
  const household = home.household
  const asked = { constellation, household, part, buddy }
  const { invitation } = await door.perform(inviteHousehold, callers.programmeLead, asked)
  const spokenTo = `Carer of ${home.name}, by phone`
  await door.perform(answerInvitation, callers.programmeLead, { invitation, answer: 'yes', from, spokenTo })
  return invitation
}
