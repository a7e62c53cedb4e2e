import {
  type ConstellationKey,
  constellations,
  type SeedConstellation,
  type SeedInvitation,
} from '../../seeds/constellations.ts'
import { entriesOf } from '../../seeds/county.ts'
import { answerInvitation } from '../constellations/answer-invitation.ts'
import { assignLiaison } from '../constellations/assign-liaison.ts'
import { createConstellation } from '../constellations/create-constellation.ts'
import { inviteHousehold } from '../constellations/invite-household.ts'
import { launchConstellation } from '../constellations/launch-constellation.ts'
import { leaveConstellation } from '../constellations/leave-constellation.ts'
import { withdrawInvitation } from '../constellations/withdraw-invitation.ts'
import type { Step } from './calendar.ts'
import { firstCarer } from './homes.ts'
import type { World } from './world.ts'

/** The programme lead forms them and asks; each home answers for itself; the liaison worker launches. */
export const constellationSteps = (world: World): Step[] =>
  entriesOf<ConstellationKey, SeedConstellation>(constellations).flatMap(([key, told]) => [
    world.step(told.created, '09:30', async () => {
      const { constellation } = await world.does('programmeLead', createConstellation, { name: told.name })
      world.constellations.set(key, constellation)
      await world.does('programmeLead', assignLiaison, {
        constellation,
        person: world.people.of(told.liaison),
        from: world.day(told.created),
      })
    }),
    ...told.invitations.flatMap((asked) => invitationSteps(world, key, told, asked)),
    ...(told.launched === undefined ? [] : [launchStep(world, key, told, told.launched)]),
  ])

function invitationSteps(
  world: World,
  key: ConstellationKey,
  { liaison }: SeedConstellation,
  { home, part, buddy, asked, said, withdrawn, left }: SeedInvitation,
): Step[] {
  const constellation = () => world.constellations.of(key)
  const household = () => world.homes.of(home)
  let invitation = ''
  return [
    world.step(asked, '10:30', async () => {
      const whom = {
        constellation: constellation(),
        household: household(),
        part,
        buddy: buddy && world.homes.of(buddy),
      }
      invitation = (await world.does('programmeLead', inviteHousehold, whom)).invitation
    }),
    ...(said
      ? [
          world.step(said.on, '19:00', () =>
            world.does(firstCarer(home), answerInvitation, {
              invitation,
              answer: said.answer,
              reason: said.reason,
            }),
          ),
        ]
      : []),
    ...(withdrawn
      ? [
          world.step(withdrawn.on, '13:00', () =>
            world.does(liaison, withdrawInvitation, { invitation, reason: withdrawn.reason }),
          ),
        ]
      : []),
    ...(left
      ? [
          world.step(left.on, '19:30', () =>
            world.does(firstCarer(home), leaveConstellation, {
              constellation: constellation(),
              household: household(),
              from: world.day(left.on),
              reason: left.reason,
            }),
          ),
        ]
      : []),
  ]
}

const launchStep = (
  world: World,
  key: ConstellationKey,
  { liaison }: SeedConstellation,
  launched: number,
): Step =>
  world.step(launched, '12:00', () =>
    world.does(liaison, launchConstellation, {
      constellation: world.constellations.of(key),
      on: world.day(launched),
    }),
  )
