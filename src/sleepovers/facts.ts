import type { Role } from '../platform/actor.ts'
import type { RuleNumber, RulePack } from '../platform/rule-pack.ts'
import type { Day, Days, Span } from '../values/london.ts'
import type { Kind, Level } from './words.ts'

/** What one rule says of one stay. Names only children who were asked for: anyone else is "a child". */
export type Finding = {
  rule: RuleNumber
  /** The same each time the same thing is found, so that a yes given to it is found again. */
  key: string
  level: Level
  /** One sentence for the person who asks. */
  says: string
  /** Which record says so, or which is missing. */
  evidence: string
  /** Law, guidance or policy it comes from. */
  source: string
  /** Whose yes would do; empty when nobody's would. */
  overriddenBy: readonly Role[]
  /** The children asked for whom it is about; empty when it is about all of them. */
  children: string[]
  /** Whose social worker speaks, where that is a child who was not asked for; never shown. */
  speaksFor?: string
}

const SOMEBODY = 'a child who was not asked for'

/** The finding as it leaves the house: another home's child is not even an id. */
export const forEyes = (finding: Finding): Finding =>
  finding.speaksFor ? { ...finding, speaksFor: SOMEBODY } : finding

/** A child at the host in the time that is looked at, living there or staying. */
export type Sleeper = {
  child: string
  /** Stands for the child's id where whoever asks must not learn it. */
  alias: string
  dob: Day
  sex: string
  /** Counts for the usual fostering limit: looked after. */
  fostered: boolean
  siblings: string[]
  /** When they are there, each half-open. */
  present: Span[]
  /** The room they sleep in; null for a child who lives there, in a room of their own, or is there by day. */
  room: string | null
  bed: string | null
  responsibleAuthority: string | null
  /** Written agreements of their authority that they share a bedroom. */
  sharing: { with: string; during: Days }[]
}

export type Apart = {
  id: string
  child: string | null
  person: string | null
  adult: string | null
  orderedBy: 'court' | 'safeguarding' | 'advisory'
  during: Days
}

export type Consent = {
  decision: 'agreed' | 'refused' | 'ask_each_time'
  basis: 'delegated_authority' | 'responsible_authority' | 'parental_responsibility' | 'spoken'
  conditions: string | null
  during: Days
}

export type ChildFacts = {
  id: string
  name: string
  dob: Day
  sex: string
  responsibleAuthority: string | null
  /** Where they live on the first day; null for nowhere here. */
  home: string | null
  statuses: { status: string; during: Days }[]
  siblings: string[]
  apart: Apart[]
  consents: Consent[]
  /** The last day an overnight consent was withdrawn from, where it was. */
  withdrawnFrom: Day | null
  /** Written agreements to share a bedroom. */
  sharing: { with: string; during: Days }[]
  pets: 'can' | 'must' | 'no' | 'unknown'
  caredForAlongside: 'no_preference' | 'with_others' | 'only_older' | 'only_younger' | 'solo'
  allergies: {
    what: string
    severity: 'mild' | 'severe'
    pen?: boolean | undefined
    penExpires?: Day | null | undefined
  }[]
  takesMedicine: boolean
  /** Other stays that hold this child, by night or by day. */
  otherStays: Span[]
  /** Stays because the carer is on holiday, of the twelve months before and whatever is booked after. */
  holidayStays: Span[]
}

export type HostFacts = {
  household: string
  name: string
  localAuthority: string | null
  pets: string[]
  smoker: boolean | null
  carers: string[]
  approvals: {
    places: number
    ageMin: number
    ageMax: number
    sex: 'any' | 'female' | 'male'
    during: Days
  }[]
  checks: { kind: string; expiresOn: Day }[]
  beds: { id: string; room: string; name: string; during: Days }[]
  closures: Days[]
  /** Nights of the week the home is open, 1 Monday to 7 Sunday, by the days that held. None: every night. */
  weekly: { openNights: number[]; during: Days }[]
  sleepers: Sleeper[]
  exemptions: { children: string[]; during: Days }[]
  /** Homes this one is kept apart from. */
  keptApart: { household: string; orderedBy: Apart['orderedBy'] | null; during: Days }[]
  /** What was settled for the home's rest and for sharing it fairly. */
  rest: { nightsInRow: number | null; protectedDays: number[]; nightsPerHome: number | null; during: Days }[]
  /** Children who hold a bed here from twelve weeks before the time looked at to three after it; only where `rest` is. */
  hosted: { child: string; home: string; span: Span }[]
}

export type StayAsked = {
  kind: Kind
  home: string
  span: Span
  why: string
  /** The stays this one goes on from without a return between, the first of them first; none for most. */
  before: Span[]
  /** Why brothers or sisters at home are not asked for too, where that was said. */
  splitReason: string | null
  /** What each child said about it, by child. */
  views: Record<string, string>
  /** The bed each child sleeps in already, to be kept where it can, or changed for another. */
  bedsNow?: { wish: 'keep' | 'change'; beds: Record<string, string> } | undefined
}

export type StayFacts = {
  asked: StayAsked
  children: ChildFacts[]
  host: HostFacts
  /** Brothers and sisters in the same home who are not asked for. */
  leftAtHome: string[]
}

/** What every rule is given: the facts, the pack, and what follows from the span. */
export type Weighed = StayFacts & { pack: RulePack; nights: Day[]; days: Day[] }
