import type { Database } from '../../src/platform/database.ts'

/** What every table holds, as one hash each: two that are equal hold the same rows. */
export async function checksums(database: Database): Promise<Record<string, string>> {
  const { rows: tables } = await database.owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as name, coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as hash from "${name}" t`,
  )
  const { rows } = await database.owner.query<{ name: string; hash: string }>(each.join(' union all '))
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

/** The tables whose rows differ. */
export const changed = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys({ ...before, ...after }).filter((table) => before[table] !== after[table])
