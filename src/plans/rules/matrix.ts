import type { Journeys } from '../../constellations/planner/problem.ts'
import type { PlanSettings } from './facts.ts'

const MOST_HOLES = 20

/**
 * The journeys of an imported matrix between planned homes, by place. A journey to a hub is the one from the home, or
 * where that is not given the one back. Every pair that is needed and given neither way is a hole, said by name.
 */
export function matrixOf(
  homes: readonly { readonly household: string }[],
  mayBeHub: readonly boolean[],
  given: NonNullable<PlanSettings['journeys']>,
): { journeys: Journeys; holes: string[] } {
  const place = new Map(homes.map(({ household }, at) => [household, at]))
  const n = homes.length
  const known = new Map<number, number>()
  for (const { from, to, metres } of given) {
    const [a, b] = [place.get(from), place.get(to)]
    if (a !== undefined && b !== undefined) known.set(a * n + b, Math.round(metres))
  }
  const units = new Array<number>(n * n).fill(-1)
  const missing: string[] = []
  for (let hub = 0; hub < n; hub++) {
    for (let home = 0; home < n; home++) {
      if (home === hub) units[hub * n + home] = 0
      else if (mayBeHub[hub]) {
        const metres = known.get(home * n + hub) ?? known.get(hub * n + home)
        if (metres === undefined) missing.push(`${homes[home]?.household} to ${homes[hub]?.household}`)
        else units[hub * n + home] = metres
      }
    }
  }
  const holes = missing
    .slice(0, MOST_HOLES)
    .map(
      (hole) => `The matrix has no journey from ${hole}: add a line for it, or write “no way” as its length.`,
    )
  if (missing.length > MOST_HOLES)
    holes.push(`And ${missing.length - MOST_HOLES} more journeys are missing in it.`)
  return { journeys: { kind: 'matrix', units }, holes }
}
