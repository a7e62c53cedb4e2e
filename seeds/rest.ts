import type { HomeKey, StaffKey } from './county.ts'
import type { Offset, When } from './shape.ts'

type SeedRest = {
  readonly home: HomeKey
  readonly by: StaffKey
  readonly on: Offset
  readonly from: When
  readonly nightsInRow?: number
  readonly protectedDays?: readonly number[]
  readonly nightsPerHome?: number
}

type SeedNeed = {
  readonly home: HomeKey
  readonly by: StaffKey
  readonly on: Offset
  readonly nightsAMonth: number
  readonly reason: string
}

/** What the liaison worker settled with the hub. Sundays are its own only after the stays that are told of. */
export const rests: readonly SeedRest[] = [
  { home: 'orchardEnd', by: 'kingfisherLiaison', on: -20, from: -20, nightsInRow: 7, nightsPerHome: 20 },
  {
    home: 'orchardEnd',
    by: 'kingfisherLiaison',
    on: -3,
    from: { friday: 6 },
    nightsInRow: 5,
    protectedDays: [7],
    nightsPerHome: 12,
  },
]

/** Homes that need more, or fewer, than the number of their children says. */
export const needs: readonly SeedNeed[] = [
  {
    home: 'larchCottage',
    by: 'kingfisherLiaison',
    on: -30,
    nightsAMonth: 5,
    reason: 'Both children are up most nights since the summer',
  },
]
