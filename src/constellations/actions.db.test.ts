import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenConstellation, givenMember } from '../../tests/given/constellations.ts'
import { type GivenHome, givenHome } from '../../tests/given/households.ts'
import { type GivenService, givenService, personOf } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import { linkHouseholds } from '../households/link-households.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { Forbidden, NotFound, type Refusal } from '../platform/refusals.ts'
import { answerInvitation } from './answer-invitation.ts'
import { assignLiaison } from './assign-liaison.ts'
import { closeConstellation } from './close-constellation.ts'
import { createConstellation } from './create-constellation.ts'
import { inviteHousehold } from './invite-household.ts'
import { launchConstellation } from './launch-constellation.ts'
import { leaveConstellation } from './leave-constellation.ts'
import { invitation as theInvitation } from './lists.ts'
import { theConstellation } from './the-constellation.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

let database: Database
let door: Door
let given: GivenService
let lead: Caller
let stranger: Caller

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => new Date('2026-11-22T18:00:00Z'))
  given = await givenService(database)
  lead = given.callers.programmeLead
  stranger = (await givenService(database, 'Elsewhere')).callers.programmeLead
})
afterAll(() => database.close())

const newHome = (name?: string) => givenHome(door, given, name ? { name } : {})
const forming = (satellites: number | readonly GivenHome[] = 0) =>
  givenConstellation(door, given, { hub: null, satellites, launchOn: null })
const invite = (constellation: string, home: GivenHome, part: 'hub' | 'satellite' | 'guest', as = lead) =>
  door.perform(inviteHousehold, as, { constellation, household: home.household, part })
const answer = (invitation: string, as: Caller, said: Record<string, unknown> = { answer: 'yes' }) =>
  door.perform(answerInvitation, as, { invitation, ...said })
const partsOf = async (constellation: string, asAt?: string) => {
  const { homes } = await door.look(theConstellation, lead, { constellation, asAt })
  return homes.map(({ household, part }) => `${household} ${part}`).toSorted()
}
const messagesTo = async (caller: Caller) => {
  const { rows } = await database.owner.query('select subject from message where to_person = $1', [
    caller.person,
  ])
  return rows.map(({ subject }) => subject)
}
const tasksAbout = async (constellation: string) => {
  const { rows } = await database.owner.query(
    'select kind, for_person, for_role from task where about_id = $1 order by kind, for_role nulls last',
    [constellation],
  )
  return rows
}

describe('starting one', () => {
  test('a programme lead names it; a second of the same name is refused', async () => {
    await door.perform(createConstellation, lead, { name: 'West quay' })
    await expect(door.perform(createConstellation, lead, { name: 'West quay' })).rejects.toThrow(
      'There is already a constellation with this name',
    )
    await door.perform(createConstellation, stranger, { name: 'West quay' })
  })

  test('nobody else may', async () => {
    for (const as of [given.callers.liaisonWorker, given.callers.fosteringManager, (await newHome()).carer]) {
      await expect(door.perform(createConstellation, as, { name: 'Not theirs' })).rejects.toThrow(Forbidden)
    }
  })

  test('the liaison worker is somebody with that role, and is told', async () => {
    const { constellation, name } = await forming()
    const person = personOf(given.callers.liaisonWorker)
    expect(await messagesTo(given.callers.liaisonWorker)).toContain(`You are the liaison worker of ${name}`)
    const other = { constellation, person: personOf(given.callers.dutyWorker), from: '2026-11-22' }
    await expect(door.perform(assignLiaison, lead, other)).rejects.toThrow(
      /Choose somebody who is a liaison worker/,
    )
    const again = { constellation, person, from: '2026-11-22' }
    await expect(door.perform(assignLiaison, given.callers.liaisonWorker, again)).rejects.toThrow(Forbidden)
    await expect(door.perform(assignLiaison, stranger, again)).rejects.toThrow(NotFound)
  })
})

