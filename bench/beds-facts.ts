import type { StayFacts } from '../src/sleepovers/facts.ts'
import { type Agreement, FAR, type Home, type Stretch } from './beds-homes.ts'

const MIDNIGHT = Date.UTC(2026, 10, 20)
const HOUR = 3_600_000

const moment = (hour: number) => new Date(MIDNIGHT + hour * HOUR)
const day = (number: number) =>
  moment(number * 24)
    .toISOString()
    .slice(0, 10)
const span = ({ from, to }: Stretch) => ({ from: moment(from), to: moment(to) })
const days = ({ from, to }: Stretch) => ({
  from: from === -FAR ? '-infinity' : day(from),
  until: to === FAR ? null : day(to),
})
const always = { from: '2000-01-01', until: null }

/** Three years before the day they turn three. No day of these homes is a 29 February. */
const born = (turnsThree: number) => {
  const three = day(turnsThree)
  return `${Number(three.slice(0, 4)) - 3}${three.slice(4)}`.replace('-02-29', '-02-28')
}

/** The home as the rules are told it. Nothing but beds and bedrooms can speak against the stay. */
export function factsOf(home: Home): StayFacts {
  const sharing = (agreements: Agreement[]) =>
    agreements.map((one) => ({ with: one.beside, during: days(one.days) }))
  const of = (id: string) => sharing(home.agreements.filter((one) => one.of === id))
  const consent = {
    decision: 'agreed' as const,
    basis: 'parental_responsibility' as const,
    conditions: null,
    during: always,
  }
  return {
    asked: {
      kind: 'planned',
      home: 'home',
      span: span(home.stay),
      why: 'rest',
      before: [],
      splitReason: null,
      views: {},
    },
    children: home.children.map(({ id, turnsThree }) => ({
      id,
      name: id,
      dob: born(turnsThree),
      sex: 'F',
      responsibleAuthority: 'Imagined county',
      home: 'home',
      statuses: [{ status: 'SGO', during: always }],
      siblings: [],
      apart: [],
      consents: [consent],
      withdrawnFrom: null,
      sharing: of(id),
      pets: 'can',
      caredForAlongside: 'no_preference',
      allergies: [],
      takesMedicine: false,
      otherStays: [],
      holidayStays: [],
    })),
    host: {
      household: 'host',
      name: 'The hub',
      localAuthority: 'Imagined county',
      pets: [],
      smoker: false,
      carers: ['carer'],
      approvals: [{ places: 20, ageMin: 0, ageMax: 25, sex: 'any', during: always }],
      checks: ['dbs', 'medical', 'review', 'allergy_training'].map((kind) => ({
        kind,
        expiresOn: '2040-01-01',
      })),
      beds: home.beds.map(({ id, room, days: there }) => ({ id, room, name: id, during: days(there) })),
      closures: home.closed.map(days),
      weekly: [],
      sleepers: home.there.map(({ id, bed, room, hours, turnsThree }) => ({
        child: id,
        alias: `alias ${id}`,
        dob: born(turnsThree),
        sex: 'F',
        fostered: false,
        siblings: [],
        present: hours.map(span),
        room,
        bed,
        responsibleAuthority: 'Imagined county',
        sharing: of(id),
      })),
      exemptions: [],
      keptApart: [],
      rest: [],
      hosted: [],
    },
    leftAtHome: [],
  }
}
