import { packAt } from '../../src/platform/rule-pack.ts'
import type {
  Apart,
  ChildFacts,
  Consent,
  Finding,
  HostFacts,
  Sleeper,
  StayAsked,
  StayFacts,
  Weighed,
} from '../../src/sleepovers/facts.ts'
import { type Day, type Days, daysOf, momentAt, type Span } from '../../src/values/london.ts'
import { nightsOf } from '../../src/values/nights.ts'

/*
 * Facts of a stay that nothing speaks against, to change in the one thing a test is about. Everything fits: a
 * looked-after girl of nine asks for Friday to Sunday at an approved home with four bedrooms and nobody there.
 */

/** The rules of November 2026. */
export const pack = packAt('2026-11-22')

/** `2026-11-27 17:00` in London. */
export const at = (written: string): Date => momentAt(written.slice(0, 10), written.slice(11))

/** From one London time to another, half-open. */
export const span = (from: string, to: string): Span => ({ from: at(from), to: at(to) })

/** Friday 27 November 2026 5pm to Sunday 29 November 4pm: the nights of Friday and Saturday. */
export const WEEKEND = span('2026-11-27 17:00', '2026-11-29 16:00')
export const [FRIDAY, SATURDAY, SUNDAY, MONDAY] = [
  '2026-11-27',
  '2026-11-28',
  '2026-11-29',
  '2026-11-30',
] as const

/** A stretch of days, half-open; without `until` it goes on, without either it always held. */
export const days = (from: Day = '2020-01-01', until: Day | null = null): Days => ({ from, until })

export const agreed = (during: Days = days(), more: Partial<Consent> = {}): Consent => ({
  decision: 'agreed',
  basis: 'delegated_authority',
  conditions: null,
  during,
  ...more,
})

export const apart = (more: Partial<Apart>): Apart => ({
  id: 'order',
  child: null,
  person: null,
  adult: null,
  orderedBy: 'court',
  during: days(),
  ...more,
})

/** A child asked for: nine, looked after, with consent. The id is the name in small letters. */
export const child = (name: string, more: Partial<ChildFacts> = {}): ChildFacts => ({
  id: name.toLowerCase(),
  name,
  dob: '2017-03-14',
  sex: 'F',
  responsibleAuthority: 'Ashcombe Council',
  home: 'home',
  statuses: [{ status: 'C2', during: days() }],
  siblings: [],
  apart: [],
  consents: [agreed()],
  withdrawnFrom: null,
  sharing: [],
  pets: 'can',
  caredForAlongside: 'no_preference',
  allergies: [],
  takesMedicine: false,
  otherStays: [],
  holidayStays: [],
  ...more,
})

/** A foster child who lives at the host, in a room of their own, all the weekend. */
export const sleeper = (id: string, more: Partial<Sleeper> = {}): Sleeper => ({
  child: id,
  alias: [...id].reverse().join(''),
  dob: '2015-06-01',
  sex: 'F',
  fostered: true,
  siblings: [],
  present: [WEEKEND],
  room: null,
  bed: null,
  responsibleAuthority: 'Borough of Tarn',
  sharing: [],
  ...more,
})

/** `bed(1)` is the bed in Bedroom 1; `bed(2, 'Bedroom 1')` stands in the same room. */
export const bed = (number: number, room = `Bedroom ${number}`, during = days()) => ({
  id: `bed-${number}`,
  room,
  name: `Bed ${number}`,
  during,
})

type StayOf = {
  asked?: Partial<StayAsked>
  span?: Span
  children?: ChildFacts[]
  host?: Partial<HostFacts>
  leftAtHome?: string[]
}

/** Everything fits unless said. */
export const stay = ({ asked, span = WEEKEND, children, host, leftAtHome = [] }: StayOf = {}): StayFacts => ({
  asked: {
    kind: 'planned',
    home: 'home',
    span,
    why: 'rest',
    before: [],
    splitReason: null,
    views: {},
    ...asked,
  },
  children: children ?? [child('Ash')],
  host: {
    household: 'host',
    name: 'Harbour House',
    localAuthority: 'Ashcombe Council',
    pets: [],
    smoker: false,
    carers: ['carer'],
    approvals: [{ places: 10, ageMin: 0, ageMax: 18, sex: 'any', during: days() }],
    checks: ['dbs', 'medical', 'review', 'allergy_training'].map((kind) => ({
      kind,
      expiresOn: '2027-11-22',
    })),
    beds: [bed(1), bed(2), bed(3), bed(4)],
    closures: [],
    weekly: [],
    sleepers: [],
    exemptions: [],
    keptApart: [],
    rest: [],
    hosted: [],
    ...host,
  },
  leftAtHome,
})

/** The same, with what every rule is given. */
export const weighed = (of: StayOf = {}): Weighed => {
  const facts = stay(of)
  return { ...facts, pack, nights: nightsOf(facts.asked.span), days: daysOf(facts.asked.span) }
}

/** What was found, as `level key`, in an order of its own. */
export const keysOf = (findings: readonly Finding[]): string[] =>
  findings.map(({ level, key }) => `${level} ${key}`).toSorted()
