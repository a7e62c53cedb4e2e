/** What a person typed, each answer read by itself; what is undefined is as usual. */
export type Typed = {
  constellations: number
  upTo?: number | undefined
  hubKm?: number | undefined
  satellitesLeast?: number | undefined
  satellitesMost?: number | undefined
  childrenLeast?: number | undefined
  childrenMost?: number | undefined
  households?: string[] | undefined
  mustBeIn: string[]
  hubs: { household: string; may: boolean; reason: string | null }[]
  settledHubs: string[]
  locks: { household: string; hub: string }[]
  bans: { household: string; hub: string }[]
  barriers: string | null
  journeys: string | null
  detour?: number | undefined
  leaveOutYesKm?: number | undefined
  leaveOutUnsureKm?: number | undefined
  siblings?: 'always' | 'price' | undefined
  siblingsKm?: number | undefined
  friendshipKm?: number | undefined
  tieKm?: number | undefined
  mixKm?: number | undefined
  seed?: number | undefined
}

/** What is wrong with an answer, at its field. */
export type Issue = { field: string; message: string }
