import { type ChildFacts, noChildFacts } from '../children/bulk.ts'
import { isLookedAfter } from '../children/legal-status.ts'
import type { Allergy, Medicine } from '../children/rules.ts'
import type { Fact } from '../platform/many.ts'
import { addDays, type Day } from '../values/london.ts'
import { type ChildRow, FILES } from './register.ts'
import { type Change, earlier, inWords, nothingSaid, or, replace, type Said, same } from './rules.ts'

export type ChildDetail = {
  first_name: string
  last_name: string
  dob: Day
  sex: string
  responsible_authority: string | null
  pets: string
  cared_for_alongside: string
}

/** A care card as it stands, with every column it has. */
export type KnownCard = { allergies: Allergy[]; medication: Medicine[]; contacts: unknown } & {
  [column in CardWords]: string | null
}

type CardWords = (typeof CARD_WORDS)[number]
const CARD_WORDS = [
  'known_as',
  'routines',
  'triggers',
  'what_helps',
  'missing_history',
  'culture',
  'faith',
  'language',
  'food',
  'hair_and_skin',
] as const

/** What is known of a child today or in time to come; of consent to overnight stays, the last word. */
export type KnownChild = {
  detail: ChildDetail | null
  status: string | null
  placement: { id: string; household: string; from: Day; until: Day | null } | null
  card: KnownCard | null
  consent: { decision: string; until: Day | null; withdrawn: boolean } | null
  workers: string[]
}

export const UNKNOWN_CHILD: KnownChild = {
  detail: null,
  status: null,
  placement: null,
  card: null,
  consent: null,
  workers: [],
}

/** A line of the register with what it is weighed against; `home` is the id of the home it names. */
export type ChildCase = {
  id: string
  row: ChildRow
  known: KnownChild
  home: string | null
  worker: string | null
}

export type DecidedChildren = Said & { facts: ChildFacts; changed: Set<string> }

/** What a register changes about children. `today` is the London day from which changed values hold. */
export function decideChildren(cases: readonly ChildCase[], today: Day): DecidedChildren {
  const out: DecidedChildren = { ...nothingSaid(), facts: noChildFacts(), changed: new Set() }
  for (const one of cases) {
    const changes: Change[] = []
    const say = (what: string, was: unknown, now: unknown) =>
      changes.push({ about: one.row.reference, what, was: inWords(was), now: inWords(now) })
    decideDetail(one, today, out, say)
    decideStatus(one, today, out, say)
    decidePlacement(one, today, out, say)
    decideCard(one, today, out, say)
    decideConsent(one, today, out, say)
    decideWorker(one, today, out, say)
    if (one.known.detail && changes.length > 0) {
      out.changes.push(...changes)
      out.changed.add(one.row.reference)
    }
  }
  return out
}

type Say = (what: string, was: unknown, now: unknown) => void

const LABELS: Record<keyof ChildDetail, string> = {
  first_name: 'first name',
  last_name: 'last name',
  dob: 'date of birth',
  sex: 'sex',
  responsible_authority: 'responsible authority',
  pets: 'pets',
  cared_for_alongside: 'cared for alongside',
}

/** Who a child is holds from their birth; a change of it, from today. */
function decideDetail(one: ChildCase, today: Day, out: DecidedChildren, say: Say): void {
  const { row, known } = one
  const before = known.detail
  const values: ChildDetail = {
    first_name: row.firstName,
    last_name: row.lastName,
    dob: row.dob,
    sex: row.sex ?? before?.sex ?? 'U',
    responsible_authority: or(row.authority, before?.responsible_authority),
    pets: row.pets ?? before?.pets ?? 'unknown',
    cared_for_alongside: row.alongside ?? before?.cared_for_alongside ?? 'no_preference',
  }
  const differing = !before
    ? []
    : (Object.keys(values) as (keyof ChildDetail)[]).filter((key) => !same(values[key], before?.[key]))
  if (before && differing.length === 0) return
  for (const key of differing) say(LABELS[key], before?.[key], values[key])
  out.facts.child_detail.push(fact(one, {}, values, before ? today : row.dob, null, !before))
}

function decideStatus(one: ChildCase, today: Day, out: DecidedChildren, say: Say): void {
  const { row, known } = one
  if (!row.status || row.status === known.status) return
  say('legal status', known.status, row.status)
  out.facts.legal_status.push(fact(one, {}, { status: row.status }, today, null, !known.status))
}

/** A placement has its own first day; a corrected day takes the placement of before back. */
function decidePlacement(one: ChildCase, today: Day, out: DecidedChildren, say: Say): void {
  const { row, known, home } = one
  const before = known.placement
  const from = row.placedFrom
  if (!home || !from) return
  if (from > today) {
    const says = `${from} is in the future: until then the child is not at this home`
    out.notices.push({ file: FILES.children, line: row.line, column: 'placed_from', says })
  }
  const stays = before?.household === home
  if (stays && before.from === from) return
  if (stays) say('placed from', before.from, from)
  else say('home', before ? 'another home' : null, `${row.household}, from ${from}`)
  const placed = fact(one, {}, { household_id: home }, from, stays ? before.until : null, !known.detail)
  out.facts.placement.push({ ...placed, instead: stays ? before.id : null })
}

