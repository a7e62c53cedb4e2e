import { type RawBuilder, sql } from 'kysely'
import type { Span } from '../values/london.ts'

/** A span as it comes out of JSON. */
export type RawSpan = { from: string; to: string }

export const asSpan = ({ from, to }: RawSpan): Span => ({ from: new Date(from), to: new Date(to) })

export const asSpans = (raw: readonly RawSpan[]): Span[] => raw.map(asSpan)

/** The `during` of a dated fact as the `Days` of values/london.ts, in JSON. */
export const factDays = (alias: string): RawBuilder<unknown> =>
  sql`json_build_object('from', coalesce(lower(${sql.ref(`${alias}.during`)}), '-infinity'::date), 'until', upper(${sql.ref(`${alias}.during`)}))`

/** The fact as it is known now. */
export const known = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.superseded_at`)} is null`
