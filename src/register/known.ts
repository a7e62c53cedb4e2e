import { type Position, positionsOf } from '../households/position.ts'
import type { Context } from '../platform/context.ts'
import type { KnownChild } from './rules-children.ts'
import type { KnownHome } from './rules-homes.ts'
import type { KnownLink } from './rules-links.ts'
import type { KnownStaff } from './rules-people.ts'
import {
  childReferences,
  homeReferences,
  knownLinks,
  knownPlaces,
  knownSiblings,
  knownStaff,
} from './store.ts'
import { knownChildren } from './store-children.ts'
import { knownHomes } from './store-homes.ts'

/** What a register is weighed against: a service's records, or those of one that is yet to be. */
export type Known = {
  homeReferences: () => Promise<Map<string, string>>
  childReferences: () => Promise<Map<string, string>>
  staff: () => Promise<KnownStaff[]>
  /** Whether any positions were imported. */
  places: () => Promise<boolean>
  positions: (postcodes: readonly string[]) => Promise<Map<string, Position>>
  homes: (ids: readonly string[]) => Promise<Map<string, KnownHome>>
  children: (ids: readonly string[]) => Promise<Map<string, KnownChild>>
  links: () => Promise<Map<string, KnownLink>>
  siblings: () => Promise<Set<string>>
}

/** The records of the service the actor is in. */
export const knownTo = (context: Context): Known => ({
  homeReferences: () => homeReferences(context),
  childReferences: () => childReferences(context),
  staff: () => knownStaff(context),
  places: () => knownPlaces(context),
  positions: (postcodes) => positionsOf(context.db, postcodes),
  homes: (ids) => knownHomes(context, ids),
  children: (ids) => knownChildren(context, ids),
  links: () => knownLinks(context),
  siblings: () => knownSiblings(context),
})

/** A service that is not there yet knows nothing. Where its homes are is only looked up once it is. */
export const NOTHING_KNOWN: Known = {
  homeReferences: async () => new Map(),
  childReferences: async () => new Map(),
  staff: async () => [],
  places: async () => true,
  positions: async (postcodes) =>
    new Map(postcodes.map((postcode) => [postcode, { lat: 0, lon: 0, from: 'outcode' as const }])),
  homes: async () => new Map(),
  children: async () => new Map(),
  links: async () => new Map(),
  siblings: async () => new Set(),
}
