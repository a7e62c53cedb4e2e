import { type Problem, sayProblem, unreadable } from '../register/problems.ts'
import { cellsOf, quoted } from '../register/read-cells.ts'
import { type Row, readCsv } from '../register/read-csv.ts'
import { checkText } from '../register/read-text.ts'
import type { Read } from './instance.ts'

/** A journey as a matrix gives it; -1 metres: there is no way. */
export type Journey = { readonly from: string; readonly to: string; readonly metres: number }

const COLUMNS = { needed: ['from', 'to'], optional: ['metres', 'km'] }
const MOST_METRES = 5_000_000
/** What a cell says where there is no way at all: an island, a ferry that nobody takes. */
const NO_WAY = /^(-1|none|no way)$/i

/**
 * Reads journeys between homes: a CSV with `from`, `to` (the households' references) and `metres` or `km`, one line a
 * journey. `no way` (or -1) says that there is none. Which journeys are needed, and that none is missing, is asked
 * when the plan is made: see `matrixOf`.
 */
export function readMatrix(text: string, file: string): Read<Journey[]> {
  const checked = checkText(file, text)
  if ('problem' in checked) return { wrong: [sayProblem(checked.problem)] }
  const problems: Problem[] = []
  const journeys: Journey[] = []
  const lines = new Map<string, number>()
  let unit: 'metres' | 'km' | null = null
  const sheet = readCsv(file, checked.text, COLUMNS, (row) => {
    unit ??= row.has('metres') ? 'metres' : row.has('km') ? 'km' : null
    if (unit === null) return
    const journey = readJourney(row, unit, file, problems)
    if (!journey) return
    const key = JSON.stringify([journey.from, journey.to])
    const before = lines.get(key)
    if (before === undefined) journeys.push(journey)
    else
      problems.push({
        file,
        line: row.line,
        column: 'to',
        what: `the journey from ${journey.from} to ${journey.to} is already on line ${before}`,
        mend: 'keep one of the two',
      })
    lines.set(key, before ?? row.line)
  })
  if (unit === null && sheet.problems.length === 0)
    problems.push(
      unreadable(
        file,
        'it has no journeys with a length',
        'give it the columns from, to and metres (or km), and a line for each journey',
      ),
    )
  const wrong = [...sheet.problems, ...problems].map(sayProblem)
  return wrong.length > 0 ? { wrong } : { value: journeys }
}

function readJourney(row: Row, unit: 'metres' | 'km', file: string, problems: Problem[]): Journey | null {
  const cells = cellsOf(file, row, { problems, notices: [] })
  const from = row.cell('from') || cells.needed('from', 'write the reference of a home')
  const to = row.cell('to') || cells.needed('to', 'write the reference of a home')
  const cell = row.cell(unit)
  const metres = NO_WAY.test(cell) ? -1 : lengthOf(cell, unit)
  if (metres === null)
    cells.problem(
      unit,
      cell === '' ? 'it is empty' : `${quoted(cell)} is no length`,
      `write ${unit === 'km' ? 'kilometres like 12.5' : 'metres like 12500'}, or “no way” where there is none`,
    )
  return from && to && metres !== null ? { from, to, metres } : null
}

function lengthOf(cell: string, unit: 'metres' | 'km'): number | null {
  if (!/^\d+(\.\d+)?$/.test(cell)) return null
  const metres = Math.round(Number(cell) * (unit === 'km' ? 1000 : 1))
  return metres <= MOST_METRES ? metres : null
}
