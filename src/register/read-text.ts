import { type Problem, unreadable } from './problems.ts'

const AS_CSV = 'open it in a spreadsheet, choose “Save as”, “CSV UTF-8”, and import that file'

/** What a file really is when its first bytes give it away: not a CSV. */
const KINDS: readonly { starts: RegExp; what: string; mend: string }[] = [
  { starts: /^PK[^\w\s,;]/, what: 'this is an Excel or zip file, not a CSV', mend: AS_CSV },
  { starts: /^\xd0\xcf/, what: 'this is an old Excel file, not a CSV', mend: AS_CSV },
  { starts: /^%PDF/, what: 'this is a PDF, not a CSV', mend: 'ask for the table the PDF was made from' },
  {
    starts: /^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|head|body|table)/i,
    what: 'this is a web page or XML, not a CSV',
    mend: 'download the file itself: the page may be asking you to sign in',
  },
  {
    starts: /^\s*[[{]/,
    what: 'this is JSON, not a CSV',
    mend: 'save the table as CSV, with its header line',
  },
  {
    starts: /^(\xff\xfe|\xfe\xff)/,
    what: 'this text is saved as UTF-16 (“Unicode text”), not UTF-8',
    mend: AS_CSV,
  },
]

/** The text of a CSV file, or why its bytes are none. A byte-order mark is taken off. */
export function readText(file: string, bytes: Uint8Array): { text: string } | { problem: Problem } {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const kind = KINDS.find(({ starts }) => starts.test(start))
  if (kind) return { problem: unreadable(file, kind.what, kind.mend) }
  if (bytes.includes(0)) return { problem: unreadable(file, 'this is not a text file', AS_CSV) }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const problem = unreadable(
      file,
      'this line holds letters that are not UTF-8 (an older Windows or Excel encoding, it seems)',
      AS_CSV,
    )
    return { problem: { ...problem, line: firstBadLine(bytes) } }
  }
}

/** The same checks for text that came as text. */
export function checkText(file: string, text: string): { text: string } | { problem: Problem } {
  const kind = KINDS.find(({ starts }) => starts.test(text.slice(0, 200)))
  if (kind) return { problem: unreadable(file, kind.what, kind.mend) }
  if (text.includes('\0')) return { problem: unreadable(file, 'this is not a text file', AS_CSV) }
  return { text: text.replace(/^\ufeff/, '') }
}

const LINE_END = 10

function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let from = 0
  for (;;) {
    const end = bytes.indexOf(LINE_END, from)
    try {
      decoder.decode(bytes.subarray(from, end === -1 ? undefined : end))
    } catch {
      return line
    }
    if (end === -1) return line
    from = end + 1
    line++
  }
}
