import type { ApartRow, SiblingRow } from './store-ties.ts'

/** Whom to ask about what may not be told: the child's own social worker, or the duty team. */
export type Ask = { worker: string | null; duty: string }

/** Whom a child must not be with, in words that name no child the reader may not see. */
export function sayApart(
  { isChild, name }: Pick<ApartRow, 'isChild' | 'name'>,
  { worker, duty }: Ask,
): string {
  if (name) return name
  const whom = isChild ? 'a child in another home' : 'an adult'
  return `${whom}: ask ${worker ?? `the duty team on ${duty}`}`
}

/** What may be told of an order: why it stands is for those who may know the other child, for it may say who. */
export const tellApart = (row: ApartRow, ask: Ask) => ({
  apart: row.apart,
  child: row.child,
  says: sayApart(row, ask),
  orderedBy: row.orderedBy,
  reason: row.isChild && !row.name ? null : row.reason,
  from: row.from,
  until: row.until,
})

/** A brother or sister in words that name no child the reader may not see. */
export const saySibling = ({ name }: Pick<SiblingRow, 'name'>): string =>
  name ?? 'a brother or sister in another home'
