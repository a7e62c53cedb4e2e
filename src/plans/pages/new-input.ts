import { all, type Typed, words } from '../../platform/web/read-form.ts'

/** The form has room for so many pairs of a home and a hub, and for each that was typed. */
const LEAST_PAIRS = 4

/** The rows of pairs of a form: 1, 2 and on. */
export function pairRows(typed: Typed): number[] {
  const numbers = Object.keys(typed).flatMap((name) => {
    const [, row] = /^pairHome-(\d{1,3})$/.exec(name) ?? []
    return row && words(typed[name]) !== '' ? [Number(row)] : []
  })
  return Array.from({ length: Math.max(LEAST_PAIRS, ...numbers) }, (_, at) => at + 1)
}

const PLAIN = [
  'name',
  'constellations',
  'upTo',
  'hubKm',
  'satellitesLeast',
  'satellitesMost',
  'childrenLeast',
  'childrenMost',
  'barriers',
  'journeys',
  'detour',
  'leaveOutYesKm',
  'leaveOutUnsureKm',
  'siblings',
  'siblingsKm',
  'friendshipKm',
  'tieKm',
  'mixKm',
  'seed',
] as const

/** What make-plan takes from the form: one choice and one reason for each home become a list of those that were made. */
export function planInput(typed: Typed): Record<string, unknown> {
  const chosen = Object.keys(typed).filter((name) => name.startsWith('hub-'))
  const word = (name: string) => words(typed[name])
  const homes = (wanted: string) =>
    chosen.filter((name) => word(name) === wanted).map((name) => name.slice('hub-'.length))
  const settledBy = (household: string, may: boolean) => ({
    household,
    may,
    reason: word(`why-${household}`),
  })
  return {
    ...Object.fromEntries(PLAIN.map((name) => [name, typed[name]])),
    households: word('who') === 'some' ? all(typed.households) : undefined,
    mustBeIn: all(typed.mustBeIn),
    hubs: [
      ...homes('add').map((home) => settledBy(home, true)),
      ...homes('strike').map((home) => settledBy(home, false)),
    ],
    settledHubs: homes('settled'),
    locks: pairsOf(typed, 'with'),
    bans: pairsOf(typed, 'never'),
  }
}

/** Rows that are filled in half are sent too: each half that is missing is asked for. */
const pairsOf = (typed: Typed, how: 'with' | 'never') =>
  pairRows(typed)
    .filter((row) => words(typed[`pairHow-${row}`]) === how)
    .map((row) => ({ household: words(typed[`pairHome-${row}`]), hub: words(typed[`pairHub-${row}`]) }))
    .filter(({ household, hub }) => household !== '' || hub !== '')
