import type { Day } from '../values/london.ts'
import { addDays } from '../values/london.ts'
import { longDay } from '../values/words.ts'
import type { ConsentState, PenState } from './rules.ts'

/** What consent may be asked for, in the order people think of it: the stay first. */
export const consentItems = {
  overnight_stay: 'Overnight stays',
  day_care: 'Day care',
  activities: 'Activities and clubs',
  school_trip: 'School trips',
  haircut: 'Haircuts',
  routine_medical: 'Routine medical treatment',
  dental: 'Dental treatment',
  photographs: 'Photographs',
  contact: 'Time with family and friends',
  travel_abroad: 'Travel abroad',
  internet: 'Internet and phone',
} as const

export const decisions = {
  agreed: 'Agreed',
  ask_each_time: 'Ask each time',
  refused: 'Refused',
} as const

export const bases = {
  delegated_authority: 'The authority has handed this to the carer (delegated authority)',
  responsible_authority: 'The responsible authority agreed',
  parental_responsibility: 'Someone with parental responsibility agreed',
  spoken: 'Agreed by word of mouth, to be confirmed in writing',
} as const

export const consentStates: Record<ConsentState, string> = {
  agreed: 'Agreed, in date',
  runs_out_soon: 'Runs out soon',
  ask_each_time: 'Ask each time',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  run_out: 'Has run out',
  not_asked: 'Not asked yet',
}

export const penStates: Record<PenState, string> = {
  in_date: 'Adrenaline pen in date',
  runs_out_soon: 'Adrenaline pen runs out soon',
  expired: 'Adrenaline pen has expired',
  not_known: 'Adrenaline pen: expiry date not known',
}

export const sexes = { F: 'Girl', M: 'Boy', U: 'Not known' } as const

/** SocialCareData placements standard v2 (MIT): pets, and who a child may be cared for alongside. */
export const petWords = {
  unknown: 'Not known',
  can: 'Can live with pets',
  must: 'Needs to live with pets',
  no: 'Cannot live with pets',
} as const

export const alongsideWords = {
  no_preference: 'No preference',
  with_others: 'With other children',
  only_older: 'Only with older children',
  only_younger: 'Only with younger children',
  solo: 'As the only child',
} as const

export const orderedByWords = {
  court: 'Ordered by a court',
  safeguarding: 'Ordered by safeguarding',
  advisory: 'Advised',
} as const

/** A half-open stretch of days as people say it: `from 1 May 2026`, `1 May 2026 to 3 June 2026` (both days in it). */
export function sayDays(from: Day | null, until: Day | null): string {
  const last = until && longDay(addDays(until, -1))
  if (from === null) return last ? `until ${last}` : 'always'
  if (last === null) return `from ${longDay(from)}`
  return last === longDay(from) ? `on ${last}` : `${longDay(from)} to ${last}`
}

/** The codes of a table of words, for a field that takes one of them. */
export const codesOf = <K extends string>(table: Record<K, string>): [K, ...K[]] =>
  Object.keys(table) as [K, ...K[]]

/** A code in words; one that is not in the table is shown as it came. */
export const say = (table: Record<string, string>, code: string): string =>
  Object.hasOwn(table, code) ? (table[code] ?? code) : code
