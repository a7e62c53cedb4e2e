import type { PlanChild, PlanFacts, PlanHome, PlanLink } from '../../src/plans/rules/facts.ts'

/** A child of seven on the day of `planFacts`, with nobody else known to be their brother or sister. */
export const planChild = (child: string, changes: Partial<PlanChild> = {}): PlanChild => ({
  child,
  bornOn: '2019-05-01',
  solo: false,
  siblingGroup: null,
  ...changes,
})

/** A home that wants Mockingbird and may be a hub in every way, with one child; or as changed. */
export const planHousehold = (household: string, changes: Partial<PlanHome> = {}): PlanHome => ({
  household,
  name: household,
  place: { lat: 50.8, lon: -1.1 },
  children: [planChild(`child of ${household}`)],
  spareBeds: 2,
  adultHomeFullTime: true,
  approved: true,
  lapsed: [],
  wantsMockingbird: 'yes',
  canBeHub: true,
  inConstellation: false,
  ...changes,
})

export const planFacts = (homes: readonly PlanHome[], links: readonly PlanLink[] = []): PlanFacts => ({
  on: '2026-11-28',
  homes,
  links,
})
