import { FAMILIES, type Family, marker, type ServiceName } from './markers.ts'
import { idOf, type Row } from './world.ts'
import { fact } from './world-service.ts'

/** Of homes that only those who answer for the whole service know all of: so are the plans. */
const FAR: Family = 'far'

/** Two constellations as they were planned: the hub home with mine and my neighbour's, the far home with the free one. */
const SEATS: [string, string | null][] = [
  ['hub home', 'hub home'],
  ['mine home', 'hub home'],
  ['peer home', 'hub home'],
  ['far home', 'far home'],
  ['free home', 'far home'],
]

/** Plans in every state, and one of a home in no constellation, which can still be frozen. */
export function planRows(service: ServiceName): Row[] {
  const word = marker(service, FAR, 'near')
  const done = { state: 'done', ended: 'work', ended_at: '2026-11-21T09:05:00Z', ...COST }
  return [
    ...spareHome(service),
    planRow(service, 'plan', { ...done, from_plan_id: null }),
    planRow(service, 'second plan', { ...done, from_plan_id: idOf(`${service} plan`), change: word }),
    planRow(service, 'spare plan', done, ['spare home']),
    planRow(service, 'running plan', {
      state: 'running',
      started_at: '2026-11-22T09:00:00Z',
      heard_at: '2026-11-22T09:00:00Z',
      doing: word,
    }),
    planRow(service, 'waiting plan', { state: 'waiting' }),
    planRow(service, 'impossible plan', {
      state: 'impossible',
      ended: 'work',
      ended_at: '2026-11-21T09:05:00Z',
      clashes: [word],
    }),
    ...['plan', 'second plan'].flatMap((plan) => SEATS.map((seat) => seatRow(service, plan, seat))),
    seatRow(service, 'spare plan', ['spare home', 'spare home']),
    {
      table: 'border',
      values: {
        id: idOf(`${service} border`),
        service_id: idOf(service),
        name: marker(service, 'office', 'staff'),
        rings: [
          [
            [-1.2, 50.7],
            [-1, 50.7],
            [-1, 50.9],
            [-1.2, 50.7],
          ],
        ],
        place: 0,
      },
    },
  ]
}

const COST = {
  journeys_cost: 1200,
  hubs_cost: 0,
  left_out_cost: 0,
  wishes_cost: 3000,
  mix_cost: 0,
  total_cost: 4200,
  bound: 4000,
  checked_bound: 3900,
  multipliers: [0],
}

/** A home that nobody has asked yet: approved, without a bed. */
function spareHome(service: ServiceName): Row[] {
  const word = marker(service, FAR, 'near')
  const household_id = idOf(`${service} spare home`)
  return [
    {
      table: 'household',
      values: { id: household_id, service_id: idOf(service), reference: `spare ${word}` },
    },
    {
      table: 'household_detail',
      values: {
        ...fact(service, 'spare detail'),
        household_id,
        name: `spare ${word}`,
        kind: 'mainstream',
        lat: 50.81,
        lon: -1.12,
        position_from: 'register',
        pets: [],
        languages: [],
        wants_mockingbird: 'yes',
      },
    },
    {
      table: 'approval',
      values: {
        ...fact(service, 'spare approval'),
        household_id,
        places: 1,
        age_min: 0,
        age_max: 17,
        sex: 'any',
      },
    },
  ]
}

function planRow(
  service: ServiceName,
  name: string,
  more: Record<string, unknown>,
  homes: string[] = FAMILIES.map((family) => `${family} home`),
): Row {
  const word = marker(service, FAR, 'near')
  return {
    table: 'plan',
    values: {
      id: idOf(`${service} ${name}`),
      service_id: idOf(service),
      name: `${name} ${word}`,
      made_at: '2026-11-21T09:00:00Z',
      made_by: idOf(`${service} programme_lead`),
      facts: { on: '2026-11-21', homes: homes.map((home) => planHome(service, home)), links: [] },
      settings: settingsOf(
        homes.map((home) => idOf(`${service} ${home}`)),
        word,
      ),
      seed: 1,
      clashes: [],
      proven: false,
      ...more,
    },
  }
}

/** As the records have them: of the spare home nobody has said what a hub needs, and a person's word makes it one. */
const planHome = (service: ServiceName, home: string) => ({
  household: idOf(`${service} ${home}`),
  name: `${home} ${marker(service, FAR, 'near')}`,
  place: { lat: 50.8, lon: -1.1 },
  children: [],
  spareBeds: home === 'spare home' ? 0 : 2,
  adultHomeFullTime: home === 'spare home' ? null : true,
  approved: true,
  lapsed: [],
  wantsMockingbird: 'yes',
  canBeHub: home === 'spare home' ? null : true,
  inConstellation: false,
})

const settingsOf = (homes: string[], reason: string) => ({
  constellations: { least: 1, most: 3, priceKm: 0 },
  satellites: { least: 0, most: 10 },
  children: { least: 0, most: 18 },
  detour: 1.3,
  leaveOutKm: { yes: 30, unsure: 15 },
  siblings: 'always',
  friendshipKm: 3,
  tieKm: 5,
  mixKm: 0,
  mustBeIn: [],
  hubs: homes.slice(0, 1).map((household) => ({ household, may: true, reason })),
  settledHubs: [],
  locks: [],
  bans: [],
  barriers: [],
  journeys: null,
  seed: 1,
})

const seatRow = (service: ServiceName, plan: string, [home, hub]: [string, string | null]): Row => ({
  table: 'plan_home',
  values: {
    service_id: idOf(service),
    plan_id: idOf(`${service} ${plan}`),
    household_id: idOf(`${service} ${home}`),
    hub_household_id: hub && idOf(`${service} ${hub}`),
  },
})
