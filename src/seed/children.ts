import { moves, newCards, newStatuses } from '../../seeds/changes.ts'
import {
  type ChildKey,
  childrenOf,
  entriesOf,
  type HomeKey,
  homes,
  type PersonKey,
  type StaffKey,
} from '../../seeds/county.ts'
import type { SeedChild } from '../../seeds/shape.ts'
import { addChild } from '../children/add-child.ts'
import { changeCareCard } from '../children/change-care-card.ts'
import { placeChild } from '../children/place-child.ts'
import { recordLegalStatus } from '../children/record-legal-status.ts'
import { addDays, addMonths, type Day } from '../values/london.ts'
import type { Step } from './calendar.ts'
import { cardOf } from './cards.ts'
import { writeConsents } from './consents.ts'
import { COUNCIL, type World } from './world.ts'

type Told = { key: ChildKey; home: HomeKey; index: number } & SeedChild

/** Every child of the county, in the order they are written. */
export const everyChild: readonly Told[] = entriesOf(homes)
  .flatMap(([home, facts]) => childrenOf(facts).map(([key, child]) => ({ key, home, ...child })))
  .map((child, index) => ({ ...child, index }))

/** What the story says of a child. */
export function childTold(key: ChildKey): Told {
  const found = everyChild.find((child) => child.key === key)
  if (!found) throw new Error(`No child is called ${key}`)
  return found
}

/** The home a child lives at on the anchor day. */
export const homeOf = (key: ChildKey): HomeKey =>
  moves.findLast(({ child }) => child === key)?.to ?? childTold(key).home

/** The child's social worker. */
export const workerOf = (key: ChildKey): StaffKey => childTold(key).csw as StaffKey

/** Children as their social workers write them down, with card and consents; and what has changed since. */
export const childSteps = (world: World): Step[] => [
  ...everyChild.map((child) =>
    world.step(world.written(child.placed), '10:00', () => writeChild(world, child)),
  ),
  ...moves.map(({ on, child, to }) =>
    world.step(on, '15:00', () =>
      world.does(workerOf(child), placeChild, {
        child: world.children.of(child),
        household: world.homes.of(to),
        from: world.day(on),
      }),
    ),
  ),
  ...newStatuses.map(({ on, child, status }) =>
    world.step(on, '15:30', () =>
      world.does(workerOf(child), recordLegalStatus, {
        child: world.children.of(child),
        status,
        from: world.day(on),
      }),
    ),
  ),
  ...newCards.map(({ on, child, by }) =>
    world.step(on, '21:00', () => writeCard(world, childTold(child), by, world.day(on))),
  ),
]

async function writeChild(world: World, told: Told): Promise<void> {
  const placedFrom = world.day(told.placed)
  const worker = workerOf(told.key)
  const { child } = await world.does(worker, addChild, {
    reference: `C-${String(told.index + 1).padStart(3, '0')}`,
    firstName: told.first,
    lastName: told.last,
    dob: birthday(told, world.anchor),
    sex: told.sex,
    legalStatus: told.status,
    responsibleAuthority: told.authority ?? COUNCIL,
    pets: told.pets ?? 'unknown',
    caredForAlongside: told.alongside ?? 'no_preference',
    household: world.homes.of(told.home),
    placedFrom,
  })
  world.children.set(told.key, child)
  const before = newCards.find((change) => change.child === told.key)?.before
  await writeCard(world, { ...told, card: { ...told.card, ...before } }, worker, placedFrom)
  await writeConsents(world, { ...told, child, worker })
}

/** Born so many years and months before the anchor day, and a few days more, for not all are born on one day. */
const birthday = ({ age: [years, months], index }: Told, anchor: Day): Day =>
  addDays(addMonths(anchor, -12 * years - months), -((index * 7) % 26))

function writeCard(world: World, told: Told, by: PersonKey, from: Day): Promise<unknown> {
  const card = cardOf(told.card, told.index, (when) => world.day(when))
  return world.does(by, changeCareCard, { child: world.children.of(told.key), from, ...card })
}
