const WIDEST = 40

/** An answer for people to read: lists as tables, facts by name. */
export function inLines(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.length === 0 ? ['Nothing.'] : table(answer)
  if (answer === null || typeof answer !== 'object') return [words(answer)]
  const facts: string[] = []
  const lists: string[] = []
  for (const [name, value] of Object.entries(answer)) {
    if (isList(value)) lists.push('', `${name}:`, ...table(value).map((line) => `  ${line}`))
    else if (isThing(value)) lists.push('', `${name}:`, ...inLines(value).map((line) => `  ${line}`))
    else facts.push(`${name}: ${words(value)}`)
  }
  return [...facts, ...lists]
}

const isThing = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const isList = (value: unknown): value is object[] =>
  Array.isArray(value) && value.length > 0 && value.every(isThing)

function table(rows: readonly unknown[]): string[] {
  if (!rows.every(isThing)) return rows.map(words)
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cells = [
    names,
    ...rows.map((row) => names.map((name) => short((row as Record<string, unknown>)[name]))),
  ]
  const widths = names.map((_name, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

const short = (value: unknown): string => {
  const text = words(value)
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text
}

function words(value: unknown): string {
  if (value === null || value === undefined) return '-'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value) && value.every((one) => !isThing(one))) return value.map(words).join(', ') || '-'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
