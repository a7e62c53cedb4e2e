import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../values/london.ts'
import type { Context } from './context.ts'
import { newId } from './ids.ts'
import type { DB } from './tables.ts'

/** The tables whose rows are dated facts: `during` says when each held, and a correction supersedes it. */
export type FactTable = {
  [T in keyof DB]: DB[T] extends { during: unknown; superseded_at: unknown; recorded_by: unknown } ? T : never
}[keyof DB]

type Values = Record<string, unknown>

/**
 * States a fact from `from` on (until `until`, half-open; null goes on), for the rows that share `key`. What was
 * believed of those days is superseded; what was believed of other days is written again unchanged. So stating a
 * change of today keeps yesterday, and stating a correction from the start keeps only what was known when.
 */
export async function state(
  context: Context,
  table: FactTable,
  key: Values,
  values: Values,
  from: Day,
  until: Day | null = null,
): Promise<string> {
  await makeRoom(context, table, key, from, until)
  await touch(context, table, { ...key, ...values })
  const id = newId()
  await add(context, table, { ...key, ...values, id }, from, until)
  return id
}

/** Ends a fact: from `from` on it no longer holds. Gives how many rows that changed. */
export async function end(context: Context, table: FactTable, key: Values, from: Day): Promise<number> {
  await touch(context, table, key)
  return makeRoom(context, table, key, from, null)
}

/** Takes a fact back as never true. It stays readable as it was known until now. */
export async function retract(context: Context, table: FactTable, id: string): Promise<void> {
  await touch(context, table, { id })
  await sql`update ${sql.table(table)} set superseded_at = ${context.now} where id = ${id} and superseded_at is null`.execute(
    context.db,
  )
}

const CHILDREN = ['child_id', 'child_a', 'child_b', 'other_child_id', 'with_child_id']
const HOUSEHOLDS = ['household_id', 'household_a', 'household_b']

/**
 * Remembers whose fact is changed, so that what relied on it can follow in the same transaction. Where only the
 * fact's own id is given, it is looked up whose it is.
 */
async function touch(context: Context, table: FactTable, fact: Values): Promise<void> {
  if (noteWhose(context, fact) || typeof fact.id !== 'string') return
  const { rows } = await sql<{ fact: Values }>`
    select to_jsonb(t) as fact from ${sql.table(table)} t where id = ${fact.id}`.execute(context.db)
  for (const row of rows) noteWhose(context, row.fact)
}

/** Notes the children and homes a fact is about; false where it names none. */
export function noteWhose({ touched }: Context, fact: Values): boolean {
  const named = (columns: readonly string[]) =>
    columns.map((column) => fact[column]).filter((id) => typeof id === 'string')
  const [children, households] = [named(CHILDREN), named(HOUSEHOLDS)]
  for (const child of children) touched.children.add(child)
  for (const household of households) touched.households.add(household)
  return children.length + households.length > 0
}

/** A half-open range of days for PostgreSQL. */
export const range = (from: Day, until: Day | null): RawBuilder<string> =>
  sql<string>`daterange(${from}::date, ${until}::date)`

/** The condition that a fact held on `day` as it is known now: `where ${current('approval', day)}`. */
export const current = (alias: string, day: Day): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.superseded_at`)} is null and ${sql.ref(`${alias}.during`)} @> ${day}::date)`

/** Supersedes what overlaps the range, and writes again the part of each fact that lies outside it. */
async function makeRoom(context: Context, table: FactTable, key: Values, from: Day, until: Day | null) {
  const t = sql.table(table)
  const outside = sql`array[
    gone.during * daterange(null, ${from}::date),
    case when ${until}::date is null then 'empty'::daterange else gone.during * daterange(${until}::date, null) end]`
  const { rows } = await sql<{ count: number }>`
    with gone as (
      update ${t} set superseded_at = ${context.now}
      where superseded_at is null and during && ${range(from, until)} and ${matches(key)} returning *
    ), again as (
      insert into ${t} select (jsonb_populate_record(null::${t}, to_jsonb(gone) || jsonb_build_object(
        'id', gen_random_uuid(), 'during', piece, 'superseded_at', null,
        'recorded_at', ${context.now}::timestamptz, 'recorded_by', ${context.actor.person}::uuid))).*
      from gone, unnest(${outside}) piece where not isempty(piece)
    )
    select count(*)::int as count from gone`.execute(context.db)
  return rows[0]?.count ?? 0
}

const matches = (key: Values) =>
  sql.join(
    Object.entries(key).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    sql` and `,
  )

/** Columns that are not given keep the table's defaults. */
async function add(context: Context, table: FactTable, values: Values, from: Day, until: Day | null) {
  const t = sql.table(table)
  const row = {
    ...values,
    service_id: context.actor.service.id,
    recorded_by: context.actor.person,
    recorded_at: context.now,
  }
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  await sql`insert into ${t} (during, ${columns}) select ${range(from, until)}, ${columns}
    from jsonb_populate_record(null::${t}, ${JSON.stringify(row)}::jsonb)`.execute(context.db)
}
