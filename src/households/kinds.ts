/** The codes of a home's record with the words people read, in the order a form offers them. */
export const HOME_KINDS = {
  mainstream: 'Foster home',
  kinship: 'Kinship foster home',
  special_guardianship: 'Special guardianship',
  adoptive: 'Adoptive home',
} as const
export type HomeKind = keyof typeof HOME_KINDS

export const CHECKS = {
  dbs: 'Criminal record (DBS)',
  medical: 'Medical',
  review: 'Review of approval',
  allergy_training: 'Allergy training',
  first_aid: 'First aid',
} as const
export type CheckKind = keyof typeof CHECKS

export const SEXES = { any: 'Any child', female: 'Girls only', male: 'Boys only' } as const
export type ApprovedSex = keyof typeof SEXES

export const WISHES = { yes: 'Yes', unsure: 'Not sure', no: 'No' } as const
export type Wish = keyof typeof WISHES

export const LINKS = { friendship: 'Friends', keep_apart: 'Kept apart' } as const
export type LinkKind = keyof typeof LINKS

export const ORDERED_BY = { court: 'A court', safeguarding: 'Safeguarding', advisory: 'Advice' } as const
export type OrderedBy = keyof typeof ORDERED_BY

export const NIGHT_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

/** The codes of a table of words, as a closed list for an answer. */
export const codes = <K extends string>(words: Record<K, string>): [K, ...K[]] =>
  Object.keys(words) as [K, ...K[]]
