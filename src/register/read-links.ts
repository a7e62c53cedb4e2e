import type { Notice, Problem } from './problems.ts'
import { cellsOf } from './read-cells.ts'
import type { Row } from './read-csv.ts'
import { FILES, LINK_KINDS, type LinkRow, ORDERED_BY } from './register.ts'

export const LINK_COLUMNS = { needed: ['kind', 'a', 'b', 'ordered_by', 'until', 'reason'] }

/** One line of links.csv, or null with its problems said. */
export function readLink(row: Row, said: { problems: Problem[]; notices: Notice[] }): LinkRow | null {
  const cells = cellsOf(FILES.links, row, said)
  const kind = cells.code('kind', LINK_KINDS)
  if (kind === null && row.cell('kind') === '') cells.needed('kind', `use ${LINK_KINDS.join(', ')}`)
  const of = kind === 'must_not_meet' ? 'child' : 'home'
  const a = cells.words('a') ?? cells.needed('a', `write the reference of the first ${of}`)
  const b = cells.words('b') ?? cells.needed('b', `write the reference of the other ${of}`)
  const orderedBy = cells.code('ordered_by', ORDERED_BY)
  const lastDay = cells.day('until')
  const reason = cells.words('reason')
  if (a && a === b) cells.problem('b', 'it is the same as a', `name the other ${of}`)
  if (kind === 'must_not_meet' && row.cell('ordered_by') === '') {
    cells.needed('ordered_by', `say who ordered it: ${ORDERED_BY.join(', ')}`)
  }
  return kind && a && b && cells.clean() ? { line: row.line, kind, a, b, orderedBy, lastDay, reason } : null
}
