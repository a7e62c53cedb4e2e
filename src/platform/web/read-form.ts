/** What was typed, by field name. A name that came more than once, or ends in `[]`, is a list. */
export type Typed = Record<string, string | string[] | File>

/**
 * Reads a posted form or a query string as it was typed. The three boxes of a date (`from-day`, `from-month`,
 * `from-year`) also become one field `from`: `2026-11-27` when all are numbers, empty when all are empty, and
 * otherwise the text as typed, which no day matches.
 */
export function readForm(entries: Iterable<[string, string | File]>): Typed {
  const typed: Typed = {}
  for (const [key, value] of entries) {
    const name = key.replace(/\[\]$/, '')
    const before = typed[name]
    if (typeof value !== 'string') typed[name] = value
    else if (before === undefined || before instanceof File)
      typed[name] = key.endsWith('[]') ? [value] : value
    else typed[name] = [...(Array.isArray(before) ? before : [before]), value]
  }
  for (const key of Object.keys(typed)) {
    if (key.endsWith('-year')) {
      const name = key.slice(0, -'-year'.length)
      typed[name] = joinDate(words(typed[`${name}-day`]), words(typed[`${name}-month`]), words(typed[key]))
    }
  }
  return typed
}

/** One field as a single string, empty when it was not typed. */
export const words = (value: Typed[string] | undefined): string =>
  typeof value === 'string' ? value.trim() : Array.isArray(value) ? (value[0] ?? '').trim() : ''

/** One field as a list. */
export const all = (value: Typed[string] | undefined): string[] =>
  Array.isArray(value) ? value : typeof value === 'string' && value !== '' ? [value] : []

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function joinDate(day: string, month: string, year: string): string {
  if (!day && !month && !year) return ''
  const named = MONTHS.indexOf(month.toLowerCase().slice(0, 3)) + 1
  const number = named || Number(month)
  const full = /^\d\d$/.test(year) ? `20${year}` : year
  return `${full}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
}
