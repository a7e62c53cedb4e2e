/*
 * What is known of the households a plan is made from, as it stands on one day, and what a person settles.
 * The same from a service's records and from a folder of register files.
 */

export interface PlanChild {
  /** The child's key: an id, or the reference in the file. */
  readonly child: string
  readonly bornOn: string
  /** Cared for best alone, says the child's record. */
  readonly solo: boolean
  /** Brothers and sisters carry the same key; null: none known. */
  readonly siblingGroup: string | null
  /** False for a child under a special guardianship order or adopted, who does not count towards the 6 to 18. */
  readonly lookedAfter?: boolean
}

export interface PlanHome {
  /** The household's key: an id, or the reference in the file. */
  readonly household: string
  /** As people know it. */
  readonly name: string
  /** Degrees, WGS 84; null when no place is known. */
  readonly place: { readonly lat: number; readonly lon: number } | null
  /** Children who live there that day. */
  readonly children: readonly PlanChild[]
  readonly spareBeds: number
  readonly adultHomeFullTime: boolean | null
  /** Approved that day. */
  readonly approved: boolean
  /** False for guardians and adopters: they may belong without an approval, and cannot be a hub without one. */
  readonly needsApproval?: boolean
  /** What is past its date that day: "the DBS check", "the review". */
  readonly lapsed: readonly string[]
  readonly wantsMockingbird: 'yes' | 'unsure' | 'no' | null
  readonly canBeHub: boolean | null
  /** Already in a constellation that day: it cannot be planned again. */
  readonly inConstellation: boolean
}

export interface PlanLink {
  readonly kind: 'must_not_meet' | 'keep_apart' | 'friendship' | 'tie'
  /** Households' keys; for must_not_meet the homes of the two children. */
  readonly a: string
  readonly b: string
}

export interface PlanFacts {
  /** The day the facts stand for (ISO date, London). */
  readonly on: string
  readonly homes: readonly PlanHome[]
  readonly links: readonly PlanLink[]
}

/** What a person settles before a run; every price in kilometres, so that it can be weighed against journeys. */
export interface PlanSettings {
  readonly constellations: { readonly least: number; readonly most: number; readonly priceKm: number }
  readonly satellites: { readonly least: number; readonly most: number }
  readonly children: { readonly least: number; readonly most: number }
  /** The road against the straight line. */
  readonly detour: number
  /** What leaving out costs a home that said yes, and one that is unsure. Said no: left out, at no price. */
  readonly leaveOutKm: { readonly yes: number; readonly unsure: number }
  /** Brothers and sisters in different homes: always together, or at a price. */
  readonly siblings: 'always' | { readonly km: number }
  readonly friendshipKm: number
  readonly tieKm: number
  /** For each age band no child of a constellation is in, and each child cared for alone beyond three. */
  readonly mixKm: number
  /** Homes that may not be left out. */
  readonly mustBeIn: readonly string[]
  /** A person's word against the list of possible hubs, with the reason. */
  readonly hubs: readonly { readonly household: string; readonly may: boolean; readonly reason: string }[]
  /** Hubs that are settled already. */
  readonly settledHubs: readonly string[]
  readonly locks: readonly { readonly household: string; readonly hub: string }[]
  readonly bans: readonly { readonly household: string; readonly hub: string }[]
  readonly barriers: readonly {
    readonly name: string
    readonly line: readonly { readonly lat: number; readonly lon: number }[]
    readonly extraKm: number | null
  }[]
  /** Journeys between homes in metres, from an imported matrix; null: the straight line times the detour. */
  readonly journeys: readonly { readonly from: string; readonly to: string; readonly metres: number }[] | null
  readonly seed: number
}