describe('inviting and answering', () => {
  test('the home is told, answers for itself, and belongs from the day it says', async () => {
    const { constellation, name } = await forming()
    const home = await newHome()
    const { invitation } = await invite(constellation, home, 'satellite', lead)
    expect(await messagesTo(home.carer)).toContain(`Your home is invited to join ${name}`)
    expect(await partsOf(constellation)).toEqual([])
    await answer(invitation, home.carer, { answer: 'yes', from: '2026-12-01' })
    expect(await partsOf(constellation)).toEqual([])
    expect(await partsOf(constellation, '2026-12-01')).toEqual([`${home.household} satellite`])
    expect(await messagesTo(given.callers.liaisonWorker)).toContain(`A home has said yes to ${name}`)
    await expect(answer(invitation, home.carer)).rejects.toThrow('answered already: yes')
  })

  test('a no keeps its reason and changes nothing', async () => {
    const { constellation } = await forming()
    const home = await newHome()
    const { invitation } = await invite(constellation, home, 'hub')
    await answer(invitation, home.carer, { answer: 'no', reason: 'Not this year' })
    expect(await partsOf(constellation)).toEqual([])
    const shown = await door.look(theConstellation, lead, { constellation })
    expect(shown.invitations).toMatchObject([{ answer: 'no', reason: 'Not this year' }])
    expect(await door.look(theInvitation, home.carer, { invitation })).toMatchObject({
      answer: 'no',
      open: false,
    })
  })

  test('staff write down a spoken answer with who gave it; others cannot answer at all', async () => {
    const { constellation } = await forming()
    const home = await newHome()
    const neighbour = await newHome()
    const { invitation } = await invite(constellation, home, 'guest')
    const spokenTo = 'The carer, by phone'
    await expect(answer(invitation, lead)).rejects.toMatchObject({ field: 'spokenTo' })
    await expect(answer(invitation, neighbour.carer, { answer: 'yes', spokenTo })).rejects.toThrow(NotFound)
    await expect(answer(invitation, stranger, { answer: 'yes', spokenTo })).rejects.toThrow(NotFound)
    const { dutyWorker, supervisingSocialWorker } = given.callers
    await expect(answer(invitation, dutyWorker, { answer: 'yes', spokenTo })).rejects.toThrow(Forbidden)
    await answer(invitation, supervisingSocialWorker, { answer: 'yes', spokenTo })
    const shown = await door.look(theConstellation, lead, { constellation })
    expect(shown.invitations).toMatchObject([{ answer: 'yes', spokenTo }])
  })

  test('a carer cannot join in the past; staff can write down that they did', async () => {
    const { constellation } = await forming()
    const home = await newHome()
    const { invitation } = await invite(constellation, home, 'satellite')
    const past = { answer: 'yes', from: '2026-11-01' }
    await expect(answer(invitation, home.carer, past)).rejects.toMatchObject({ field: 'from' })
    await expect(answer(invitation, home.carer, { answer: 'yes', from: '2028-01-01' })).rejects.toThrow(
      'next year',
    )
    await answer(invitation, lead, { ...past, spokenTo: 'The carer, at the meeting' })
    expect(await partsOf(constellation, '2026-11-01')).toEqual([`${home.household} satellite`])
  })

  test('a guest comes with a buddy home, and becomes a satellite', async () => {
    const buddy = await newHome()
    const { constellation } = await forming([buddy])
    const home = await newHome()
    const asGuest = { constellation, household: home.household, part: 'guest', buddy: buddy.household }
    await expect(door.perform(inviteHousehold, lead, { ...asGuest, part: 'satellite' })).rejects.toThrow(
      'Only a guest has a buddy home',
    )
    const notHere = { ...asGuest, buddy: (await newHome()).household }
    await expect(door.perform(inviteHousehold, lead, notHere)).rejects.toThrow(NotFound)
    const { invitation } = await door.perform(inviteHousehold, lead, asGuest)
    await answer(invitation, home.carer)
    await givenMember(door, given, { constellation, home, part: 'satellite', from: '2026-12-10' })
    expect(await partsOf(constellation)).toContain(`${home.household} guest`)
    expect(await partsOf(constellation, '2026-12-10')).toContain(`${home.household} satellite`)
    expect(await partsOf(constellation, '2026-12-10')).not.toContain(`${home.household} guest`)
  })

  test('a home of another constellation, a second hub, a second asking: each is a sentence', async () => {
    const [taken, hub, other] = [await newHome(), await newHome(), await newHome()]
    const first = await forming([taken])
    const second = await forming()
    await expect(invite(second.constellation, taken, 'satellite')).rejects.toThrow(
      `This home is already in the constellation ${first.name}. It has to leave that one first.`,
    )
    await givenMember(door, given, { constellation: second.constellation, home: hub, part: 'hub' })
    await expect(invite(second.constellation, other, 'hub')).rejects.toThrow('There is already a hub home')
    await invite(second.constellation, other, 'satellite')
    await expect(invite(second.constellation, other, 'satellite')).rejects.toThrow('has been asked already')
  })

  test('an invitation said yes to after the home joined elsewhere names nothing to the carer', async () => {
    const [one, two, home] = [await forming(), await forming(), await newHome()]
    const { invitation: first } = await invite(one.constellation, home, 'satellite')
    const { invitation: second } = await invite(two.constellation, home, 'satellite')
    await answer(first, home.carer)
    await expect(answer(second, home.carer)).rejects.toThrow(
      'This home is already in another constellation. It has to leave that one first.',
    )
  })

  test('homes kept apart by order are never together, and a liaison worker invites whom they know', async () => {
    const [here, there] = [await newHome(), await newHome()]
    const { constellation } = await forming([here])
    const apart = { kind: 'keep_apart', orderedBy: 'safeguarding', from: '2026-01-05' }
    const pair = { household: here.household, other: there.household }
    await door.perform(linkHouseholds, lead, { ...apart, ...pair })
    await expect(invite(constellation, there, 'satellite')).rejects.toThrow('to be kept apart')
    await expect(invite(constellation, there, 'satellite', given.callers.liaisonWorker)).rejects.toThrow(
      NotFound,
    )
  })

  test('an invitation can be taken back until it is answered, by those who run it', async () => {
    const { constellation, name } = await forming()
    const home = await newHome()
    const { invitation } = await invite(constellation, home, 'satellite')
    const back = { invitation, reason: 'Another home was found' }
    await expect(door.perform(withdrawInvitation, home.carer, back)).rejects.toThrow(Forbidden)
    await expect(door.perform(withdrawInvitation, stranger, back)).rejects.toThrow(NotFound)
    await door.perform(withdrawInvitation, given.callers.liaisonWorker, back)
    expect(await messagesTo(home.carer)).toContain(`The invitation to join ${name} is taken back`)
    await expect(answer(invitation, lead, { answer: 'yes', spokenTo: 'The carer' })).rejects.toThrow(
      'taken back',
    )
    await expect(door.perform(withdrawInvitation, lead, back)).rejects.toThrow('not open any more')
    await invite(constellation, home, 'satellite')
  })
})

