import { clustersOf, hubsToBe } from './clusters.ts'
import { countLoad, countOf, nameHomes } from './name-homes.ts'
import type { Problem } from './problem.ts'

/** Too few possible hubs, homes or children, or more than there is room for. */
export function clashesOfNumbers(problem: Problem): string[] {
  const { least, most } = problem.constellations
  if (least > most || most < 1)
    return [`From ${least} to ${most} constellations is no number: write at least 1, and the least first.`]
  const hubs = clashesOfHubs(problem)
  return [...hubs, ...(hubs.length > 0 ? [] : clashesOfSizes(problem)), ...clashesOfChildren(problem)]
}

const constellations = (n: number) => countOf(n, 'constellation')

function clashesOfHubs(problem: Problem): string[] {
  const { least, most } = problem.constellations
  const isHub = (home: number) => {
    const { hub, load, children } = problem.homes[home] as Problem['homes'][number]
    return hub !== null && load <= hub.most && children <= (problem.children?.most ?? children)
  }
  const possible = [...problem.homes.keys()].filter(isHub)
  const settled = hubsToBe(problem)
  const wanted = `${constellations(least)} ${least === 1 ? 'is' : 'are'} wanted`
  if (settled.length > most)
    return [
      `At most ${constellations(most)} may be made, and ${settled.length} hubs are settled or locked to: ${nameHomes(problem, settled)}.`,
    ]
  if (possible.length < least) {
    const few = `${possible.length === 0 ? 'no home' : `only ${countOf(possible.length, 'home')}`} can be a hub`
    return [`${wanted}, and ${few}${possible.length ? `: ${nameHomes(problem, possible)}` : ''}.`]
  }
  const shared = clustersOf(problem)
    .map(({ homes }) => homes.filter(isHub))
    .filter((hubs) => hubs.length > 0)
  if (shared.length >= least) return []
  const tied = shared.filter((hubs) => hubs.length > 1).map((hubs) => nameHomes(problem, hubs))
  return [
    `${wanted}, and of the ${possible.length} homes that can be a hub only ${shared.length} can be one at once, since these go together: ${tied.join('; ')}.`,
  ]
}

/** The settled hubs and then the best others: how much the fewest constellations need, and the most can hold. */
function clashesOfSizes(problem: Problem): string[] {
  const { homes } = problem
  const { least, most } = problem.constellations
  const toBe = new Set(hubsToBe(problem))
  const settled = [...toBe].flatMap((home) => homes[home]?.hub ?? [])
  const others = homes.flatMap(({ hub }, home) => (hub && !toBe.has(home) ? hub : []))
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0)
  const fewest = sum([
    ...settled.map((hub) => hub.least),
    ...others
      .map((hub) => hub.least)
      .sort((a, b) => a - b)
      .slice(0, Math.max(0, least - settled.length)),
  ])
  const room = sum([
    ...settled.map((hub) => hub.most),
    ...others
      .map((hub) => hub.most)
      .sort((a, b) => b - a)
      .slice(0, most - settled.length),
  ])
  const all = sum(homes.map(({ load }) => load))
  const bound = sum(homes.map(({ load, leaveOut }) => (leaveOut === null ? load : 0)))
  const clashes: string[] = []
  const at = Math.max(least, settled.length)
  if (all < fewest)
    clashes.push(
      `${constellations(at)} ${at === 1 ? 'needs' : 'need'} at least ${countLoad(problem, fewest)}, hubs included, and there ${all === 1 ? 'is' : 'are'} ${countLoad(problem, all)} in all.`,
    )
  if (bound > room)
    clashes.push(
      `${constellations(most)} can hold at most ${countLoad(problem, room)}, and ${countLoad(problem, bound)} may not be left out: allow more constellations, or let some be left out.`,
    )
  return clashes
}

function clashesOfChildren(problem: Problem): string[] {
  const { homes, children } = problem
  if (!children) return []
  const { least, most } = problem.constellations
  const all = homes.reduce((total, home) => total + home.children, 0)
  const bound = homes.reduce((total, home) => total + (home.leaveOut === null ? home.children : 0), 0)
  const child = (n: number) => countOf(n, 'child', 'children')
  const clashes: string[] = []
  if (children.least > children.most)
    return [`From ${children.least} to ${children.most} children is no number: write the least first.`]
  if (all < least * children.least)
    clashes.push(
      `${constellations(least)} ${least === 1 ? 'needs' : 'need'} at least ${child(least * children.least)}, and there ${all === 1 ? 'is' : 'are'} ${child(all)} in all.`,
    )
  if (bound > most * children.most)
    clashes.push(
      `${constellations(most)} may have at most ${child(most * children.most)}, and ${child(bound)} live in homes that may not be left out.`,
    )
  return clashes
}
