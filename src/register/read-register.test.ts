import { describe, expect, test } from 'vitest'
import {
  CHILDREN_HEADER,
  type Files,
  HOUSEHOLDS_HEADER,
  LINKS_HEADER,
  registerOf,
} from '../../tests/given/register.ts'
import { sayNotice, sayProblem } from './problems.ts'
import { readRegister } from './read-register.ts'

const TODAY = '2026-11-22'
const small = registerOf(4)

/** What is said of a register that differs from a good one in these files. */
function read(changed: Partial<{ [name in keyof Files]: string | null }>) {
  const register = readRegister({ ...small, ...changed }, TODAY)
  return { ...register, says: register.problems.map(sayProblem), tells: register.notices.map(sayNotice) }
}

/** The good file with one cell changed; lines count from 1 as in an editor. */
function withCell(file: keyof Files, line: number, column: string, value: string): Partial<Files> {
  const lines = small[file].split('\n')
  const at = (lines[0] ?? '').split(',').indexOf(column)
  const cells = (lines[line - 1] ?? '').split(',')
  cells[at] = value
  lines[line - 1] = cells.join(',')
  return { [file]: lines.join('\n') }
}

test('a good register is read whole, with nothing to say', () => {
  const { homes, children, links, says, tells } = read({})
  expect({ homes: homes.length, children: children.length, links: links.length }).toEqual({
    homes: 4,
    children: 5,
    links: 0,
  })
  expect([says, tells]).toEqual([[], []])
  expect(homes[1]).toMatchObject({
    line: 3,
    reference: 'H00001',
    carers: ['Bram Ashby', 'Efa Ashby'],
    postcode: 'GL1 1GP',
    approval: { from: '2011-02-02', until: null, places: 2, ageMin: 0, ageMax: 18, sex: 'any' },
    pets: [],
    languages: ['English', 'Welsh'],
  })
})

test('columns are found by name in any order, whatever their capitals, after a byte-order mark', () => {
  const turned = small.links.replace(LINKS_HEADER, 'REASON,until,ordered_by,b,A,Kind')
  const line = 'see file,2027-01-01,court,C00001,C00000,must_not_meet'
  const { links, says } = read({ links: `\ufeff${turned}\r\n${line}\r\n` })
  expect(says).toEqual([])
  expect(links).toEqual([
    {
      line: 2,
      kind: 'must_not_meet',
      a: 'C00000',
      b: 'C00001',
      orderedBy: 'court',
      lastDay: '2027-01-01',
      reason: 'see file',
    },
  ])
})

test('days may be written the British way, and approved_until is the last day approved', () => {
  const { homes, says } = read(withCell('households', 2, 'approved_until', '5/6/2027'))
  expect(says).toEqual([])
  expect(homes[0]?.approval?.until).toBe('2027-06-06')
})

describe('each cell that cannot be read is told with its file, line, column and how to mend it', () => {
  test.each([
    [
      'households',
      2,
      'kind',
      'hotel',
      'households.csv:2: kind: "hotel" is not one of its words; use mainstream, kinship, special_guardianship or adoptive',
    ],
    [
      'households',
      3,
      'dbs_expires',
      '2026-02-30',
      'households.csv:3: dbs_expires: "2026-02-30" is not a day of the calendar; write it like 2026-11-27 or 27/11/2026',
    ],
    [
      'households',
      4,
      'spare_beds',
      'two',
      'households.csv:4: spare_beds: "two" is not a number this can be; write a whole number from 0 to 12',
    ],
    [
      'households',
      5,
      'postcode',
      'HELLO',
      'households.csv:5: postcode: "HELLO" is not a postcode; write it like PO6 4UA, or leave it empty',
    ],
    [
      'households',
      2,
      'household',
      '',
      'households.csv:2: household: it is empty; give each home its own reference, like H001',
    ],
    [
      'households',
      3,
      'approved_until',
      '1999-01-01',
      'households.csv:3: approved_until: 1999-01-01 is before approved_from, 2011-02-02; correct one of the two days',
    ],
    [
      'households',
      3,
      'household',
      'H00000',
      'households.csv:3: household: H00000 is already on line 2; give each its own reference, or take one line out',
    ],
    [
      'children',
      2,
      'dob',
      '2027-01-01',
      'children.csv:2: dob: 2027-01-01 is in the future; write the day the child was born',
    ],
    [
      'children',
      3,
      'placed_from',
      '2001-01-01',
      'children.csv:3: placed_from: 2001-01-01 is before the child was born, 2011-02-02; correct one of the two days',
    ],
    ['children', 4, 'sex', 'X', 'children.csv:4: sex: "X" is not one of its words; use F, M or U'],
    ['children', 5, 'last_name', '', 'children.csv:5: last_name: it is empty; write the child’s last name'],
  ] as const)('%s line %i, %s "%s"', (file, line, column, value, expected) => {
    expect(read(withCell(file, line, column, value)).says).toEqual([expected])
  })
})