describe('launching', () => {
  const launch = (constellation: string, as: Caller, varianceReason?: string) =>
    door.perform(launchConstellation, as, { constellation, on: '2026-11-22', varianceReason })

  test('without a hub nobody can; with six satellites the liaison worker can, once', async () => {
    const { constellation } = await forming(6)
    await expect(launch(constellation, lead, 'We want to')).rejects.toThrow('There is no hub home')
    await givenMember(door, given, { constellation, home: await newHome(), part: 'hub' })
    await expect(launch(constellation, given.callers.fosteringManager)).rejects.toThrow(Forbidden)
    await expect(launch(constellation, stranger)).rejects.toThrow(NotFound)
    await launch(constellation, given.callers.liaisonWorker)
    expect(await door.look(theConstellation, lead, { constellation })).toMatchObject({
      stage: 'active',
      launchedOn: '2026-11-22',
      variances: [],
    })
    expect((await door.look(theConstellation, lead, { constellation, asAt: '2026-11-21' })).stage).toBe(
      'forming',
    )
    await expect(launch(constellation, lead)).rejects.toThrow('active already')
  })

  test('with five only a programme lead can, with a reason, kept with the pack', async () => {
    const { constellation } = await givenConstellation(door, given, { satellites: 5, launchOn: null })
    await expect(launch(constellation, given.callers.liaisonWorker, 'Why not')).rejects.toThrow(
      'Or ask a programme lead to launch it as it is',
    )
    const refused = await launch(constellation, lead).catch((no: Refusal) => no)
    expect(refused).toMatchObject({ field: 'varianceReason' })
    expect((refused as Refusal).detail.findings).toMatchObject([
      { code: 'too-few-satellites', level: 'yes' },
      { level: 'know' },
      { level: 'know' },
    ])
    await launch(constellation, lead, 'A rural valley; the sixth is being approved')
    const { variances } = await door.look(theConstellation, lead, { constellation })
    expect(variances).toMatchObject([
      {
        rule: '2',
        says: 'There are 5 satellites; the model asks for 6 to 10. Invite 1 more.',
        reason: 'A rural valley; the sixth is being approved',
        pack: 'england-2026-04',
      },
    ])
  })

  test('the eleventh satellite of an active one is the programme lead’s yes, and no more than was agreed', async () => {
    const { constellation } = await givenConstellation(door, given, { satellites: 10 })
    const [eleventh, twelfth] = [await newHome(), await newHome()]
    const asked = { constellation, household: eleventh.household, part: 'satellite' }
    await expect(door.perform(inviteHousehold, lead, asked)).rejects.toMatchObject({
      field: 'varianceReason',
    })
    const because = { ...asked, varianceReason: 'Brothers and sisters of the tenth' }
    const { invitation } = await door.perform(inviteHousehold, lead, because)
    await answer(invitation, eleventh.carer)
    expect(await partsOf(constellation)).toHaveLength(12)
    await expect(invite(constellation, twelfth, 'satellite')).rejects.toThrow('there would be 12 satellites')
  })

  test('homes asked while forming cannot push it above ten after the launch', async () => {
    const { constellation } = await givenConstellation(door, given, { satellites: 10, launchOn: null })
    const late = await newHome()
    const { invitation } = await invite(constellation, late, 'satellite')
    await launch(constellation, lead)
    await expect(answer(invitation, late.carer)).rejects.toThrow('a programme lead can say yes to one more')
    expect(await partsOf(constellation)).toHaveLength(11)
  })
})

