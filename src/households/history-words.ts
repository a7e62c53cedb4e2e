import { list, longDay } from '../values/words.ts'
import {
  type ApprovedSex,
  CHECKS,
  type CheckKind,
  HOME_KINDS,
  type HomeKind,
  LINKS,
  type LinkKind,
  NIGHT_NAMES,
  ORDERED_BY,
  type OrderedBy,
  SEXES,
  WISHES,
  type Wish,
} from './kinds.ts'

/** What a fact of a home's history is about. */
export type About =
  | 'details'
  | 'approval'
  | 'check'
  | 'bed'
  | 'closure'
  | 'weekly_pattern'
  | 'carer'
  | 'supervisor'
  | 'link'

export const ABOUT: Record<About, string> = {
  details: 'About the home',
  approval: 'Approval',
  check: 'Check',
  bed: 'Bed',
  closure: 'Nights off',
  weekly_pattern: 'Nights of the week',
  carer: 'Carer',
  supervisor: 'Supervising social worker',
  link: 'Another home',
}

/** A row of the fact's table, by column. */
export type RawFact = Record<string, unknown>

/** A fact in one line of words. `other` names the person or home it points at; null where the reader may not know. */
export function saysOf(about: About, fact: RawFact, other: string | null): string {
  const words = (column: string) => (typeof fact[column] === 'string' ? String(fact[column]) : '')
  switch (about) {
    case 'details':
      return detailsSay(fact)
    case 'approval':
      return `${fact.places} at most, ages ${fact.age_min} to ${fact.age_max}, ${SEXES[fact.sex as ApprovedSex].toLowerCase()}`
    case 'check':
      return `${CHECKS[fact.kind as CheckKind]}: good until ${longDay(words('expires_on'))}`
    case 'bed':
      return `${fact.name}, ${fact.room}`
    case 'closure':
      return words('reason') || 'Nights off'
    case 'weekly_pattern':
      return openNightsSay(fact.open_nights as number[])
    case 'carer':
    case 'supervisor':
      return other ?? 'Somebody you may not see'
    case 'link': {
      const order = fact.ordered_by ? ` (${ORDERED_BY[fact.ordered_by as OrderedBy].toLowerCase()})` : ''
      return `${LINKS[fact.kind as LinkKind]}${order}: ${other ?? 'another home'}`
    }
  }
}

/** `Open every night`, `Open on Friday and Saturday nights`, `Not open on any night`. */
export function openNightsSay(nights: readonly number[] | null): string {
  if (nights === null || nights.length === 7) return 'Open every night'
  if (nights.length === 0) return 'Not open on any night'
  return `Open on ${list(nights.map((night) => NIGHT_NAMES[night - 1] ?? ''))} nights`
}

function detailsSay(fact: RawFact): string {
  const yes = (column: string, words: string) => (fact[column] === true ? words : null)
  const many = (column: string) => (Array.isArray(fact[column]) ? (fact[column] as string[]) : [])
  return [
    fact.name,
    HOME_KINDS[fact.kind as HomeKind],
    fact.postcode,
    fact.local_authority,
    fact.phone,
    many('pets').length > 0 ? `pets: ${list(many('pets'))}` : null,
    many('languages').length > 0 ? `languages: ${list(many('languages'))}` : null,
    many('cultures').length > 0 ? `culture and faith: ${list(many('cultures'))}` : null,
    yes('smoker', 'somebody smokes'),
    yes('adult_home_full_time', 'an adult is at home full time'),
    fact.wants_mockingbird
      ? `wants Mockingbird: ${WISHES[fact.wants_mockingbird as Wish].toLowerCase()}`
      : null,
    yes('can_be_hub', 'could be a hub home'),
  ]
    .filter(Boolean)
    .join(' · ')
}
