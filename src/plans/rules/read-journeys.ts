import type { PlanSettings } from './facts.ts'

type Journeys = NonNullable<PlanSettings['journeys']>

/** More problems than this are not listed: the file is another one. */
const LISTED = 20

/**
 * A matrix of journeys as CSV with the columns from, to and metres, the homes by their reference. What is not there has no
 * way; a pair given once goes both ways. Gives a sentence for each line that cannot be read.
 */
export function readJourneys(
  text: string,
  households: ReadonlyMap<string, string>,
): { journeys: Journeys; problems: string[] } {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const columns = head.split(',').map((name) => name.trim().toLowerCase())
  const missing = ['from', 'to', 'metres'].filter((name) => !columns.includes(name))
  if (missing.length > 0)
    return {
      journeys: [],
      problems: [`The first line has no column ${missing.join(', ')}: it is from,to,metres`],
    }
  const problems: string[] = []
  const journeys = lines.flatMap((line, at): Journeys => {
    if (line.trim() === '') return []
    const cells = line.split(',').map((cell) => cell.trim())
    const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
    const [from, to] = [households.get(cell('from')), households.get(cell('to'))]
    const says = problemIn(cell('metres'), from ? null : cell('from'), to ? null : cell('to'))
    if (says || !from || !to) problems.push(`Line ${at + 2}: ${says}`)
    return from && to ? [{ from, to, metres: Math.round(Number(cell('metres'))) }] : []
  })
  const more = problems.length - LISTED
  return {
    journeys,
    problems: more > 0 ? [...problems.slice(0, LISTED), `And ${more} lines more`] : problems,
  }
}

function problemIn(metres: string, ...unknown: (string | null)[]): string | null {
  const stranger = unknown.find((name) => name !== null)
  if (stranger !== undefined) return `no home has the reference “${stranger}”`
  return /^\d+(\.\d+)?$/.test(metres) ? null : `“${metres}” is not a number of metres`
}
