import type { PlanSettings } from './facts.ts'

/** What a hub is worth when their number may float: fewer than this saved in journeys, and one hub less is cheaper. */
const HUB_KM = 20

/** The price of a pair of homes with brothers and sisters who cannot always be in one constellation. */
export const SIBLINGS_WISH_KM = 10

/** A journey above this is counted apart: half an hour on a county's roads. */
export const LONG_KM = 15

/** Whole units of cost of so many kilometres: metres. */
export const SCALE = 1000
export const unitsOf = (km: number): number => Math.round(km * SCALE)

/**
 * The settings as they stand before a person changes any: the sizes of the model (6 to 10 satellites; 6 to 18 children
 * is Staffordshire's), the rest the product's own. A hub has a price only where their number may float.
 */
export function usualSettings(constellations: number | { least: number; most: number }): PlanSettings {
  const { least, most } =
    typeof constellations === 'number' ? { least: constellations, most: constellations } : constellations
  return {
    constellations: { least, most, priceKm: least === most ? 0 : HUB_KM },
    satellites: { least: 6, most: 10 },
    children: { least: 6, most: 18 },
    detour: 1.3,
    leaveOutKm: { yes: 30, unsure: 15 },
    siblings: 'always',
    friendshipKm: 3,
    tieKm: 5,
    mixKm: 2,
    mustBeIn: [],
    hubs: [],
    settledHubs: [],
    locks: [],
    bans: [],
    barriers: [],
    journeys: null,
    seed: 1,
  }
}
