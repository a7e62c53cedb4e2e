import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/platform/database.ts'
import { onServer, urlOf } from './url.ts'

/**
 * A database of a test file's own, a copy of the migrated template: open it in `beforeAll`, close it in
 * `afterAll`, which drops it. `url` is for another process, such as a started app.
 */
export async function testDatabase(): Promise<Database> {
  const { url: server, template } = inject('server')
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  await onServer(server, `create database ${name} template ${template}`)
  const database = await openDatabase({ url: urlOf(server, name), migrate: false })
  return {
    ...database,
    close: async () => {
      await database.close()
      await onServer(server, `drop database ${name} with (force)`)
    },
  }
}
