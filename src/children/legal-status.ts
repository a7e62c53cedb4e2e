/*
 * Legal statuses, in the codes of the SSDA903 return: Department for Education, "Children looked after by local
 * authorities in England: guide to the SSDA903 collection", section on legal status codes. SGO (special
 * guardianship order, Children Act 1989 section 14A) and adopted are this register's own words for children of
 * the programme who are not looked after, and so have no code in the return.
 */

/** Code to plain words, in the order people are asked in: the most usual first. */
export const legalStatusWords = {
  C2: 'Full care order',
  C1: 'Interim care order',
  V2: 'Accommodated by agreement (section 20)',
  V3: 'Short breaks, each stay recorded (section 20)',
  V4: 'Short breaks, agreement recorded (section 20)',
  E1: 'Placement order: may be placed for adoption',
  D1: 'Freed for adoption',
  L1: 'Under police protection',
  L2: 'Emergency protection order',
  L3: 'Child assessment order',
  J1: 'On remand, accommodated by the council',
  J2: 'Accommodated on arrest or in custody (PACE)',
  J3: 'Sentenced to live in council accommodation or intensive fostering',
  SGO: 'Special guardianship order: not looked after',
  adopted: 'Adopted: not looked after',
} as const

export type LegalStatus = keyof typeof legalStatusWords

export const legalStatuses = Object.keys(legalStatusWords) as [LegalStatus, ...LegalStatus[]]

const isKnown = (code: string): code is LegalStatus => Object.hasOwn(legalStatusWords, code)

/** Plain words for a code; a code of another year that is not in the list is shown as it came. */
export const sayLegalStatus = (code: string): string => (isKnown(code) ? legalStatusWords[code] : code)

/**
 * True for a child looked after by a local authority (Children Act 1989 section 22(1)). False under a special
 * guardianship order and for an adopted child: whoever holds parental responsibility agrees to their stays, and
 * none of them goes into the SSDA903 return. An unknown code counts as looked after: the stricter rules apply.
 */
export const isLookedAfter = (code: string): boolean => code !== 'SGO' && code !== 'adopted'

/**
 * True for a child on an agreed series of short breaks (V3, V4). Such a child's stay is never recorded as a
 * temporary placement (SSDA903 rule 382), and they are left out of the stability measures.
 */
export const isShortBreaks = (code: string): boolean => code === 'V3' || code === 'V4'
