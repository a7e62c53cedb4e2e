import type { Database } from '../../src/platform/database.ts'
import type { County } from '../../src/seed.ts'

/** What the clock of the machine writes, and what follows from it. */
const OF_THE_MACHINE: Record<string, string[]> = { person: ['created_at'], audit: ['id', 'at', 'hash'] }

/**
 * Every row of a county's database as words in alphabetical order, by table. Ids the story names stand as those
 * names, other ids as nothing: so two counties told alike are equal, though each of their ids differs.
 */
export async function dumpCounty(database: Database, county: Named): Promise<Record<string, string[]>> {
  const names = namesOf(county)
  const { rows: tables } = await database.owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const dump: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await database.owner.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from "${name}" t`,
    )
    const left = rows.map(({ row }) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !OF_THE_MACHINE[name]?.includes(column))),
    )
    dump[name] = left.map((row) => wordsOf(row, names)).sort()
  }
  return dump
}

type Named = Pick<County, 'service' | 'homes' | 'children' | 'constellations' | 'stays'> & {
  people: Record<string, string | { person: string | null }>
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

const wordsOf = (row: unknown, names: ReadonlyMap<string, string>): string =>
  JSON.stringify(row)
    .replaceAll(ID, (id) => names.get(id) ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .sort()
    .join(' ')

function namesOf({ service, people, homes, children, constellations, stays }: Named): Map<string, string> {
  const ids = Object.entries(people).map(([key, one]) => [key, typeof one === 'string' ? one : one.person])
  const named = [ids, Object.entries({ service, ...homes, ...children, ...constellations, ...stays })].flat()
  return new Map(named.flatMap(([key, id]) => (id ? [[id, key ?? '']] : [])))
}
