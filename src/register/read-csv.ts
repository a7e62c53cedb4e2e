import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { type Notice, type Problem, unreadable } from './problems.ts'

/** One line of a table: where it starts in the file, and its cells by column, trimmed, empty when they are. */
export type Row = { line: number; has: (column: string) => boolean; cell: (column: string) => string }

export type Columns = { needed: readonly string[]; optional?: readonly string[] }

/** What was found of the file besides its rows; `whole` is false when some of its rows could not be read. */
export type Sheet = { problems: Problem[]; notices: Notice[]; whole: boolean }

const LONGEST_CELL = 2000
const MOST_FAULTS = 200
const WHOLE_LINE = 'the whole line'

/**
 * Reads a CSV (comma, RFC 4180 quoting) and hands each row to `each`, keeping none: columns by name in any order,
 * unknown ones left out with a notice, blank lines passed over. `text` holds no byte-order mark. A line with
 * broken quotes is a problem, and reading goes on with the next.
 */
export function readCsv(file: string, text: string, columns: Columns, each: (row: Row) => void): Sheet {
  const sheet: Sheet = { problems: [], notices: [], whole: true }
  const lost = (problem: Problem) => {
    sheet.problems.push(problem)
    sheet.whole = false
  }
  if (text.trim() === '') {
    lost(unreadable(file, 'it is empty', 'choose the file with the header line and its rows'))
    return sheet
  }
  const lines = text.replace(/\r\n?/g, '\n')
  let header: Header | undefined
  let done = 0
  const onRecord = (record: string[], lastLine: number): void => {
    const line = lastLine - record.reduce((sum, cell) => sum + breaks(cell), 0)
    done = lastLine
    if (!header) header = readHeader(file, record, columns, sheet)
    else if (header.at.size > 0 && record.some((cell) => cell !== '')) {
      const wrong = misfit(record, header.width)
      const { at } = header
      if (wrong) lost({ file, line, column: WHOLE_LINE, ...wrong })
      else
        each({ line, has: (column) => at.has(column), cell: (column) => record[at.get(column) ?? -1] ?? '' })
    }
  }
  for (let from = 0, before = 0, faults = 0; from < lines.length; faults++) {
    try {
      parse(lines.slice(from), {
        trim: true,
        relax_column_count: true,
        skip_empty_lines: true,
        record_delimiter: '\n',
        on_record: (record: string[], at) => {
          onRecord(record, before + at.lines)
          return null
        },
      })
      break
    } catch (thrown) {
      if (!(thrown instanceof CsvError) || faults === MOST_FAULTS) throw thrown
      const open = thrown.code === 'CSV_QUOTE_NOT_CLOSED'
      const fault = thrown as unknown as { lines: number }
      const line = open ? done + 1 : before + fault.lines
      lost({ file, line, column: WHOLE_LINE, what: open ? OPEN : INSIDE, mend: QUOTE })
      from = startOf(lines, line + 1)
      before = line
      done = line
    }
  }
  return sheet
}

const OPEN = 'a double quote opens here and is never closed'
const INSIDE = 'a double quote stands in the middle of a cell'
const QUOTE = 'put the whole cell in double quotes, and write a quote inside it twice: "he said ""no"""'

type Header = { at: Map<string, number>; width: number }

/** Where each column stands; nowhere when this is another file. Says what is missing, twice there, or not ours. */
function readHeader(file: string, cells: string[], columns: Columns, sheet: Sheet): Header {
  const { problems, notices } = sheet
  const known = [...columns.needed, ...(columns.optional ?? [])]
  const at = new Map<string, number>()
  for (const [index, cell] of cells.entries()) {
    const name = cell.toLowerCase()
    const place = { file, line: 1, column: name.slice(0, 60) }
    if (!known.includes(name)) {
      if (name) notices.push({ ...place, says: 'this is not a column of the file; it is left out' })
    } else if (at.has(name)) {
      problems.push({ ...place, what: 'the column is there twice', mend: 'keep one of the two' })
    } else at.set(name, index)
  }
  if (at.size === 0) {
    sheet.whole = false
    notices.length = 0
    problems.push(unreadable(file, strange(cells), `the first line must read ${columns.needed.join(',')}`))
    return { at, width: 0 }
  }
  for (const column of columns.needed.filter((name) => !at.has(name))) {
    const mend = 'add it to the first line; a cell that is not known stays empty'
    problems.push({ file, line: 1, column, what: 'the column is missing', mend })
    sheet.whole = false
  }
  return { at, width: cells.length }
}

function strange([first = '', ...more]: string[]): string {
  if (more.length === 0 && first.includes(';')) return 'its columns are separated by semicolons, not commas'
  if (more.length === 0 && first.includes('\t')) return 'its columns are separated by tabs, not commas'
  return 'none of its columns is named in the first line'
}

/** Why the row does not fit the header, or nothing. */
function misfit(record: string[], width: number): { what: string; mend: string } | undefined {
  if (record.length > width && record.slice(width).some((cell) => cell !== '')) {
    return {
      what: `it has ${record.length} cells where the first line names ${width}`,
      mend: 'put a cell that holds a comma in "double quotes"',
    }
  }
  if (record.length < width) {
    return {
      what: `it has ${record.length} cells where the first line names ${width}`,
      mend: 'give it a comma for each column; a cell that is not known stays empty',
    }
  }
  const long = record.findIndex((cell) => cell.length > LONGEST_CELL)
  if (long < 0) return undefined
  return {
    what: `its cell ${long + 1} holds ${record[long]?.length} letters`,
    mend: `use ${LONGEST_CELL} or fewer; a quote that is not closed runs on into the next lines`,
  }
}

function breaks(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++
  return count
}

/** Where a line starts, counted from 1; the end of the text when there is no such line. */
function startOf(text: string, line: number): number {
  let from = 0
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', from)
    if (end < 0) return text.length
    from = end + 1
  }
  return from
}
