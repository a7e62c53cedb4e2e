import type { Day } from '../values/london.ts'
import type { Notice, Problem } from './problems.ts'

/** One thing that is known otherwise than the register says. `about` is the reference of the home or child. */
export type Change = { about: string; what: string; was: string; now: string }

/** What comes of a register besides the facts to write: every sentence of it is for the person who imports. */
export type Said = { changes: Change[]; problems: Problem[]; notices: Notice[] }

export const nothingSaid = (): Said => ({ changes: [], problems: [], notices: [] })

/** Names are the same person's when they read the same, whatever their capitals and spaces. */
export const nameKey = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase()

/** How a home is called after its carers: `Orla Allen`, `Zara and Tom Hughes`, `Zara Hughes and Tom Reid`. */
export function homeName(carers: readonly string[]): string {
  const [one = '', other] = carers
  if (!other) return one
  const [first, last] = splitName(one)
  const [, otherLast] = splitName(other)
  return first && last && last === otherLast ? `${first} and ${other}` : `${one} and ${other}`
}

function splitName(name: string): [string, string] {
  const at = name.lastIndexOf(' ')
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)]
}

/** Whether two values of a fact read the same; lists in their order. */
export const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** A value of a fact in words. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'not known'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : 'none'
  return String(value).replaceAll('_', ' ')
}

/** What is given, and where it is not, what was known. */
export const or = <T>(given: T | null, known: T | null | undefined): T | null => given ?? known ?? null

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
export const later = (a: Day, b: Day): Day => (a > b ? a : b)

/**
 * Who is to be added and who leaves, where the register names people for a home or a child. People it does not
 * name leave only when others take their place: an emptied cell is not known, and takes nobody's place away.
 */
export function replace<T>(named: readonly T[], known: readonly T[]): { added: T[]; gone: T[] } {
  const added = named.filter((one) => !known.includes(one))
  return { added, gone: added.length > 0 ? known.filter((one) => !named.includes(one)) : [] }
}
