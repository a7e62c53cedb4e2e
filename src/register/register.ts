import type { LegalStatus } from '../children/legal-status.ts'
import type { Day } from '../values/london.ts'

/*
 * A service's register as its three files say it. Null and empty lists mean that the register does not say:
 * what is known already then stays. The last days of the files are turned into half-open `until` here.
 */

export const HOME_KINDS = ['mainstream', 'kinship', 'special_guardianship', 'adoptive'] as const
export const APPROVED_SEXES = ['any', 'female', 'male'] as const
export const WANTS = ['yes', 'unsure', 'no'] as const
export const SEXES = ['F', 'M', 'U'] as const
export const CHILD_PETS = ['can', 'must', 'no', 'unknown'] as const
export const ALONGSIDE = ['no_preference', 'with_others', 'only_older', 'only_younger', 'solo'] as const
export const LINK_KINDS = ['must_not_meet', 'friendship', 'keep_apart'] as const
export const ORDERED_BY = ['court', 'safeguarding', 'advisory'] as const
export const CHECK_COLUMNS = {
  dbs: 'dbs_expires',
  review: 'review_due',
  allergy_training: 'allergy_training_until',
} as const

export type CheckKind = keyof typeof CHECK_COLUMNS

export type Approval = {
  from: Day
  until: Day | null
  places: number
  ageMin: number
  ageMax: number
  sex: (typeof APPROVED_SEXES)[number]
}

export type HomeRow = {
  line: number
  reference: string
  kind: (typeof HOME_KINDS)[number]
  carers: string[]
  /** As it is written, `PO6 4UA`; whether anybody knows it is asked later. */
  postcode: string | null
  /** WGS 84 degrees, where the register itself gives them. */
  at: { lat: number; lon: number } | null
  approval: Approval | null
  spareBeds: number | null
  adultHome: boolean | null
  checks: Record<CheckKind, Day | null>
  pets: string[] | null
  smoker: boolean | null
  languages: string[]
  supervisor: string | null
  wants: (typeof WANTS)[number] | null
  canBeHub: boolean | null
}

export type ChildRow = {
  line: number
  reference: string
  firstName: string
  lastName: string
  dob: Day
  sex: (typeof SEXES)[number] | null
  status: LegalStatus | null
  household: string | null
  placedFrom: Day | null
  authority: string | null
  siblingGroup: string | null
  allergies: string[]
  medication: string[]
  pets: (typeof CHILD_PETS)[number] | null
  alongside: (typeof ALONGSIDE)[number] | null
  /** The last day for which overnight stays are agreed. */
  staysUntil: Day | null
  worker: string | null
}

export type LinkRow = {
  line: number
  kind: (typeof LINK_KINDS)[number]
  a: string
  b: string
  orderedBy: (typeof ORDERED_BY)[number] | null
  /** The last day it holds. */
  lastDay: Day | null
  reason: string | null
}

export const FILES = { households: 'households.csv', children: 'children.csv', links: 'links.csv' } as const

/** The three files as text, without byte-order marks; null for a file that is not there. */
export type RegisterTexts = Record<keyof typeof FILES, string | null>
