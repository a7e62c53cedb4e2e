import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Span } from '../values/london.ts'
import { LATE_AFTER_MINUTES } from './words.ts'

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

/** An agreed stay at the same home goes on from the stay `y`. */
export const goesOn = sql<boolean>`exists (select from stay f where f.follows_id = y.id and f.status = 'accepted'
  and f.host_household_id = y.host_household_id)`

/** The stay `y` is late: nobody has said that the children are home, half an hour after the end, and no more nights were agreed. */
export const late = (context: Context): RawBuilder<boolean> => sql<boolean>`(y.status = 'arrived'
  and upper(y.during) + make_interval(mins => ${LATE_AFTER_MINUTES}) <= ${context.now} and not ${goesOn})`
