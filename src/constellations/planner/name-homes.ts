import type { Problem } from './problem.ts'

const MOST_NAMED = 6

/** Homes by their ids: `H1`, `H1 and H2`, `H1, H2 and H3`; of many the first six, and how many more there are. */
export function nameHomes({ homes }: Problem, places: readonly number[]): string {
  const ids = places.map((place) => homes[place]?.id ?? `home ${place + 1}, which nobody knows`)
  return ids.length > MOST_NAMED
    ? `${ids.slice(0, MOST_NAMED).join(', ')} and ${ids.length - MOST_NAMED} more`
    : listed(ids)
}

/** `a`, `a and b`, `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** `1 home`, `3 homes`; where homes count unequally, `12 places`. */
export function countLoad({ homes }: Problem, load: number): string {
  const one = homes.every((home) => home.load === 1) ? 'home' : 'place'
  return `${load} ${one}${load === 1 ? '' : 's'}`
}

export const countOf = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
