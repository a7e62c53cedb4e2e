/** Something in a file that stops the import, and how to mend it. `line` counts from 1, the header's line. */
export type Problem = { file: string; line: number; column: string; what: string; mend: string }

/** Something to know about a file that stops nothing. */
export type Notice = { file: string; line: number | null; column: string | null; says: string }

/** A problem that no single column is to blame for. */
export const WHOLE_FILE = 'the whole file'

/** The file cannot be read at all. */
export const unreadable = (file: string, what: string, mend: string): Problem => ({
  file,
  line: 1,
  column: WHOLE_FILE,
  what,
  mend,
})

/** `households.csv:12: kind: "foster" is not one of its words; use mainstream, kinship, …` */
export const sayProblem = ({ file, line, column, what, mend }: Problem): string =>
  `${file}:${line}: ${column}: ${what}; ${mend}`

export const sayNotice = ({ file, line, column, says }: Notice): string =>
  `${file}${line === null ? '' : `:${line}`}: ${column === null ? '' : `${column}: `}${says}`

/** In the order a person would mend them: file by file, from the top. */
export const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
