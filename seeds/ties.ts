import type { ChildKey, HomeKey } from './county.ts'
import type { When } from './shape.ts'

/** Brothers and sisters: each of a group is one of every other. Some live apart. */
export const siblings: readonly (readonly ChildKey[])[] = [
  ['finn', 'poppy'],
  ['esi', 'kofi', 'yaw'],
  ['amara', 'jamal'],
  ['ruby', 'otto'],
  ['bethan', 'macsen'],
  ['callie', 'skye'],
  ['isaac', 'naomi', 'levi', 'junia'],
  ['corey', 'demi'],
  ['tiago', 'marisa'],
]

type Apart = {
  readonly child: ChildKey
  readonly from: When
  readonly until?: When
  readonly orderedBy: 'court' | 'safeguarding' | 'advisory'
  readonly reason: string
} & ({ readonly other: ChildKey } | { readonly adult: string })

export const mustNotMeet: readonly Apart[] = [
  {
    child: 'tyler',
    other: 'mia',
    from: -200,
    orderedBy: 'safeguarding',
    reason:
      'Something that happened at a holiday club. Both are safe apart; neither is to be asked about it.',
  },
  {
    child: 'corey',
    other: 'demi',
    from: -255,
    orderedBy: 'court',
    reason: 'Order of the family court. Time together only with a supervisor.',
  },
  {
    child: 'reuben',
    other: 'lilyMae',
    from: -50,
    orderedBy: 'advisory',
    reason: 'Their families know each other and fell out. Advice until both have been asked.',
  },
  {
    child: 'cian',
    adult: 'D. Carrow, drives a grey van',
    from: -560,
    orderedBy: 'court',
    reason: 'Non-molestation order. Ring 999 if he comes, then the duty line.',
  },
  {
    child: 'isaac',
    adult: 'T. Marlow, his uncle',
    from: -400,
    until: -30,
    orderedBy: 'safeguarding',
    reason: 'While the police looked into it; they have finished.',
  },
]

export const friends: readonly (readonly [HomeKey, HomeKey])[] = [
  ['larchCottage', 'weirHouse'],
  ['brambleLodge', 'sallowRow'],
  ['quayCottage', 'fernlea'],
  ['highfield', 'rowanGate'],
  ['pearTreeHouse', 'chapelSteps'],
  // Friends of two constellations.
  ['weirHouse', 'saddlersYard'],
]

export const keptApart: readonly { homes: readonly [HomeKey, HomeKey]; reason: string }[] = [
  { homes: ['drovers', 'cobbles'], reason: 'A brother and sister whom a court keeps apart live there.' },
]

/** More than three children who are not all brothers and sisters: the council exempts the home, naming each. */
export const exemption: {
  home: HomeKey
  reference: string
  children: readonly ChildKey[]
  from: When
  until: When
} = {
  home: 'sunnyBank',
  reference: 'ARD/EX/0417',
  children: ['callie', 'skye', 'dwayne', 'leon'],
  from: -88,
  until: 277,
}

/** Two brothers over three may share a bedroom on stays: their authority agreed, for each of them. */
export const sharing: { children: readonly [ChildKey, ChildKey]; from: When; until: When } = {
  children: ['kofi', 'yaw'],
  from: -119,
  until: 246,
}

/** Nights of the week a home is open for stays, 1 Monday to 7 Sunday. */
export const weekly: readonly { home: HomeKey; nights: readonly number[]; from: When }[] = [
  { home: 'tanyardHouse', nights: [5, 6], from: -90 },
  { home: 'chapelSteps', nights: [5, 6, 7], from: -60 },
]

/** Nights a home takes nobody: from the first up to, but not, the last. `said` is when they said so. */
export const closures: readonly { home: HomeKey; said: When; from: When; until: When; reason: string }[] = [
  {
    home: 'quayCottage',
    said: -44,
    from: { friday: -3 },
    until: { friday: -2 },
    reason: 'Steve has an operation on his hand',
  },
  {
    home: 'orchardEnd',
    said: -6,
    from: { friday: 4, plus: 3 },
    until: { friday: 5, plus: 3 },
    reason: 'A week to ourselves; Weir House answers the phone',
  },
  { home: 'whitethorn', said: -9, from: -7, until: 8, reason: 'Inês is with her mother in Porto' },
]
