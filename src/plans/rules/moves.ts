import type { Seat } from './standing.ts'

/** The homes of each constellation by hub, in the order of `seats`; the hub itself left out. */
export function satellitesByHub(seats: readonly Seat[]): Map<string, string[]> {
  const by = new Map<string, string[]>()
  for (const { household, hub } of seats) {
    if (hub === null) continue
    const homes = by.get(hub) ?? []
    if (household !== hub) homes.push(household)
    by.set(hub, homes)
  }
  return by
}

/**
 * The seats with one home moved: to the constellation of another hub, or out of every one (null). Gives a sentence where it
 * cannot be.
 */
export function moved(seats: readonly Seat[], household: string, to: string | null): Seat[] | string {
  const seat = seats.find((one) => one.household === household)
  if (!seat) return 'This home is not part of the plan.'
  if (seat.hub === to)
    return to === null ? 'This home is left out already.' : 'This home is in that constellation already.'
  if (seat.hub === household) return 'This home is the hub. Choose another home of it as the hub first.'
  if (to !== null && !isHub(seats, to)) return 'Choose one of the plan’s hubs.'
  return seats.map((one) => (one.household === household ? { household, hub: to } : one))
}

/** The seats with another home of the same constellation as its hub. Gives a sentence where it cannot be. */
export function withHub(seats: readonly Seat[], household: string): Seat[] | string {
  const old = seats.find((one) => one.household === household)?.hub
  if (old === undefined) return 'This home is not part of the plan.'
  if (old === null) return 'This home is left out. Move it into a constellation first.'
  if (old === household) return 'This home is the hub already.'
  return seats.map((one) => (one.hub === old ? { household: one.household, hub: household } : one))
}

const isHub = (seats: readonly Seat[], household: string) =>
  seats.some((one) => one.household === household && one.hub === household)
