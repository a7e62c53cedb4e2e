import pg from 'pg'

/** The same server's other database. */
export function urlOf(url: string, database: string): string {
  return url.replace(/^([a-z]+:\/\/[^/]*)\/[^?]*/, `$1/${database}`)
}

/** Runs one statement on a connection of its own. */
export async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** The name of the pattern with the imagined county in it, made by the first test file that asks for it. */
export const countyOf = (template: string): string => `${template}_county`
