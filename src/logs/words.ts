/** How a child slept. */
export const SLEEP = {
  well: 'Slept well',
  woke: 'Woke in the night',
  hardly: 'Hardly slept',
} as const

export type Sleep = keyof typeof SLEEP
export const SLEEP_CODES = Object.keys(SLEEP) as [Sleep, ...Sleep[]]

/** What came of a dose. */
export const OUTCOME = {
  given: 'Given',
  refused: 'Refused',
  not_given: 'Not given',
} as const

export type Outcome = keyof typeof OUTCOME
export const OUTCOME_CODES = Object.keys(OUTCOME) as [Outcome, ...Outcome[]]

/** What kind of thing happened. */
export const INCIDENT = {
  injury: 'Somebody was hurt',
  illness: 'Illness',
  behaviour: 'Behaviour that worried you',
  missing: 'A child went missing',
  allegation: 'Something was said against somebody',
  police: 'The police came or were called',
  damage: 'Something was broken or damaged',
  other: 'Something else',
} as const

export type IncidentKind = keyof typeof INCIDENT
export const INCIDENT_CODES = Object.keys(INCIDENT) as [IncidentKind, ...IncidentKind[]]

/** Whose word of the stay it is. */
export const WHOSE = { child: 'The child', home_carer: 'A carer at their home' } as const

export type Whose = keyof typeof WHOSE
export const WHOSE_CODES = Object.keys(WHOSE) as [Whose, ...Whose[]]

/** How it was, on the whole. */
export const FELT = { good: 'Good', mixed: 'Good and not so good', bad: 'Not good' } as const

export type Felt = keyof typeof FELT
export const FELT_CODES = Object.keys(FELT) as [Felt, ...Felt[]]
