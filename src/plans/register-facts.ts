import { isLookedAfter } from '../children/legal-status.ts'
import type { Register } from '../register/read-register.ts'
import type { ChildRow, HomeRow, LinkRow } from '../register/register.ts'
import type { Point } from '../values/distance.ts'
import { type Day, holds } from '../values/london.ts'
import type { PlanChild, PlanFacts, PlanHome, PlanLink } from './rules/facts.ts'

const CHECKS = {
  dbs: 'the DBS check',
  review: 'the review',
  allergy_training: 'the allergy training',
} as const

/**
 * What a register says of a day, with its references as keys. `placeOf` finds a home that the register itself gives no
 * lat and lon. A register knows no constellations and no ties.
 */
export function factsOf(
  register: Pick<Register, 'homes' | 'children' | 'links'>,
  on: Day,
  placeOf: (postcode: string) => Point | null,
): PlanFacts {
  const there = register.children.filter(
    ({ household, placedFrom }) => household !== null && (placedFrom === null || placedFrom <= on),
  )
  const living = new Map<string, PlanChild[]>()
  for (const row of there) {
    const household = row.household as string
    living.set(household, [...(living.get(household) ?? []), childOf(row)])
  }
  const homeOfChild = new Map(there.map(({ reference, household }) => [reference, household as string]))
  return {
    on,
    homes: register.homes.map((row) => homeOf(row, on, living.get(row.reference) ?? [], placeOf)),
    links: register.links
      .filter(({ lastDay }) => lastDay === null || lastDay >= on)
      .flatMap((row) => linkOf(row, homeOfChild)),
  }
}

const childOf = ({ reference, dob, alongside, siblingGroup, status }: ChildRow): PlanChild => ({
  child: reference,
  bornOn: dob,
  solo: alongside === 'solo',
  siblingGroup,
  lookedAfter: status === null || isLookedAfter(status),
})

function homeOf(
  row: HomeRow,
  on: Day,
  children: readonly PlanChild[],
  placeOf: (postcode: string) => Point | null,
): PlanHome {
  const { reference, kind, approval, checks } = row
  const found = row.at ?? (row.postcode === null ? null : placeOf(row.postcode))
  return {
    household: reference,
    name: reference,
    place: found && { lat: found.lat, lon: found.lon },
    children,
    spareBeds: row.spareBeds ?? 0,
    adultHomeFullTime: row.adultHome,
    approved: approval !== null && holds(approval, on),
    needsApproval: kind === 'mainstream' || kind === 'kinship',
    lapsed: (Object.keys(CHECKS) as (keyof typeof CHECKS)[])
      .filter((check) => (checks[check] ?? on) < on)
      .map((check) => CHECKS[check]),
    wantsMockingbird: row.wants,
    canBeHub: row.canBeHub,
    inConstellation: false,
  }
}

/** Children who must not meet are kept apart by their homes; one who lives nowhere that day asks for nothing. */
function linkOf({ kind, a, b }: LinkRow, homeOfChild: ReadonlyMap<string, string>): PlanLink[] {
  if (kind !== 'must_not_meet') return [{ kind, a, b }]
  const [one, other] = [homeOfChild.get(a), homeOfChild.get(b)]
  return one === undefined || other === undefined ? [] : [{ kind, a: one, b: other }]
}
