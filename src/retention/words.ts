/** What a legal hold may be about. */
export const ABOUT = { child: 'A child', household: 'A home', person: 'A person' } as const

export type About = keyof typeof ABOUT
export const ABOUT_CODES = Object.keys(ABOUT) as [About, ...About[]]

/** How long records of a kind are kept: the classes of a table. */
export const CLASSES = {
  child: 'Records about a child',
  carer: 'Records about carers and homes',
  service: 'Records of the service',
  passing: 'Records of a moment',
} as const

export type RetentionClass = keyof typeof CLASSES
