import { withdrawals } from '../../seeds/changes.ts'
import type { When } from '../../seeds/shape.ts'
import { exemption, friends, keptApart, mustNotMeet, sharing, siblings } from '../../seeds/ties.ts'
import { agreeRoomSharing } from '../children/agree-room-sharing.ts'
import { linkSiblings } from '../children/link-siblings.ts'
import { orderApart } from '../children/order-apart.ts'
import { recordExemption } from '../children/record-exemption.ts'
import { linkHouseholds } from '../households/link-households.ts'
import { withdrawConsent } from '../sleepovers/withdraw-consent.ts'
import { dayMeant, FIRST_DAY, type Step } from './calendar.ts'
import { childTold, workerOf } from './children.ts'
import { COUNCIL, type World } from './world.ts'

/** Brothers and sisters, who must not meet, friends, and what an authority agreed to; after everybody is there. */
export const tieSteps = (world: World): Step[] => {
  const { children, homes } = world
  const after = (when: When) => (dayMeant(world.anchor, when) < world.day(FIRST_DAY) ? FIRST_DAY : when)
  return [
    // The team manager sees both children, whoever their social workers are.
    ...siblings.flatMap(pairs).map(([one, other]) => {
      const since = Math.max(childTold(one).placed, childTold(other).placed)
      return world.step(world.written(since), '11:00', () =>
        world.does('teamManager', linkSiblings, {
          child: children.of(one),
          sibling: children.of(other),
          from: world.day(since),
        }),
      )
    }),
    ...mustNotMeet.map(({ from, until, orderedBy, reason, child, ...whom }) =>
      world.step(after(from), '11:30', () =>
        world.does('teamManager', orderApart, {
          child: children.of(child),
          ...('other' in whom ? { other: children.of(whom.other) } : { adult: whom.adult }),
          orderedBy,
          reason,
          from: world.day(from),
          until: until === undefined ? null : world.day(until),
        }),
      ),
    ),
    ...friends.map(([one, other]) =>
      world.step(-84, '12:00', () =>
        world.does('programmeLead', linkHouseholds, {
          kind: 'friendship',
          household: homes.of(one),
          other: homes.of(other),
          from: world.day(-84),
        }),
      ),
    ),
    ...keptApart.map(({ homes: [one, other], reason }) =>
      world.step(FIRST_DAY, '12:30', () =>
        world.does('fosteringManager', linkHouseholds, {
          kind: 'keep_apart',
          household: homes.of(one),
          other: homes.of(other),
          from: world.day(FIRST_DAY),
          orderedBy: 'safeguarding',
          reason,
        }),
      ),
    ),
    world.step(exemption.from, '16:00', () =>
      world.does('fosteringManager', recordExemption, {
        household: homes.of(exemption.home),
        authority: COUNCIL,
        reference: exemption.reference,
        children: exemption.children.map((child) => children.of(child)),
        from: world.day(exemption.from),
        until: world.day(exemption.until),
      }),
    ),
    ...pairs(sharing.children)
      .flatMap(([one, other]) => [[one, other] as const, [other, one] as const])
      .map(([child, other]) =>
        world.step(sharing.from, '16:30', () =>
          world.does(workerOf(child), agreeRoomSharing, {
            child: children.of(child),
            with: children.of(other),
            authority: COUNCIL,
            from: world.day(sharing.from),
            until: world.day(sharing.until),
          }),
        ),
      ),
    ...withdrawals.map(({ on, child, reason }) =>
      world.step(on, '16:45', () =>
        world.does(workerOf(child), withdrawConsent, {
          child: children.of(child),
          item: 'overnight_stay',
          from: world.day(on),
          reason,
        }),
      ),
    ),
  ]
}

const pairs = <T>(group: readonly T[]): [T, T][] =>
  group.flatMap((one, index) => group.slice(index + 1).map((other): [T, T] => [one, other]))
