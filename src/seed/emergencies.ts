import { entriesOf } from '../../seeds/county.ts'
import { type EmergencyKey, emergencies, type SeedEmergency } from '../../seeds/emergencies.ts'
import { answerByPhone } from '../sleepovers/answer-by-phone.ts'
import { askInEmergency } from '../sleepovers/ask-in-emergency.ts'
import { confirmEmergency } from '../sleepovers/confirm-emergency.ts'
import { recordArrival } from '../sleepovers/record-arrival.ts'
import { recordReturn } from '../sleepovers/record-return.ts'
import { addDays, momentAt } from '../values/london.ts'
import type { Step } from './calendar.ts'
import { homeOf, workerOf } from './children.ts'
import { firstCarer } from './homes.ts'
import type { World } from './world.ts'

/** Every emergency from the bed that was held in the night to the morning it was confirmed and the way home. */
export const emergencySteps = (world: World): Step[] =>
  entriesOf<EmergencyKey, SeedEmergency>(emergencies).flatMap(([key, told]) => stepsOf(world, key, told))

function stepsOf(world: World, key: EmergencyKey, told: SeedEmergency): Step[] {
  const [child] = told.children
  if (!child) throw new Error(`Nobody is in the emergency ${key}`)
  const asker = firstCarer(homeOf(child))
  const host = firstCarer(told.host)
  const day = world.day(told.day)
  const next = addDays(day, 1)
  const held = momentAt(day, told.at)
  const later = (minutes: number, does: () => Promise<unknown>): Step => ({
    at: new Date(held.getTime() + minutes * 60_000),
    does,
  })
  const stay = () => world.stays.of(key)
  return [
    later(0, async () => {
      const { stay } = await world.does(asker, askInEmergency, {
        children: told.children.map((one) => world.children.of(one)),
        host: world.homes.of(told.host),
        happened: told.happened,
      })
      world.stays.set(key, stay)
    }),
    later(15, () =>
      world.does(asker, answerByPhone, {
        stay: stay(),
        answer: 'yes',
        saidBy: world.people.of(told.saidYes),
      }),
    ),
    world.stepOn(next, '00:10', () =>
      world.does(host, recordArrival, {
        stay: stay(),
        on: day,
        at: '23:50',
        unreadReason: 'It was the middle of the night; we read the cards at breakfast',
      }),
    ),
    world.stepOn(next, '09:20', () =>
      world.does(workerOf(child), confirmEmergency, { stay: stay(), note: told.confirmed }),
    ),
    world.stepOn(next, '16:10', () =>
      world.does(asker, recordReturn, { stay: stay(), on: next, at: '15:55' }),
    ),
  ]
}
