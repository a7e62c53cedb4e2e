import type { PlanFacts } from './facts.ts'
import type { Issue } from './typed.ts'

type Named = { hub: string; satellites: readonly string[]; name: string }

/** What each constellation of a plan is called: as given, else after its hub. Says what is wrong where two share a name. */
export function namesFor(
  byHub: ReadonlyMap<string, readonly string[]>,
  { homes }: PlanFacts,
  given: readonly { hub: string; name: string }[],
  taken: readonly string[],
): { constellations: Named[] } | { issues: Issue[] } {
  const constellations = [...byHub].map(([hub, satellites]): Named => {
    const own = homes.find(({ household }) => household === hub)?.name ?? 'A hub'
    return { hub, satellites, name: given.find((one) => one.hub === hub)?.name ?? own }
  })
  const issues = constellations.flatMap(({ hub, name }): Issue[] => {
    const field = `names.${hub}`
    if (taken.includes(name))
      return [{ field, message: `There is already a constellation called ${name}. Choose another name.` }]
    const twice = constellations.some((other) => other.hub !== hub && other.name === name)
    return twice
      ? [{ field, message: `Two constellations would be called ${name}. Choose another name.` }]
      : []
  })
  const strangers = given.filter(({ hub }) => !byHub.has(hub))
  if (strangers.length > 0)
    issues.push({ field: 'names', message: 'Give names to the hubs of this plan alone' })
  return issues.length > 0 ? { issues } : { constellations }
}
