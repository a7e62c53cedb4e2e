import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../values/london.ts'
import type { Context } from './context.ts'
import { type FactTable, noteWhose } from './history.ts'
import { newId } from './ids.ts'
import type { DB } from './tables.ts'

type Values = Record<string, unknown>

/** A fact about `key` from a day on, `until` half-open. */
export type Fact = {
  key: Values
  /** What holds now; null where the fact only ends. */
  values: Values | null
  from: Day
  until: Day | null
  /** Nothing was known of this key, so there is nothing to supersede. */
  fresh: boolean
  /** The id of a fact taken back as never true. */
  instead?: string | null
}

/**
 * Adds rows that all give the same columns, in one statement; `common` columns are the same in every row. Gives
 * how many.
 */
export async function insertMany(
  context: Context,
  table: keyof DB,
  rows: readonly Values[],
  common: Record<string, RawBuilder<unknown>> = {},
): Promise<number> {
  const [first] = rows
  if (!first) return 0
  const t = sql.table(table)
  const own = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  const shared = { service_id: sql`${context.actor.service.id}::uuid`, ...common }
  await sql`insert into ${t} (${own}, ${sql.join(Object.keys(shared).map((column) => sql.ref(column)))})
    select ${own}, ${sql.join(Object.values(shared))}
    from json_populate_recordset(null::${t}, ${JSON.stringify(rows)}::json)`.execute(context.db)
  return rows.length
}

/** Who wrote a row, and when. */
export const recorded = ({ now, actor }: Context) => ({
  recorded_at: sql`${now}::timestamptz`,
  recorded_by: sql`${actor.person}::uuid`,
})

/**
 * States many facts of one table at once, as `state` of history.ts does one, but each to the end of time: whatever
 * was believed of its key from `from` on is superseded, what was believed of the days before stays. The facts
 * give the same columns, and each key at most once. Gives how many rows were written or superseded.
 */
export async function stateMany(context: Context, table: FactTable, facts: readonly Fact[]): Promise<number> {
  for (const { key, values } of facts) noteWhose(context, { ...key, ...values })
  const taken = await takeBack(context, table, facts)
  const room = await makeRoom(
    context,
    table,
    facts.filter((fact) => !fact.fresh),
  )
  const rows = facts.flatMap(({ key, values, from, until }) =>
    values === null ? [] : [{ ...key, ...values, id: newId(), during: `[${from},${until ?? ''})` }],
  )
  return taken + room + (await insertMany(context, table, rows, recorded(context)))
}

async function takeBack(context: Context, table: FactTable, facts: readonly Fact[]): Promise<number> {
  const gone = facts.flatMap(({ instead }) => instead ?? [])
  if (gone.length === 0) return 0
  await sql`update ${sql.table(table)} set superseded_at = ${context.now}
    where id = any (${gone}::uuid[]) and superseded_at is null`.execute(context.db)
  return gone.length
}

/** Supersedes what overlaps, and writes again the part that lies before. */
async function makeRoom(context: Context, table: FactTable, facts: readonly Fact[]): Promise<number> {
  const [first] = facts
  if (!first) return 0
  const t = sql.table(table)
  const keys = facts.map(({ key, from }) => ({ ...key, during: `[${from},)` }))
  const matches = sql.join(
    Object.keys(first.key).map((column) => sql`old.${sql.ref(column)} = new.${sql.ref(column)}`),
    sql` and `,
  )
  const { rows } = await sql<{ count: number }>`
    with gone as (
      update ${t} old set superseded_at = ${context.now}
      from jsonb_populate_recordset(null::${t}, ${JSON.stringify(keys)}::jsonb) new
      where old.superseded_at is null and old.during && new.during and ${matches}
      returning to_jsonb(old) as fact, old.during * daterange(null, lower(new.during)) as piece
    ), again as (
      insert into ${t} select r.* from gone, jsonb_populate_record(null::${t}, fact || jsonb_build_object(
        'id', gen_random_uuid(), 'during', piece, 'superseded_at', null,
        'recorded_at', ${context.now}::timestamptz, 'recorded_by', ${context.actor.person}::uuid)) r
      where not isempty(piece)
    )
    select count(*)::int as count from gone`.execute(context.db)
  return rows[0]?.count ?? 0
}
