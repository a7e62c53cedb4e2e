import type { PlanFacts } from './facts.ts'

/** A thread of the map: brothers or sisters live in both homes. */
export type Thread = { a: string; b: string; together: boolean }

/**
 * The groups of brothers and sisters who live in different homes, and how many of them share a constellation. `where` is the
 * constellation of a home; below 0 for none.
 */
export function siblingsIn(
  facts: PlanFacts,
  where: (household: string) => number,
): { groups: number; together: number; threads: Thread[] } {
  const homesOf = new Map<string, string[]>()
  for (const { household, children } of facts.homes)
    for (const { siblingGroup } of children) {
      if (siblingGroup === null) continue
      const homes = homesOf.get(siblingGroup) ?? []
      if (!homes.includes(household)) homesOf.set(siblingGroup, [...homes, household])
    }
  const apart = [...homesOf.values()].filter((homes) => homes.length > 1)
  const one = (homes: readonly string[]) => {
    const places = new Set(homes.map(where))
    return places.size === 1 && !places.has(-1)
  }
  const threads = apart.flatMap((homes) =>
    homes.flatMap((a, at) => homes.slice(at + 1).map((b) => ({ a, b, together: one([a, b]) }))),
  )
  return { groups: apart.length, together: apart.filter(one).length, threads }
}