const SEVERE = /\bsevere|anaphyl|\bpens?\b|epi-?pen|auto-?injector/i
const PEN = /\bpens?\b|epi-?pen|jext|emerade|adrenaline|auto-?injector/i

/** The allergies a register names. One with an adrenaline pen to it is severe, wherever the pen is written. */
export function allergiesOf(row: Pick<ChildRow, 'allergies' | 'medication'>): Allergy[] {
  const carriesPen = row.medication.some((name) => PEN.test(name))
  return row.allergies.map((what) => ({
    what,
    severity: carriesPen || SEVERE.test(what) ? 'severe' : 'mild',
    pen: carriesPen || PEN.test(what),
    penExpires: null,
  }))
}

const medicineOf = (name: string): Medicine => ({ name, dose: '', times: '', how: null, asNeeded: false })

/**
 * What the register names is added to the care card and nothing is taken off it: a host reads it at night, and
 * the people who know the child may have written more.
 */
function decideCard(one: ChildCase, today: Day, out: DecidedChildren, say: Say): void {
  const { row, known } = one
  const before = known.card
  const has = (words: readonly string[], word: string) =>
    words.some((one) => one.toLowerCase() === word.toLowerCase())
  const whats = (before?.allergies ?? []).map(({ what }) => what)
  const names = (before?.medication ?? []).map(({ name }) => name)
  const allergies = allergiesOf(row).filter(({ what }) => !has(whats, what))
  const medication = row.medication.filter((name) => !has(names, name)).map(medicineOf)
  if (allergies.length + medication.length === 0) return
  if (allergies.length > 0) say('allergies', whats, [...whats, ...allergies.map(({ what }) => what)])
  if (medication.length > 0) say('medication', names, [...names, ...medication.map(({ name }) => name)])
  const values = {
    ...Object.fromEntries(CARD_WORDS.map((column) => [column, before?.[column] ?? null])),
    contacts: before?.contacts ?? [],
    allergies: [...(before?.allergies ?? []), ...allergies],
    medication: [...(before?.medication ?? []), ...medication],
  }
  out.facts.care_card.push(fact(one, {}, values, today, null, !before))
}

/**
 * `stays_agreed_until` is the last day agreed. Who agrees for a child who is not looked after is whoever holds
 * parental responsibility (Children Act 1989 sections 3 and 14C; invariant 25). A register never turns a refusal
 * or a withdrawal back into a yes.
 */
function decideConsent(one: ChildCase, today: Day, out: DecidedChildren, say: Say): void {
  const { row, known } = one
  const before = known.consent
  if (!row.staysUntil) return
  const until = addDays(row.staysUntil, 1)
  if (before && (before.withdrawn || before.decision !== 'agreed')) {
    const stands = before.withdrawn ? 'withdrawn' : before.decision.replaceAll('_', ' ')
    const says = `the record says ${stands}, and that stays; record a new yes on the child’s own page`
    out.notices.push({ file: FILES.children, line: row.line, column: 'stays_agreed_until', says })
    return
  }
  if (before?.until === until) return
  say('overnight stays agreed until', before?.until && addDays(before.until, -1), row.staysUntil)
  const status = row.status ?? known.status
  const lookedAfter = status === null || isLookedAfter(status)
  const values = {
    decision: 'agreed',
    basis: lookedAfter ? 'responsible_authority' : 'parental_responsibility',
    given_by: lookedAfter
      ? (row.authority ?? known.detail?.responsible_authority ?? 'The responsible authority')
      : 'Whoever holds parental responsibility',
  }
  out.facts.consent.push(
    fact(one, { item: 'overnight_stay' }, values, earlier(today, row.staysUntil), until, !before),
  )
}

function decideWorker(one: ChildCase, today: Day, out: DecidedChildren, say: Say): void {
  const { row, known, worker } = one
  const { added, gone } = replace(worker ? [worker] : [], known.workers)
  if (added.length > 0) say('social worker', gone.length > 0 ? 'somebody else' : null, row.worker)
  for (const person of added)
    out.facts.child_worker.push(fact(one, { person_id: person }, {}, today, null, true))
  for (const person of gone)
    out.facts.child_worker.push(fact(one, { person_id: person }, null, today, null, false))
}

const fact = (
  { id }: ChildCase,
  key: Record<string, unknown>,
  values: Record<string, unknown> | null,
  from: Day,
  until: Day | null,
  fresh: boolean,
): Fact => ({ key: { child_id: id, ...key }, values, from, until, fresh })
