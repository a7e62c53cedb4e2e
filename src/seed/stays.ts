import {
  type ChildKey,
  entriesOf,
  type HomeKey,
  homes,
  type PersonKey,
  type StaffKey,
} from '../../seeds/county.ts'
import type { SeedStay } from '../../seeds/shape.ts'
import { type StayKey, stays } from '../../seeds/stays.ts'
import { Refusal } from '../platform/refusals.ts'
import { acceptSleepover } from '../sleepovers/accept-sleepover.ts'
import { askForSleepover } from '../sleepovers/ask-for-sleepover.ts'
import { cancelSleepover } from '../sleepovers/cancel-sleepover.ts'
import { declineSleepover } from '../sleepovers/decline-sleepover.ts'
import type { Finding } from '../sleepovers/facts.ts'
import { giveYes } from '../sleepovers/give-yes.ts'
import { sleepover } from '../sleepovers/lists.ts'
import { packItems } from '../sleepovers/pack-items.ts'
import { readCard } from '../sleepovers/read-card.ts'
import { receiveItems } from '../sleepovers/receive-items.ts'
import { recordArrival } from '../sleepovers/record-arrival.ts'
import { recordReturn } from '../sleepovers/record-return.ts'
import { addDays } from '../values/london.ts'
import type { Step } from './calendar.ts'
import { homeOf, workerOf } from './children.ts'
import { firstCarer } from './homes.ts'
import type { World } from './world.ts'

type Stay = SeedStay<ChildKey, HomeKey>
const LEAVES = '17:00'
const COMES_BACK = '16:00'

/** Every stay from the asking to wherever it has come by the anchor day. */
export const staySteps = (world: World): Step[] =>
  entriesOf<StayKey, Stay>(stays).flatMap(([key, stay]) => stepsOf(world, key, stay))

function stepsOf(world: World, key: StayKey, stay: Stay): Step[] {
  const asker = firstCarer(homeOf(stay.children[0] as ChildKey))
  const host = firstCarer(stay.host)
  const day = world.day(stay.day)
  const id = () => world.stays.of(key)
  const before = (days: number, time: string, does: () => Promise<unknown>) =>
    world.stepOn(addDays(day, -days), time, does)
  const answered = stay.answered ?? 0
  let items: string[] = []
  const done = (...ends: Stay['becomes'][]) => ends.includes(stay.becomes)
  return [
    before(stay.asked, '19:30', () => ask(world, key, stay, asker)),
    ...(stay.yes ? [before(stay.asked - 1, '11:00', () => giveYeses(world, key, stay, asker))] : []),
    ...(stay.answered !== undefined && done('declined')
      ? [
          before(answered, '18:00', () =>
            world.does(host, declineSleepover, { stay: id(), reason: stay.reason ?? '' }),
          ),
        ]
      : []),
    ...(stay.answered !== undefined && !done('declined')
      ? [
          before(answered, '18:00', () =>
            world.does(host, acceptSleepover, { stay: id(), note: done('cancelled') ? null : stay.reason }),
          ),
        ]
      : []),
    ...(stay.cancelled === undefined
      ? []
      : [
          before(stay.cancelled, '08:15', () =>
            world.does(asker, cancelSleepover, { stay: id(), reason: stay.reason ?? '' }),
          ),
        ]),
    ...(done('arrived', 'returned')
      ? [
          before(0, '12:00', () => readCards(world, key, stay, host)),
          before(0, '15:30', async () => {
            items = await itemsOf(world, key, asker)
            await world.does(asker, packItems, { stay: id(), items })
          }),
          before(0, '17:20', () => world.does(host, recordArrival, { stay: id(), on: day, at: '17:10' })),
          before(0, '17:25', () => world.does(host, receiveItems, { stay: id(), items })),
        ]
      : []),
    ...(done('returned')
      ? [
          before(-stay.nights, '16:20', () =>
            world.does(asker, recordReturn, { stay: id(), on: addDays(day, stay.nights), at: '16:05' }),
          ),
        ]
      : []),
  ]
}

async function ask(world: World, key: StayKey, told: Stay, asker: PersonKey): Promise<void> {
  const { children, host, why, note, splitReason, bedsSeen, views = [] } = told
  const from = world.day(told.day)
  const ids = children.map((child) => world.children.of(child))
  const asked = world.does(asker, askForSleepover, {
    children: ids,
    host: world.homes.of(host),
    from,
    fromTime: LEAVES,
    until: addDays(from, told.nights),
    untilTime: COMES_BACK,
    why,
    note,
    splitReason,
    bedsSeen,
    views: Object.fromEntries(ids.map((child, index) => [child, views[index] ?? ''])),
  })
  if (told.becomes !== 'refused') {
    world.stays.set(key, (await asked).stay)
    return
  }
  const answer = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(answer instanceof Refusal)) throw answer ?? new Error(`The stay ${key} was to be refused`)
}

/** Everybody whose yes a request waits for gives it; or only those whom one rule asks. */
async function giveYeses(world: World, key: StayKey, stay: Stay, asker: PersonKey): Promise<void> {
  const { weighed } = await world.door.look(sleepover, world.caller(asker), { stay: world.stays.of(key) })
  const needed = weighed.flatMap(({ findings }) => findings).filter(({ level }) => level === 'yes')
  for (const finding of needed.filter(({ rule }) => stay.yes?.to === 'all' || stay.yes?.to === rule)) {
    await world.does(whoseYes(world, stay, finding), giveYes, {
      stay: world.stays.of(key),
      finding: finding.key,
      reason: stay.yes?.because ?? '',
      until: addDays(world.day(stay.day), stay.nights),
    })
  }
}

function whoseYes(world: World, { children, host }: Stay, finding: Finding): StaffKey {
  const [about] = finding.children
  const child = about ? world.children.keyOf(about) : children[0]
  switch (finding.overriddenBy[0]) {
    case 'child_social_worker':
      return workerOf(child as ChildKey)
    case 'supervising_social_worker':
      return homes[host].ssw as StaffKey
    case 'fostering_manager':
      return 'fosteringManager'
    case 'team_manager':
      return 'teamManager'
    case 'duty_manager':
      return 'outOfHoursManager'
    default:
      throw new Error(`Nobody of the county can say yes to ${finding.key}`)
  }
}

async function readCards(world: World, key: StayKey, { children }: Stay, host: PersonKey): Promise<void> {
  for (const child of children) {
    await world.does(host, readCard, { stay: world.stays.of(key), child: world.children.of(child) })
  }
}

/** What is on the handover list, to be ticked. */
async function itemsOf(world: World, key: StayKey, by: PersonKey): Promise<string[]> {
  const { items } = await world.door.look(sleepover, world.caller(by), { stay: world.stays.of(key) })
  return items.map(({ id }) => id)
}
