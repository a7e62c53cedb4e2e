import { reasonsAgainst } from './candidates.ts'
import type { PlanFacts, PlanHome } from './facts.ts'
import type { Seat } from './standing.ts'

/** A home that was asked by a constellation and has not answered. */
export type AskedAlready = { household: string; constellation: string }

/**
 * What has changed since a plan was made, so that it can no longer become constellations as it stands: each a sentence. Also
 * what the plan was made without: who must not meet is held against the records of today, whatever the plan was told.
 */
export function changedSince(
  then: PlanFacts,
  today: PlanFacts,
  seats: readonly Seat[],
  asked: readonly AskedAlready[],
): string[] {
  const before = new Map(then.homes.map((home) => [home.household, home]))
  const now = new Map(today.homes.map((home) => [home.household, home]))
  const hubOf = new Map(seats.map(({ household, hub }) => [household, hub]))
  const nameOf = (household: string) => (now.get(household) ?? before.get(household))?.name ?? 'A home'
  const homes = seats.flatMap(({ household, hub }) => {
    if (hub === null) return []
    const [was, is] = [before.get(household), now.get(household)]
    if (!was || !is) return [`${nameOf(household)} is no longer among the homes of the service.`]
    return changedHome(was, is, hub === household)
  })
  const waits = asked
    .filter(({ household }) => hubOf.get(household))
    .map(
      ({ household, constellation }) =>
        `${nameOf(household)} has been asked to join ${constellation}, and has not answered.`,
    )
  const apart = today.links.flatMap(({ kind, a, b }) => {
    const together = hubOf.get(a) && hubOf.get(a) === hubOf.get(b)
    if (!together || (kind !== 'must_not_meet' && kind !== 'keep_apart')) return []
    return kind === 'must_not_meet'
      ? [
          `Somebody at ${nameOf(a)} and somebody at ${nameOf(b)} must not meet, and the plan has them together.`,
        ]
      : [`${nameOf(a)} and ${nameOf(b)} are to be kept apart, and the plan has them together.`]
  })
  return [...new Set([...homes, ...waits, ...apart])]
}

/**
 * The facts of a plan with the children who live at its homes today: who was born, placed, moved or found to be a brother or
 * sister since. What the plan's own rules say of these is said as they stand today.
 */
export function withChildrenOf(then: PlanFacts, today: PlanFacts): PlanFacts {
  const now = new Map(today.homes.map(({ household, children }) => [household, children]))
  const homes = then.homes.map((home) => ({ ...home, children: now.get(home.household) ?? home.children }))
  return { ...then, homes }
}

function changedHome(was: PlanHome, is: PlanHome, hub: boolean): string[] {
  const { name } = is
  const known = reasonsAgainst(was)
  const against = reasonsAgainst(is).filter((reason) => !known.includes(reason))
  return [
    is.inConstellation && !was.inConstellation ? `${name} has joined a constellation.` : null,
    !is.approved && was.approved ? `${name} is no longer approved.` : null,
    is.wantsMockingbird === 'no' && was.wantsMockingbird !== 'no'
      ? `${name} has said that it does not want to join.`
      : null,
    ...(hub ? against.map((reason) => `${name} is to be a hub, and ${reason}.`) : []),
  ].filter((says) => says !== null)
}