test('every problem is listed, not only the first', () => {
  const { says } = read({ ...withCell('households', 2, 'kind', 'x'), ...withCell('children', 2, 'sex', 'x') })
  expect(says).toHaveLength(2)
})

test('a missing column is said once, of the header', () => {
  const without = small.children.split('\n').map((line) => line.split(',').toSpliced(3, 1).join(','))
  const { says, childReferences } = read({ children: without.join('\n') })
  expect(says).toEqual([
    'children.csv:1: dob: the column is missing; add it to the first line; a cell that is not known stays empty',
  ])
  expect(childReferences).toBeNull()
})

test('an unknown column is left out with a notice', () => {
  const more = small.links.replace(LINKS_HEADER, `${LINKS_HEADER},shoe size`)
  expect(read({ links: more }).tells).toEqual([
    'links.csv:1: shoe size: this is not a column of the file; it is left out',
  ])
})

test('what looks like a formula is kept as it is written', () => {
  const { homes, says, tells } = read(withCell('households', 2, 'carer_1', '=cmd|calc'))
  expect(says).toEqual([])
  expect(homes[0]?.carers[0]).toBe('=cmd|calc')
  expect(tells).toEqual([
    'households.csv:2: carer_1: "=cmd|calc" looks like a formula; it is kept as it is written and never worked out',
  ])
})

test('a postcode nobody can know stops nothing', () => {
  expect(read(withCell('households', 2, 'postcode', 'zz993vz'))).toMatchObject({ says: [] })
})

test.each([
  ['empty', '', 'it is empty'],
  ['a workbook', 'PK\u0003\u0004rest', 'this is an Excel or zip file, not a CSV'],
  ['a web page', '<!DOCTYPE html><html>', 'this is a web page or XML, not a CSV'],
  ['binary', 'household\0kind', 'this is not a text file'],
  [
    'separated by semicolons',
    HOUSEHOLDS_HEADER.replaceAll(',', ';'),
    'its columns are separated by semicolons, not commas',
  ],
  [
    'another file',
    CHILDREN_HEADER.replaceAll(/\w+/g, 'column'),
    'none of its columns is named in the first line',
  ],
])('a file that is %s has one clear sentence', (_what, text, expected) => {
  const { problems } = read({ households: text })
  expect(problems.map(({ file, line, column, what }) => ({ file, line, column, what }))).toEqual([
    { file: 'households.csv', line: 1, column: 'the whole file', what: expected },
  ])
})

test('a line with a broken quote is told, and reading goes on with the next', () => {
  const lines = small.households.split('\n')
  const broken = [lines[0], 'H9,kin"ship', lines[1], `"H8,kinship`, lines[2]].join('\n')
  const { says, homes, homeReferences } = read({ households: broken })
  expect(says.map((line) => line.slice(0, 60))).toEqual([
    'households.csv:2: the whole line: a double quote stands in t',
    'households.csv:4: the whole line: a double quote opens here ',
  ])
  expect(homes.map(({ line, reference }) => [line, reference])).toEqual([
    [3, 'H00000'],
    [5, 'H00001'],
  ])
  expect(homeReferences).toBeNull()
})

test('a cell may hold commas, quotes and line breaks, and lines are counted as an editor does', () => {
  const line = 'keep_apart,H00000,H00001,,,"carers ""fell out"",\nin May"'
  const { links, says } = read({ links: `${LINKS_HEADER}\n${line}\n\nfriendship,H00002,H00002,,,` })
  expect(links[0]).toMatchObject({ line: 2, reason: 'carers "fell out", in May' })
  expect(says).toEqual(['links.csv:5: b: it is the same as a; name the other home'])
})

test('a row that is too short or too long is told', () => {
  const { says } = read({ links: `${LINKS_HEADER}\nfriendship,H00000\nfriendship,H00000,H00001,,,,more` })
  expect(says.map((line) => line.split(';')[0])).toEqual([
    'links.csv:2: the whole line: it has 2 cells where the first line names 6',
    'links.csv:3: the whole line: it has 7 cells where the first line names 6',
  ])
})

test('links.csv may be left out; the other two may not', () => {
  expect(read({ links: null })).toMatchObject({
    says: [],
    tells: ['links.csv: the file is not there: no links are read'],
  })
  expect(read({ children: null }).says).toEqual([
    'children.csv:1: the whole file: the file is not there; put children.csv beside the others',
  ])
})
