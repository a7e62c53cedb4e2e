import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/platform/database.ts'
import { startEmbedded } from '../../src/platform/embedded.ts'
import { root } from '../../src/platform/root.ts'
import { sweep } from './sweep.ts'
import { countyOf, dropDatabase, onServer, urlOf } from './url.ts'

export interface TestServer {
  /** a database of the server, as a role that may create databases */
  url: string
  /** the name of the migrated database that each test file gets a copy of */
  template: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    server: TestServer
  }
}

interface Shared {
  users: number
  ready: Promise<TestServer & { stop(): Promise<void> }>
}

/** Both projects that need the server come here, in one process: the first starts it, the last stops it. */
const shared = globalThis as { testServer?: Shared }

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.testServer ??= { users: 0, ready: start() }
  const mine = shared.testServer
  mine.users++
  const { url, template, stop } = await mine.ready
  project.provide('server', { url, template })
  return async () => {
    if (--mine.users === 0) await stop()
  }
}

/** A server of our own in the project's cache, or TEST_DATABASE_URL; and a template with every migration. */
async function start(): Promise<TestServer & { stop(): Promise<void> }> {
  const cache = join(root, '.cache')
  await sweep(cache)
  const folder = join(cache, `test-${process.pid}`)
  const given = process.env.TEST_DATABASE_URL
  const embedded = given ? undefined : await startEmbedded(folder, { durable: false })
  const url = given ?? embedded?.url ?? ''
  const template = `test_template_${randomUUID().slice(0, 8)}`
  await onServer(url, `create database ${template}`)
  const database = await openDatabase({ url: urlOf(url, template) })
  const { rows } = await database.owner.query('show server_version')
  await database.close()
  console.log(`PostgreSQL ${rows[0].server_version}`)
  const stop = async () => {
    if (given) {
      await dropDatabase(url, countyOf(template))
      await dropDatabase(url, template)
    }
    await embedded?.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url, template, stop }
}
