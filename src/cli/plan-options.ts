import { readDay } from '../register/read-cells.ts'
import type { Day } from '../values/london.ts'
import { list } from '../values/words.ts'
import { Stop } from './say.ts'

/** As typed. */
export type PlanOptions = {
  register?: string
  constellations?: string
  positions?: string
  matrix?: string
  asAt?: string
  instance?: string
  format?: string
  distance?: string
  seed?: string
  time?: string
  effort?: string
  json?: boolean
}

const OF_REGISTER = {
  constellations: '--constellations',
  positions: '--positions',
  matrix: '--matrix',
  asAt: '--as-at',
} as const
const OF_INSTANCE = { format: '--format', distance: '--distance' } as const

/** Whether it is a register or an instance that is planned. Throws where it is neither or both, or an option is the other's. */
export function whatIsPlanned(options: PlanOptions): 'register' | 'instance' {
  const { register, instance } = options
  if ((register === undefined) === (instance === undefined))
    throw new Stop(
      'Say what to plan: --register FOLDER --constellations K, or --instance FILE --format cpmp|council.',
    )
  const planned = register === undefined ? 'instance' : 'register'
  const strange: Record<string, string> = planned === 'instance' ? OF_REGISTER : OF_INSTANCE
  const given = Object.entries(strange).flatMap(([name, option]) => (name in options ? [option] : []))
  if (given.length === 0) return planned
  throw new Stop(
    `${list(given)} ${given.length === 1 ? 'does' : 'do'} not go with --${planned}: ${planned === 'instance' ? 'an instance says by itself how many and where' : 'that is for an instance'}. Leave ${given.length === 1 ? 'it' : 'them'} out.`,
  )
}

/** How a run goes: `seconds` null runs until its work is done. */
export type RunOptions = { seed: number; work: number; seconds: number | null }

export function runOptionsOf({ seed, time, effort }: PlanOptions): RunOptions {
  return {
    seed: number(
      '--seed',
      seed,
      1,
      (value) => Number.isInteger(value) && value >= 0,
      'a whole number from 0',
    ),
    work: number(
      '--effort',
      effort,
      1,
      (value) => value > 0 && value <= 1000,
      'more than 0, where 1 is the usual',
    ),
    seconds:
      time === undefined ? null : number('--time', time, 0, (value) => value > 0, 'seconds, more than 0'),
  }
}

function number(
  option: string,
  typed: string | undefined,
  usual: number,
  may: (value: number) => boolean,
  what: string,
): number {
  if (typed === undefined) return usual
  const value = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN
  if (may(value)) return value
  throw new Stop(`${option}: "${typed}" will not do; write ${what}.`)
}

/** `5`, or `4-6`. */
export function constellationsOf(typed: string | undefined): { least: number; most: number } {
  if (typed === undefined)
    throw new Stop(
      'Say how many constellations there are to be: --constellations 5, or --constellations 4-6.',
    )
  const [, least = '', most = least] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(typed) ?? []
  const range = { least: Number(least), most: Number(most) }
  if (least !== '' && range.least >= 1 && range.least <= range.most) return range
  throw new Stop(
    `--constellations: "${typed}" is no number of constellations; write 5, or 4-6 with the least first.`,
  )
}

export function asAtOf(typed: string | undefined, today: Day): Day {
  if (typed === undefined) return today
  const day = readDay(typed)
  if (day) return day
  throw new Stop(`--as-at: "${typed}" is not a day of the calendar; write it like 2026-11-27.`)
}
