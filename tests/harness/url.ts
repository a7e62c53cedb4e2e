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

const NOT_YOURS_TO_STOP = '42501'

/**
 * Drops a database, and cuts off whoever is still there. The server may be vacuuming it just then, which only its
 * superuser may stop: that is waited for, five seconds at most.
 */
export async function dropDatabase(server: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await onServer(server, `drop database if exists ${name} with (force)`)
    } catch (error) {
      if ((error as { code?: string }).code !== NOT_YOURS_TO_STOP || tries === 50) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
