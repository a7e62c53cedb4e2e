import type { HomeKey, StaffKey } from './county.ts'
import type { Offset } from './shape.ts'

export type SeedInvitation = {
  readonly home: HomeKey
  readonly part: 'hub' | 'satellite' | 'guest'
  readonly buddy?: HomeKey
  readonly asked: Offset
  /** What the home said and when; nothing while it is still thinking. */
  readonly said?: { readonly on: Offset; readonly answer: 'yes' | 'no'; readonly reason?: string }
  readonly withdrawn?: { readonly on: Offset; readonly reason: string }
  readonly left?: { readonly on: Offset; readonly reason: string }
}

export type SeedConstellation = {
  readonly name: string
  readonly created: Offset
  readonly liaison: StaffKey
  readonly invitations: readonly SeedInvitation[]
  readonly launched?: Offset
}

const yes = (asked: Offset, on: Offset) => ({ asked, said: { on, answer: 'yes' } }) as const

export const constellations = {
  kingfisher: {
    name: 'Kingfisher',
    created: -125,
    liaison: 'kingfisherLiaison',
    invitations: [
      { home: 'orchardEnd', part: 'hub', ...yes(-124, -122) },
      { home: 'larchCottage', part: 'satellite', ...yes(-121, -120) },
      { home: 'weirHouse', part: 'satellite', ...yes(-121, -119) },
      { home: 'brambleLodge', part: 'satellite', ...yes(-121, -118) },
      { home: 'tanyardHouse', part: 'satellite', ...yes(-121, -116) },
      { home: 'fernlea', part: 'satellite', ...yes(-121, -113) },
      { home: 'rowanGate', part: 'satellite', ...yes(-120, -117) },
      { home: 'quayCottage', part: 'satellite', ...yes(-120, -112) },
      {
        home: 'oldMill',
        part: 'satellite',
        ...yes(-120, -110),
        left: { on: -45, reason: 'Winifred looks after her husband now and fosters for weekends only' },
      },
      { home: 'highfield', part: 'satellite', ...yes(-80, -76) },
      { home: 'sallowRow', part: 'guest', buddy: 'brambleLodge', ...yes(-25, -22) },
    ],
    launched: -100,
  },
  skylark: {
    name: 'Skylark',
    created: -40,
    liaison: 'skylarkLiaison',
    invitations: [
      { home: 'saddlersYard', part: 'hub', ...yes(-38, -33) },
      { home: 'pearTreeHouse', part: 'satellite', ...yes(-30, -28) },
      { home: 'chapelSteps', part: 'satellite', ...yes(-30, -24) },
      { home: 'burrowEnd', part: 'satellite', ...yes(-30, -21) },
      { home: 'thistledown', part: 'satellite', ...yes(-30, -15) },
      {
        home: 'copperBeech',
        part: 'satellite',
        asked: -30,
        said: {
          on: -26,
          answer: 'no',
          reason: 'Two teenagers and a job is enough just now. Ask me next year',
        },
      },
      {
        home: 'ivyCottage',
        part: 'satellite',
        asked: -30,
        withdrawn: { on: -16, reason: 'Their checks have to be done first' },
      },
      { home: 'kilnHouse', part: 'satellite', asked: -11 },
      { home: 'lindens', part: 'satellite', asked: -8 },
      { home: 'marchmont', part: 'satellite', asked: -3 },
    ],
  },
} as const satisfies Record<string, SeedConstellation>

export type ConstellationKey = keyof typeof constellations
