/** The homes of each service: one hub with two satellites, a home of another constellation, one that is invited. */
export const FAMILIES = ['hub', 'mine', 'peer', 'far', 'free'] as const
export type Family = (typeof FAMILIES)[number]

/**
 * What a word is about, and so who may read it: `near` what the constellation knows of a home, `home` what only
 * those who answer for the home know, `child`, `stay`, `apart` who must not meet, `ring` the constellation's own
 * affairs, `leaving` why a home said no or left, `link` why homes are kept apart, `unmet` what could not be met, `hold`
 * why a record is held back from being let go.
 */
export type Kind =
  | 'near'
  | 'home'
  | 'child'
  | 'stay'
  | 'apart'
  | 'ring'
  | 'leaving'
  | 'link'
  | 'unmet'
  | 'hold'
  | 'staff'
  | 'upload'
  | 'audit'

export type ServiceName = 'north' | 'south'

/** A word that says whose it is wherever it turns up: `Zz-north-mine-child`. */
export const marker = (service: ServiceName, family: Family | 'office', kind: Kind): string =>
  `Zz-${service}-${family}-${kind}`

/** `north mine child`: every kind of knowledge that shows in a text. */
export function markersIn(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/Zz-(\w+)-(\w+)-(\w+)/gi)].map(([, ...parts]) => parts.join(' ').toLowerCase()),
  )
}
