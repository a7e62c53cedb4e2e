import { isDatabaseDown } from '../platform/database-down.ts'
import { BadInput, Forbidden, NotFound, Refusal, SignedOut } from '../platform/refusals.ts'
import { type Problem, sayProblem } from '../register/problems.ts'

/** Prints a line of the answer. */
export const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Tells how far it is, or something to know, beside the answer. */
export const tell = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** A sentence that ends the command with exit status 1. */
export class Stop extends Error {}

/** Says what went wrong, in sentences and never a stack trace, and makes the exit status 1. */
export function sayTrouble(thrown: unknown): void {
  process.exitCode = 1
  tell(sentences(thrown).join('\n'))
}

function sentences(thrown: unknown): string[] {
  if (thrown instanceof BadInput) {
    return thrown.issues.map(({ field, message }) => (field ? `${flag(field)}: ${message}` : message))
  }
  if (thrown instanceof Refusal) return [...problemsOf(thrown), `${thrown.message}.`]
  if (thrown instanceof NotFound) return ['Not found: it is unknown, or not theirs to see.']
  if (thrown instanceof Forbidden) return [`${thrown.message}.`]
  if (thrown instanceof SignedOut) return ['Nobody of this service has that id.']
  if (isDatabaseDown(thrown))
    return ['The database cannot be reached. Is it running, and is DATABASE_URL right?']
  return [thrown instanceof Error ? thrown.message : String(thrown)]
}

function problemsOf(refusal: Refusal): string[] {
  const { problems } = refusal.detail as { problems?: Problem[] }
  return problems?.map(sayProblem) ?? []
}

/** The option of a field: `ageMin` is `--age-min`. */
export const flag = (field: string): string =>
  `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
