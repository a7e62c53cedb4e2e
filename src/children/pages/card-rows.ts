import { type Typed, words } from '../../platform/web/read-form.ts'
import type { Card } from '../store-card.ts'

/** One row of a list in the card's form, as typed: `what`, `penExpires`, `penExpires-day`. */
export type Row = Record<string, string>

export const lists = {
  allergies: ['what', 'severity', 'pen', 'penExpires'],
  medication: ['name', 'dose', 'times', 'how', 'asNeeded'],
  contacts: ['name', 'relation', 'phone'],
} as const

export type ListName = keyof typeof lists

/**
 * The rows of a list that have anything in them, in order, from fields named `allergies.0.what`. Rows left empty
 * are passed over, so the rows that come back stand where the action counts them, and its sentences find them.
 */
export function rowsIn(typed: Typed, list: ListName): Row[] {
  const rows = new Map<number, Row>()
  for (const [field, value] of Object.entries(typed)) {
    const [, index, part] =
      /^(\d{1,3})\.([\w-]+)$/.exec(field.startsWith(`${list}.`) ? field.slice(list.length + 1) : '') ?? []
    if (index === undefined || part === undefined) continue
    rows.set(Number(index), { ...rows.get(Number(index)), [part]: words(value) })
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row)
    .filter((row) => Object.values(row).some((value) => value !== ''))
}

/** The lists of the action's input from what was typed. */
export const listsTyped = (typed: Typed) =>
  Object.fromEntries(
    (Object.keys(lists) as ListName[]).map((list) => [
      list,
      rowsIn(typed, list).map((row) =>
        Object.fromEntries(lists[list].map((part) => [part, row[part] ?? ''])),
      ),
    ]),
  )

/** A list of the card as rows of its form. */
export const rowsOf = (card: Card | null, list: ListName): Row[] =>
  (card?.[list] ?? []).map((one) =>
    Object.fromEntries(
      Object.entries(one).map(([part, value]) => [
        part,
        value === true ? 'yes' : value === false ? '' : (value ?? ''),
      ]),
    ),
  )
