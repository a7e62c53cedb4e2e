import type { Context } from '../platform/context.ts'
import type { Day } from '../values/london.ts'
import type { Known } from './known.ts'
import type { Register } from './read-register.ts'
import type { References } from './references.ts'
import type { Said } from './rules.ts'

/** What an import did, or would do. `written` counts rows written or superseded: 0 when nothing changes. */
export type Outcome = Said & {
  written: number
  homes: { read: number; added: number; changed: number }
  children: { read: number; added: number; changed: number }
  people: number
  links: { read: number; added: number }
}

/** An import on its way. */
export type Work = {
  known: Known
  /** The London day of the import: changed values hold from it. */
  today: Day
  register: Register
  outcome: Outcome
  homes: References
  children: References
  /** The id of a social worker by name. */
  worker: (name: string | null) => string | null
  hear: (said: Said) => void
  /** Runs what writes, unless this import only shows what it would do or a problem was found. */
  write: (rows: (context: Context) => Promise<number>) => Promise<void>
  progress: (line: string) => void
}
