import type { Break } from '../../constellations/planner/breaks.ts'
import type { Problem } from '../../constellations/planner/problem.ts'
import { count, list } from '../../values/words.ts'

/** A rule that a plan breaks, as a sentence that names the homes. */
export function breakInWords(
  { kind, homes }: Break,
  problem: Problem,
  nameOf: (household: string) => string,
): string {
  const names = homes.map((home) => nameOf(problem.homes[home]?.id ?? ''))
  const [first = '', second = ''] = names
  const hub = problem.homes[homes[0] ?? -1]?.hub
  const children = homes.reduce((sum, home) => sum + (problem.homes[home]?.children ?? 0), 0)
  const { least, most } = problem.constellations
  switch (kind) {
    case 'number':
      return `There ${homes.length === 1 ? 'is' : 'are'} ${count(homes.length, 'constellation')}; ${range(least, most)} were asked for.`
    case 'placed':
      return `${first} does not stand in the plan exactly once.`
    case 'not-hub':
      return `${first} cannot be a hub.`
    case 'size':
      return `${first} has ${count(homes.length - 1, 'satellite')}; ${hub ? range(hub.least - 1, hub.most - 1) : 'others'} were asked for.`
    case 'children':
      return `${count(children, 'child', 'children')} would be around ${first}; ${problem.children ? range(problem.children.least, problem.children.most) : 'others'} were asked for.`
    case 'left-out':
      return `${first} may not be left out.`
    case 'together':
      return `${list(names.toSorted())} go together, for the brothers and sisters who live there.`
    case 'apart':
      return `${list(names.toSorted())} must not be in one constellation.`
    case 'no-way':
      return `There is no way from ${first} to ${second}.`
    case 'settled-hub':
      return `${first} is settled as a hub.`
    case 'lock':
      return `${first} is settled with the hub ${second}.`
    case 'ban':
      return `${first} is never to be with the hub ${second}.`
  }
}

const range = (least: number, most: number): string => (least === most ? `${least}` : `${least} to ${most}`)
