import { clashesOfClusters } from './clashes-clusters.ts'
import { clashesOfNumbers } from './clashes-numbers.ts'
import { nameHomes } from './name-homes.ts'
import type { Problem } from './problem.ts'

/**
 * Why no plan can keep every rule: a sentence for each set of facts that clash, naming the homes by their ids; empty
 * where none of the clashes it knows is there. It looks at numbers, at ties and at ways one by one; that nothing
 * clashes here does not prove that there is a plan: the solver has the last word.
 */
export function clashesOf(problem: Problem): string[] {
  if (problem.homes.length === 0) return ['There are no homes to plan with.']
  const words = clashesOfWords(problem)
  // Where a lock cannot be kept, the homes it ties would only say the same again.
  return [...words, ...clashesOfNumbers(problem), ...(words.length > 0 ? [] : clashesOfClusters(problem))]
}

/** What a person settled that cannot be, whatever the numbers are. */
function clashesOfWords(problem: Problem): string[] {
  const { homes, hubs, locks, bans, apart } = problem
  const name = (...places: number[]) => nameHomes(problem, places)
  const clashes: string[] = []
  for (const hub of hubs)
    if (!homes[hub]?.hub) clashes.push(`${name(hub)} is settled as a hub, and it cannot be one.`)
  for (const { home, hub } of locks) {
    if (!homes[hub]?.hub)
      clashes.push(`${name(home)} is locked to ${name(hub)}, and ${name(hub)} cannot be a hub.`)
    if (bans.some((ban) => ban.home === home && ban.hub === hub))
      clashes.push(
        `${name(home)} is locked to ${name(hub)}, and also never with ${name(hub)}: take one back.`,
      )
    if (apart.some(({ a, b }) => (a === home && b === hub) || (a === hub && b === home)))
      clashes.push(`${name(home)} is locked to ${name(hub)}, and the two are kept apart.`)
  }
  return [...new Set(clashes)]
}
