import { cheapestMoves } from './cheapest-move.ts'
import { boundOf } from './check-bound.ts'
import { type Cluster, clustersOf } from './clusters.ts'
import { journeyOf } from './journeys.ts'
import type { Answer, Plan, Problem } from './problem.ts'

/** What it costs to have a home elsewhere than the plan has it, in units more than the plan. */
export interface Moving {
  /** The hub it would be with; null: left out. */
  readonly hub: number | null
  /** No plan with the home there costs less than this more; null: there is no such plan. */
  readonly atLeast: number | null
  /** A plan with the home there that costs so much more; less than 0 where the plan itself is not the best. Null: none was found. */
  readonly atMost: { readonly units: number; readonly plan: Plan } | null
}

/**
 * What it costs to have `home` with `hub` (or left out), at least and at most. At most: the cheapest plan one or two moves
 * away (`cheapestMoves`), where that hub is one of the plan.
 *
 * At least: the certificate's bound worked out once more for the problem with the home locked there. Any multipliers give
 * a bound, so the home's own is raised until every cheapest set of that hub takes it: the bound then counts the hub's best
 * set with the home in it, where before it counted its best set without. What it rises by is the home's reduced cost. It is
 * counted from what the plan costs, and so is a lower bound on the rise over the answer's bound too. Bounds look at sizes,
 * journeys and prices, not at wishes, mixes and pairs apart: a plan may well cost more.
 */
export function movingOf(problem: Problem, answer: Answer, home: number, hub: number | null): Moving {
  const clusters = clustersOf(problem)
  const cluster = clusters.find(({ homes }) => homes.includes(home)) as Cluster
  const forced = hub === null ? outOf(problem, cluster) : withHub(problem, cluster, hub)
  const multipliers = answer.certificate.multipliers.map((multiplier, at) =>
    cluster.homes.includes(at) ? raised(problem) : multiplier,
  )
  const { total } = answer.cost
  const bound = forced === null ? Number.POSITIVE_INFINITY : boundOf(forced, multipliers)
  const to = answer.plan.constellations.findIndex((one) => one.hub === hub)
  const moved =
    hub !== null && to < 0
      ? null
      : cheapestMoves(problem, answer.plan, clusters)(home, hub === null ? null : to)
  return {
    hub,
    atLeast: bound === Number.POSITIVE_INFINITY ? null : Math.max(0, bound - total),
    atMost: moved && { units: moved.cost.total - total, plan: moved.plan },
  }
}

/** More than any journeys, leavings and hubs cost, and little enough that sums stay exact. */
function raised({ homes, journeys, constellations }: Problem): number {
  const journey = journeyOf(journeys, homes.length)
  let longest = 0
  homes.forEach(({ hub }, at) => {
    if (hub) for (let home = 0; home < homes.length; home++) longest = Math.max(longest, journey(at, home))
  })
  const leaving = homes.reduce((sum, { leaveOut }) => sum + (leaveOut ?? 0), 0)
  return longest * homes.length + leaving + constellations.price * homes.length + 1
}

/** The problem with the cluster at that hub; null where a settled lock says otherwise. */
function withHub(problem: Problem, { homes }: Cluster, hub: number): Problem | null {
  if (problem.locks.some((lock) => homes.includes(lock.home) && lock.hub !== hub)) return null
  return {
    ...problem,
    homes: problem.homes.map((one, at) => (homes.includes(at) ? { ...one, leaveOut: null } : one)),
    locks: [...problem.locks, ...homes.map((home) => ({ home, hub }))],
    hubs: [...new Set([...problem.hubs, hub])],
  }
}

/** The problem with the cluster left out: no hub is any of it, or may have it. Null where it may not be left out. */
function outOf(problem: Problem, { homes, mustBeIn }: Cluster): Problem | null {
  if (mustBeIn) return null
  const hubs = [...problem.homes.keys()].filter((at) => problem.homes[at]?.hub && !homes.includes(at))
  return {
    ...problem,
    homes: problem.homes.map((one, at) => (homes.includes(at) ? { ...one, hub: null } : one)),
    bans: [...problem.bans, ...hubs.flatMap((hub) => homes.map((home) => ({ home, hub })))],
  }
}
