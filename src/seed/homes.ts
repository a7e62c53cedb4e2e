import { renewals } from '../../seeds/changes.ts'
import { carersOf, entriesOf, type HomeKey, homes, type StaffKey } from '../../seeds/county.ts'
import type { SeedHome } from '../../seeds/shape.ts'
import { closures, weekly } from '../../seeds/ties.ts'
import { addBed } from '../households/add-bed.ts'
import { addCarer } from '../households/add-carer.ts'
import { addHousehold } from '../households/add-household.ts'
import { closeNights } from '../households/close-nights.ts'
import { CHECKS, type CheckKind, codes } from '../households/kinds.ts'
import { recordApproval } from '../households/record-approval.ts'
import { recordCheck } from '../households/record-check.ts'
import { setWeeklyPattern } from '../households/set-weekly-pattern.ts'
import { importPositions } from '../register/import-positions.ts'
import type { Step } from './calendar.ts'
import { COUNCIL, emailOf, phone, type World } from './world.ts'

/** Homes as their supervising social workers write them down, and the nights the carers say they are open. */
export const homeSteps = (world: World): Step[] => [
  world.step(world.written(-9999), '08:45', () =>
    world.does('programmeLead', importPositions, { places: positions() }),
  ),
  ...entriesOf(homes).map(([key, home], index) =>
    world.step(world.written(home.since), '09:00', () => writeHome(world, key, home, index)),
  ),
  ...renewals.map(({ on, home, kind }) =>
    world.step(on, '14:00', () => writeCheck(world, home, kind, homes[home].checks?.[kind])),
  ),
  ...weekly.map(({ home, nights, from }) =>
    world.step(from, '20:00', () =>
      world.does(firstCarer(home), setWeeklyPattern, {
        household: world.homes.of(home),
        openNights: [...nights],
        from: world.day(from),
      }),
    ),
  ),
  ...closures.map(({ home, said, from, until, reason }) =>
    world.step(said, '20:30', () =>
      world.does(firstCarer(home), closeNights, {
        household: world.homes.of(home),
        from: world.day(from),
        until: world.day(until),
        reason,
      }),
    ),
  ),
]

/** Who asks, answers and packs for a home. */
export function firstCarer(home: HomeKey) {
  const [first] = carersOf(homes[home])
  if (!first) throw new Error(`Nobody lives at ${home}`)
  return first[0]
}

const positions = (): string =>
  ['postcode,lat,lon', ...Object.values(homes).map(({ postcode, at }) => [postcode, ...at].join(','))].join(
    '\n',
  )

async function writeHome(world: World, key: HomeKey, home: SeedHome, index: number): Promise<void> {
  const ssw = home.ssw as StaffKey
  const from = world.day(home.since)
  const { household } = await world.does(ssw, addHousehold, {
    reference: `H-${String(index + 1).padStart(3, '0')}`,
    name: home.name,
    kind: home.kind,
    phone: phone(300 + index),
    postcode: home.postcode,
    localAuthority: COUNCIL,
    pets: home.pets ?? [],
    smoker: home.smoker ?? false,
    languages: home.languages ?? [],
    cultures: home.cultures ?? [],
    adultHomeFullTime: home.adultHome,
    wantsMockingbird: home.wants,
    canBeHub: home.canBeHub,
    from,
  })
  world.homes.set(key, household)
  for (const [carer, name] of carersOf(home)) {
    const number = 400 + index * 2 + carersOf(home).findIndex(([one]) => one === carer)
    const { person } = await world.does(ssw, addCarer, {
      household,
      name,
      email: emailOf(name),
      phone: phone(number),
      from,
    })
    world.people.set(carer, person)
  }
  if (home.approval) {
    const { places, ages, sex = 'any', lastDay } = home.approval
    await world.does(ssw, recordApproval, {
      household,
      places,
      ageMin: ages[0],
      ageMax: ages[1],
      sex,
      from,
      lastDay: lastDay === undefined ? null : world.day(lastDay),
    })
  }
  for (const kind of codes(CHECKS)) {
    const before = renewals.find((one) => one.home === key && one.kind === kind)?.before
    await writeCheck(world, key, kind, before ?? home.checks?.[kind])
  }
  for (const [room, name] of home.beds ?? []) await world.does(ssw, addBed, { household, room, name, from })
}

async function writeCheck(world: World, home: HomeKey, kind: CheckKind, good: number | undefined) {
  if (good === undefined) return
  const ssw = homes[home].ssw as StaffKey
  await world.does(ssw, recordCheck, { household: world.homes.of(home), kind, expiresOn: world.day(good) })
}
