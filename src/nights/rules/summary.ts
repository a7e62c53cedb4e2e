import type { Board, Home, Part } from './board.ts'
import { isLate, isOut, type State } from './tonight.ts'

/** A constellation in one line; `constellation` is null for the homes that are in none the reader knows. */
export type Summary = {
  constellation: string | null
  name: string | null
  homes: number
  /** Of the children who live in its homes. */
  atHome: number
  out: number
  arriving: number
  late: number
  bedsLeft: number
  shut: number
}

/** More homes than this are not read one by one: four constellations stay below it. */
const WIDE = 60

/** Whether a night is too much to show home by home on one page. */
export const isWide = ({ groups }: Board): boolean =>
  groups.reduce((sum, { homes }) => sum + homes.length, 0) > WIDE

/** Of one constellation, null for those in none: its homes, and who lives or sleeps in them. */
export function within(constellation: string | null, homes: readonly Home[]): Part {
  const ring = ringOf(homes)
  return {
    homes: homes.filter((home) => home.constellation === constellation),
    keeps: ({ home, at }) => ring(home) === constellation || (at !== null && ring(at) === constellation),
  }
}

/** The constellation of each home; null for a home that is in none or not known. */
function ringOf(homes: readonly Home[]): (household: string | null) => string | null {
  const rings = new Map(homes.map(({ household, constellation }) => [household, constellation]))
  return (household) => (household === null ? null : (rings.get(household) ?? null))
}

/** Each constellation of a night in a line, in the order of its groups. `homes` are all that the reader knows. */
export function summed({ groups, children }: Board, homes: readonly Home[]): Summary[] {
  const ring = ringOf(homes)
  const states = new Map<string | null, State[]>()
  for (const { home, at, state } of children) {
    const of = ring(home ?? at)
    states.set(of, [...(states.get(of) ?? []), state])
  }
  return groups.map(({ constellation, name, homes: shown }) => {
    const number = (is: (state: State) => boolean) => (states.get(constellation) ?? []).filter(is).length
    return {
      constellation,
      name,
      homes: shown.length,
      atHome: number((state) => state === 'home'),
      out: number(isOut),
      arriving: number((state) => state === 'arriving'),
      late: number(isLate),
      bedsLeft: shown.reduce((sum, { bedsLeft }) => sum + bedsLeft, 0),
      shut: shown.filter(({ shut }) => shut !== null).length,
    }
  })
}
