import type { NewPerson } from '../access/bulk.ts'
import { type HomeFacts, type NewBed, noHomeFacts } from '../households/bulk.ts'
import { CHECKS } from '../households/kinds.ts'
import type { Position } from '../households/position.ts'
import type { Fact } from '../platform/many.ts'
import { addDays, type Day } from '../values/london.ts'
import { type Approval, type CheckKind, FILES, type HomeRow } from './register.ts'
import {
  type Change,
  earlier,
  homeName,
  inWords,
  later,
  nameKey,
  nothingSaid,
  or,
  replace,
  type Said,
  same,
} from './rules.ts'

export type HomeDetail = {
  name: string
  kind: string
  phone: string | null
  postcode: string | null
  lat: number | null
  lon: number | null
  position_from: string
  local_authority: string | null
  pets: string[]
  smoker: boolean | null
  languages: string[]
  cultures: string[]
  adult_home_full_time: boolean | null
  wants_mockingbird: string | null
  can_be_hub: boolean | null
}

/** What is known of a home today or in time to come. */
export type KnownHome = {
  detail: HomeDetail | null
  approval: Approval | null
  checks: { kind: string; expires: Day }[]
  /** `held` while a stay, now or coming, keeps the bed. */
  beds: { id: string; room: string; held: boolean }[]
  carers: { person: string; name: string }[]
  workers: string[]
}

export const UNKNOWN_HOME: KnownHome = {
  detail: null,
  approval: null,
  checks: [],
  beds: [],
  carers: [],
  workers: [],
}

/** A line of the register with what it is weighed against. */
export type HomeCase = {
  id: string
  row: HomeRow
  known: KnownHome
  /** Where its postcode is, if anybody knows. */
  position: Position
  supervisor: string | null
}

export type DecidedHomes = Said & {
  facts: HomeFacts
  people: NewPerson[]
  beds: NewBed[]
  endedBeds: string[]
  /** References of homes of which something changes; not the new ones. */
  changed: Set<string>
}

/** What a register changes about homes. `today` is the London day from which changed values hold. */
export function decideHomes(cases: readonly HomeCase[], today: Day, newId: () => string): DecidedHomes {
  const out: DecidedHomes = {
    ...nothingSaid(),
    facts: noHomeFacts(),
    people: [],
    beds: [],
    endedBeds: [],
    changed: new Set(),
  }
  for (const one of cases) {
    const changes: Change[] = []
    const say = (what: string, was: unknown, now: unknown) =>
      changes.push({ about: one.row.reference, what, was: inWords(was), now: inWords(now) })
    decideDetail(one, today, out, say)
    decideApproval(one, today, out, say)
    decideChecks(one, today, out, say)
    decideBeds(one, out, say, newId)
    decideCarers(one, today, out, say, newId)
    decideSupervisor(one, today, out, say)
    if (one.known.detail && changes.length > 0) {
      out.changes.push(...changes)
      out.changed.add(one.row.reference)
    }
  }
  return out
}

type Say = (what: string, was: unknown, now: unknown) => void

/** A home that is new has been what it is since it was approved. */
const since = ({ row, known }: HomeCase, today: Day): Day =>
  known.detail || !row.approval ? today : earlier(row.approval.from, today)

const LABELS: Partial<Record<keyof HomeDetail, string>> = {
  name: 'name',
  kind: 'kind of home',
  postcode: 'postcode',
  lat: 'latitude',
  lon: 'longitude',
  pets: 'pets',
  smoker: 'anyone smokes',
  languages: 'languages',
  adult_home_full_time: 'an adult at home full time',
  wants_mockingbird: 'wants Mockingbird',
  can_be_hub: 'could be a hub home',
}

function decideDetail(one: HomeCase, today: Day, out: DecidedHomes, say: Say): void {
  const { row, known } = one
  const before = known.detail
  const values: HomeDetail = {
    name: row.carers.length > 0 ? homeName(row.carers) : (before?.name ?? `Home ${row.reference}`),
    kind: row.kind,
    phone: before?.phone ?? null,
    postcode: or(row.postcode, before?.postcode),
    ...placeOf(one),
    local_authority: before?.local_authority ?? null,
    pets: row.pets ?? before?.pets ?? [],
    smoker: or(row.smoker, before?.smoker),
    languages: row.languages.length > 0 ? row.languages : (before?.languages ?? []),
    // No register has them; what is known stays.
    cultures: before?.cultures ?? [],
    adult_home_full_time: or(row.adultHome, before?.adult_home_full_time),
    wants_mockingbird: or<string>(row.wants, before?.wants_mockingbird),
    can_be_hub: or(row.canBeHub, before?.can_be_hub),
  }
  const differing = !before
    ? []
    : (Object.keys(values) as (keyof HomeDetail)[]).filter((key) => !same(values[key], before?.[key]))
  if (before && differing.length === 0) return
  for (const key of differing) {
    const label = LABELS[key]
    if (label) say(label, before?.[key], values[key])
  }
  out.facts.household_detail.push(fact(one, {}, values, since(one, today), null, !before))
}