describe('leaving and closing', () => {
  const leave = (constellation: string, home: GivenHome, as: Caller, from = '2026-12-01') =>
    door.perform(leaveConstellation, as, {
      constellation,
      household: home.household,
      from,
      reason: 'Moving away',
    })

  test('a home leaves by itself; below six the liaison worker is given a task', async () => {
    const { constellation, name, satellites } = await givenConstellation(door, given)
    const [going, neighbour] = satellites as [GivenHome, GivenHome]
    await expect(leave(constellation, going, neighbour.carer)).rejects.toThrow(Forbidden)
    await expect(leave(constellation, going, stranger)).rejects.toThrow(NotFound)
    await expect(leave(constellation, going, going.carer, '2026-11-01')).rejects.toMatchObject({
      field: 'from',
    })
    await leave(constellation, going, going.carer)
    expect(await partsOf(constellation, '2026-11-30')).toContain(`${going.household} satellite`)
    expect(await partsOf(constellation, '2026-12-01')).not.toContain(`${going.household} satellite`)
    expect(await tasksAbout(constellation)).toMatchObject([
      { kind: 'too-few-satellites', for_person: personOf(given.callers.liaisonWorker) },
    ])
    expect(await messagesTo(given.callers.liaisonWorker)).toContain(`A home leaves ${name}`)
    const { rows } = await database.owner.query(
      'select leaving_reason from membership where household_id = $1 and superseded_at is null',
      [going.household],
    )
    expect(rows).toEqual([{ leaving_reason: 'Moving away' }])
    await expect(leave(constellation, going, going.carer, '2026-12-05')).rejects.toThrow(
      'already leaves on 1 December',
    )
  })

  test('a hub that leaves is missed by the programme lead and the liaison worker', async () => {
    const { constellation, hub } = await givenConstellation(door, given)
    if (!hub) throw new Error('no hub')
    await leave(constellation, hub, hub.carer)
    expect(await tasksAbout(constellation)).toMatchObject([
      { kind: 'no-hub', for_role: 'programme_lead' },
      { kind: 'no-hub', for_person: personOf(given.callers.liaisonWorker) },
    ])
    const next = await newHome()
    const { invitation } = await invite(constellation, next, 'hub')
    await expect(answer(invitation, next.carer)).rejects.toThrow(/hub on those days/)
    await answer(invitation, next.carer, { answer: 'yes', from: '2026-12-01' })
    expect(await partsOf(constellation, '2026-12-01')).toContain(`${next.household} hub`)
  })

  test('a home that left is free for another constellation from that day', async () => {
    const home = await newHome()
    const first = await forming([home])
    const second = await forming()
    await leave(first.constellation, home, lead, '2026-11-22')
    await givenMember(door, given, {
      constellation: second.constellation,
      home,
      part: 'satellite',
      from: '2026-11-22',
    })
    expect(await partsOf(second.constellation)).toEqual([`${home.household} satellite`])
    await expect(leave(first.constellation, home, lead)).rejects.toThrow(NotFound)
  })

  test('closing ends every membership and takes back what is open; a closed one stays readable', async () => {
    const { constellation, name, satellites } = await givenConstellation(door, given)
    const [asked] = [await newHome()]
    const { invitation } = await invite(constellation, asked, 'guest')
    const close = { constellation, on: '2026-11-22', reason: 'Joined with its neighbour' }
    await expect(door.perform(closeConstellation, given.callers.liaisonWorker, close)).rejects.toThrow(
      Forbidden,
    )
    await expect(door.perform(closeConstellation, stranger, close)).rejects.toThrow(NotFound)
    await expect(
      door.perform(closeConstellation, lead, { ...close, on: '2024-01-01' }),
    ).rejects.toMatchObject({
      field: 'on',
    })
    await door.perform(closeConstellation, lead, close)
    expect(await partsOf(constellation)).toEqual([])
    expect(await partsOf(constellation, '2026-11-21')).toHaveLength(7)
    expect(await door.look(theConstellation, lead, { constellation })).toMatchObject({
      stage: 'closed',
      closedReason: 'Joined with its neighbour',
      liaison: null,
    })
    const [first] = satellites as [GivenHome]
    expect(await messagesTo(first.carer)).toContain(`${name} closes on 22 November 2026`)
    await expect(answer(invitation, lead, { answer: 'yes', spokenTo: 'The carer' })).rejects.toThrow(
      'taken back',
    )
    await expect(door.perform(closeConstellation, lead, close)).rejects.toThrow('closed already')
    await expect(invite(constellation, asked, 'guest')).rejects.toThrow('This constellation is closed')
  })

  test('one that never launched can be closed', async () => {
    const { constellation } = await forming(1)
    await door.perform(closeConstellation, lead, { constellation, on: '2026-11-22', reason: 'Too far apart' })
    expect((await door.look(theConstellation, lead, { constellation })).stage).toBe('closed')
  })
})
