import { expect, test } from 'vitest'
import { sayProblem } from './problems.ts'
import { readText } from './read-text.ts'

const said = (bytes: Uint8Array) => {
  const read = readText('households.csv', bytes)
  return 'problem' in read ? sayProblem(read.problem).split(';')[0] : read.text
}

test('UTF-8 is read, its byte-order mark taken off', () => {
  expect(said(Buffer.from('\ufeffhousehold\nSiân'))).toBe('household\nSiân')
})

test('another encoding is told with the first line that shows it', () => {
  expect(said(Buffer.from('household\nAda\nSi\u00e2n\n', 'latin1'))).toMatch(
    /^households.csv:3: the whole file: this line holds letters that are not UTF-8/,
  )
})

test.each([
  ['UTF-16', Buffer.from('\ufeffhousehold', 'utf16le'), 'this text is saved as UTF-16'],
  ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), 'this is an Excel or zip file'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'this is a PDF'],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'this is an old Excel file'],
  ['bytes', Buffer.from([1, 0, 2]), 'this is not a text file'],
])('%s is told for what it is', (_what, bytes, expected) => {
  expect(said(bytes)).toContain(expected)
})
