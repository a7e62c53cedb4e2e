import { readMatrix } from '../read-matrix.ts'
import type { PlanSettings } from './facts.ts'

type Journeys = NonNullable<PlanSettings['journeys']>

/** More problems than this are not listed: the file is another one. */
const LISTED = 20

/**
 * A matrix of journeys as a person puts it in, read as a file's is: from, to and metres or km, the homes by their reference.
 * Gives a sentence for each line that cannot be read, and for each reference that is no home's.
 */
export function readJourneys(
  text: string,
  households: ReadonlyMap<string, string>,
): { journeys: Journeys; problems: string[] } {
  const read = readMatrix(text, FILE)
  if ('wrong' in read) return { journeys: [], problems: firstOf(read.wrong.map(byLine)) }
  const unknown = new Set<string>()
  const idOf = (reference: string): string => {
    const household = households.get(reference)
    if (household === undefined) unknown.add(reference)
    return household ?? ''
  }
  const journeys = read.value.map(({ from, to, metres }) => ({ from: idOf(from), to: idOf(to), metres }))
  const problems = [...unknown].map(
    (reference) => `No home has the reference “${reference}”: correct it, or take its lines out`,
  )
  return { journeys: problems.length > 0 ? [] : journeys, problems: firstOf(problems) }
}

/** It has no name: it was typed into a form. */
const FILE = 'journeys'

const byLine = (problem: string): string => problem.replace(/^journeys:(\d+): /, 'Line $1: ')

function firstOf(problems: readonly string[]): string[] {
  const more = problems.length - LISTED
  return more > 0 ? [...problems.slice(0, LISTED), `And ${more} more like these`] : [...problems]
}
