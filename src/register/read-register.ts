import type { Day } from '../values/london.ts'
import type { Notice, Problem } from './problems.ts'
import { unreadable } from './problems.ts'
import { CHILD_COLUMNS, readChild } from './read-children.ts'
import { type Columns, type Row, readCsv } from './read-csv.ts'
import { HOUSEHOLD_COLUMNS, readHousehold } from './read-households.ts'
import { LINK_COLUMNS, readLink } from './read-links.ts'
import { checkText } from './read-text.ts'
import { type ChildRow, FILES, type HomeRow, type LinkRow, type RegisterTexts } from './register.ts'

/** A register as read: its rows, and everything there is to say of it. Nothing is kept while it has problems. */
export type Register = {
  homes: HomeRow[]
  children: ChildRow[]
  links: LinkRow[]
  /** Every reference of the file, of rows with problems too; null when some rows could not be read. */
  homeReferences: Set<string> | null
  childReferences: Set<string> | null
  problems: Problem[]
  notices: Notice[]
}

/** The files as text, null for one that is not there, or why one is no text. */
export type RegisterFiles = { [name in keyof RegisterTexts]: string | Problem | null }

/** Reads the three files. `today` is the London day; `progress` is told how far it is. */
export function readRegister(
  texts: RegisterFiles,
  today: Day,
  progress: (line: string) => void = () => {},
): Register {
  const said = { problems: [] as Problem[], notices: [] as Notice[] }
  const table = <T>(
    name: keyof RegisterTexts,
    columns: Columns,
    read: (row: Row) => T | null,
    key?: string,
  ) => {
    const file = FILES[name]
    const rows: T[] = []
    const seen = new Map<string, number>()
    let whole = false
    let count = 0
    const each = (row: Row) => {
      count++
      if (count % 20_000 === 0) progress(`Reading ${file}: ${count.toLocaleString('en-GB')} lines`)
      const value = read(row)
      const reference = key ? row.cell(key) : ''
      const before = seen.get(reference)
      if (key && reference && before !== undefined) {
        const what = `${reference} is already on line ${before}`
        said.problems.push({
          file,
          line: row.line,
          column: key,
          what,
          mend: 'give each its own reference, or take one line out',
        })
      } else {
        if (reference) seen.set(reference, row.line)
        if (value) rows.push(value)
      }
    }
    const given = texts[name]
    const checked = typeof given === 'string' ? checkText(file, given) : given && { problem: given }
    if (checked && 'problem' in checked) said.problems.push(checked.problem)
    else if (checked) {
      const sheet = readCsv(file, checked.text, columns, each)
      said.problems.push(...sheet.problems)
      said.notices.push(...sheet.notices)
      whole = sheet.whole
    }
    return { rows, references: whole ? new Set(seen.keys()) : null }
  }
  for (const name of ['households', 'children'] as const) {
    if (texts[name] === null) {
      said.problems.push(
        unreadable(FILES[name], 'the file is not there', `put ${FILES[name]} beside the others`),
      )
    }
  }
  if (texts.links === null) {
    said.notices.push({
      file: FILES.links,
      line: null,
      column: null,
      says: 'the file is not there: no links are read',
    })
  }
  const homes = table('households', HOUSEHOLD_COLUMNS, (row) => readHousehold(row, said), 'household')
  const children = table('children', CHILD_COLUMNS, (row) => readChild(row, today, said), 'child')
  const links = table('links', LINK_COLUMNS, (row) => readLink(row, said))
  return {
    homes: homes.rows,
    children: children.rows,
    links: links.rows,
    homeReferences: homes.references,
    childReferences: children.references,
    ...said,
  }
}
