import type { Day } from '../values/london.ts'
import type { Notice, Problem } from './problems.ts'
import type { Row } from './read-csv.ts'

/** Reads the cells of one row; every cell that cannot be read becomes a problem, and null. */
export type Cells = ReturnType<typeof cellsOf>

export function cellsOf(file: string, row: Row, said: { problems: Problem[]; notices: Notice[] }) {
  const before = said.problems.length
  const problem = (column: string, what: string, mend: string): null => {
    said.problems.push({ file, line: row.line, column, what, mend })
    return null
  }
  /** Where the whole column is missing that is said once, of the header. */
  const needed = (column: string, mend: string): null =>
    row.has(column) ? problem(column, 'it is empty', mend) : null

  /** Words, as they stand: what looks like a formula is text like any other, and is never worked out. */
  const words = (column: string): string | null => {
    const value = row.cell(column).replace(/\s+/g, ' ')
    if (/^[=+@-]/.test(value)) {
      const says = `${quoted(value)} looks like a formula; it is kept as it is written and never worked out`
      said.notices.push({ file, line: row.line, column, says })
    }
    return value || null
  }
  const code = <const T extends readonly string[]>(column: string, codes: T): T[number] | null => {
    const value = row.cell(column)
    if (value === '') return null
    const found = codes.find((one) => one.toLowerCase() === value.toLowerCase())
    return found ?? problem(column, `${quoted(value)} is not one of its words`, `use ${either(codes)}`)
  }
  const list = (column: string, by: RegExp): string[] => [
    ...new Set(
      (words(column) ?? '')
        .split(by)
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ]
  const yesNo = (column: string): boolean | null => {
    const value = code(column, ['yes', 'no'])
    return value === null ? null : value === 'yes'
  }
  const whole = (column: string, least: number, most: number): number | null => {
    const value = row.cell(column)
    if (value === '') return null
    const number = /^\d{1,6}(\.0+)?$/.test(value) ? Number(value) : Number.NaN
    if (number >= least && number <= most) return number
    return problem(
      column,
      `${quoted(value)} is not a number this can be`,
      `write a whole number from ${least} to ${most}`,
    )
  }
  const degrees = (column: string, least: number, most: number): number | null => {
    const value = row.cell(column)
    if (value === '') return null
    const number = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
    if (number >= least && number <= most) return number
    return problem(
      column,
      `${quoted(value)} is not in the United Kingdom`,
      `write WGS 84 degrees from ${least} to ${most}, or leave it empty`,
    )
  }
  const day = (column: string): Day | null => {
    const value = row.cell(column)
    if (value === '') return null
    return (
      readDay(value) ??
      problem(
        column,
        `${quoted(value)} is not a day of the calendar`,
        'write it like 2026-11-27 or 27/11/2026',
      )
    )
  }
  return {
    problem,
    needed,
    words,
    code,
    list,
    yesNo,
    whole,
    degrees,
    day,
    /** True while this row has no problem. */
    clean: () => said.problems.length === before,
  }
}

export const quoted = (value: string): string =>
  `"${(value.length > 40 ? `${value.slice(0, 40)}…` : value).replaceAll('\n', ' ')}"`

const either = (codes: readonly string[]): string => `${codes.slice(0, -1).join(', ')} or ${codes.at(-1)}`

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A real day from 1900 to 2199, written 2026-11-27 or 27/11/2026; null when it is none. */
export function readDay(value: string): Day | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00)?)?$/.exec(value)
  const british = iso ? null : /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value)
  const [year = '', month = '', day = ''] = iso ? iso.slice(1) : (british ?? []).slice(1).reverse()
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (!year || y < 1900 || y > 2199 || m < 1 || m > 12 || d < 1) return null
  const leap = m === 2 && ((y % 4 === 0 && y % 100 !== 0) || y % 400 === 0)
  if (d > (DAYS[m - 1] ?? 0) + (leap ? 1 : 0)) return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