type Place = Pick<HomeDetail, 'lat' | 'lon' | 'position_from'>

/** The register's own degrees first; a position once given stays while the postcode does. */
function placeOf({ row, known: { detail: before }, position }: HomeCase): Place {
  if (row.at) return { ...row.at, position_from: 'register' }
  const moved = row.postcode !== null && row.postcode !== before?.postcode
  const keeps = before && !moved && (before.position_from === 'register' || position.from === 'none')
  if (keeps) return { lat: before.lat, lon: before.lon, position_from: before.position_from }
  return { lat: position.lat, lon: position.lon, position_from: position.from }
}

/** A new approval holds from its own day; a change of the terms in force, from today. */
function decideApproval(one: HomeCase, today: Day, out: DecidedHomes, say: Say): void {
  const { row, known } = one
  const given = row.approval
  if (!given) return
  const before = known.approval
  const terms = { places: given.places, age_min: given.ageMin, age_max: given.ageMax, sex: given.sex }
  if (!before) {
    say('approval', null, sayApproval(given))
    out.facts.approval.push(fact(one, {}, terms, given.from, given.until, !known.detail))
    return
  }
  if (same(sayApproval(before), sayApproval(given))) return
  say('approval', sayApproval(before), sayApproval(given))
  const start = given.from > before.from ? given.from : later(today, before.from)
  const from = given.until ? later(given.from, earlier(start, addDays(given.until, -1))) : start
  out.facts.approval.push(fact(one, {}, terms, from, given.until, false))
}

const sayApproval = ({ places, ageMin, ageMax, sex, until }: Approval): string =>
  `${places} places, ages ${ageMin} to ${ageMax}, ${sex}${until ? `, until ${addDays(until, -1)}` : ''}`

function decideChecks(one: HomeCase, today: Day, out: DecidedHomes, say: Say): void {
  for (const [kind, expires] of Object.entries(one.row.checks) as [CheckKind, Day | null][]) {
    const before = one.known.checks.find((check) => check.kind === kind)
    if (!expires || before?.expires === expires) continue
    say(`${CHECKS[kind]} runs out`, before?.expires, expires)
    out.facts.household_check.push(fact(one, { kind }, { expires_on: expires }, today, null, !before))
  }
}

function decideBeds(one: HomeCase, out: DecidedHomes, say: Say, newId: () => string): void {
  const { row, known } = one
  const wanted = row.spareBeds
  if (wanted === null || wanted === known.beds.length) return
  say('spare beds', known.beds.length, wanted)
  const rooms = new Set(known.beds.map((bed) => bed.room))
  for (let number = 1, more = wanted - known.beds.length; more > 0; number++) {
    const room = `Spare room ${number}`
    if (rooms.has(room)) continue
    out.beds.push({ id: newId(), household: one.id, room, name: 'Bed 1' })
    more--
  }
  const free = known.beds.filter((bed) => !bed.held).reverse()
  const fewer = known.beds.length - wanted
  if (fewer > free.length) {
    const held = known.beds.length - free.length
    const what = `it says ${wanted}, but ${held} of the home’s ${known.beds.length} beds are promised to stays`
    const mend = 'move or cancel those stays first, or keep the beds until they are over'
    out.problems.push({ file: FILES.households, line: row.line, column: 'spare_beds', what, mend })
  } else if (fewer > 0) out.endedBeds.push(...free.slice(0, fewer).map((bed) => bed.id))
}

/** Carers are matched by name within their home: two homes may have carers of the same name. */
function decideCarers(one: HomeCase, today: Day, out: DecidedHomes, say: Say, newId: () => string): void {
  const { row, known } = one
  const { added, gone } = replace(
    row.carers.map(nameKey),
    known.carers.map((carer) => nameKey(carer.name)),
  )
  for (const name of row.carers.filter((carer) => added.includes(nameKey(carer)))) {
    const person = newId()
    out.people.push({ id: person, name, kind: 'carer' })
    say('carer', null, name)
    out.facts.household_carer.push(fact(one, { person_id: person }, {}, since(one, today), null, true))
  }
  for (const carer of known.carers.filter(({ name }) => gone.includes(nameKey(name)))) {
    say('carer', carer.name, 'no longer')
    out.facts.household_carer.push(fact(one, { person_id: carer.person }, null, today, null, false))
  }
}

function decideSupervisor(one: HomeCase, today: Day, out: DecidedHomes, say: Say): void {
  const { known, supervisor, row } = one
  if (!supervisor || known.workers.includes(supervisor)) return
  say('supervising social worker', known.workers.length > 0 ? 'somebody else' : null, row.supervisor)
  const fresh = known.workers.length === 0
  out.facts.household_worker.push(fact(one, {}, { person_id: supervisor }, today, null, fresh))
}

const fact = (
  { id }: HomeCase,
  key: Record<string, unknown>,
  values: Record<string, unknown> | null,
  from: Day,
  until: Day | null,
  fresh: boolean,
): Fact => ({ key: { household_id: id, ...key }, values, from, until, fresh })
