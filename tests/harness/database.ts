import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/platform/database.ts'
import { dropDatabase, onServer, urlOf } from './url.ts'

/**
 * A database of a test file's own, a copy of the migrated template: open it in `beforeAll`, close it in
 * `afterAll`, which drops it. `url` is for another process, such as a started app.
 */
export const testDatabase = (): Promise<Database> => copyOf(inject('server').template)

/** The same, a copy of another pattern of the server's. */
export async function copyOf(template: string): Promise<Database> {
  const { url: server } = inject('server')
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  await onServer(server, `create database ${name} template ${template}`)
  const database = await openDatabase({ url: urlOf(server, name), migrate: false })
  return {
    ...database,
    close: async () => {
      await database.close()
      await dropDatabase(server, name)
    },
  }
}

/**
 * A filled database to make many of: `copy` gives another one like it, for who closes it; `close` drops the pattern.
 * Quicker than filling each where every test wants one that nobody has touched.
 */
export async function testPattern(
  fill: (database: Database) => Promise<void>,
): Promise<{ copy: () => Promise<Database>; close: () => Promise<void> }> {
  const { url: server, template } = inject('server')
  const pattern = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  await onServer(server, `create database ${pattern} template ${template}`)
  const database = await openDatabase({ url: urlOf(server, pattern), migrate: false })
  await fill(database).finally(() => database.close())
  return {
    copy: () => copyOf(pattern),
    close: () => dropDatabase(server, pattern),
  }
}
