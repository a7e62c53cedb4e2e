import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { Database } from '../../src/platform/database.ts'

/** The whole app on a real port of this machine, with a clock that the test sets. */
export type RunningApp = {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string
  now: () => Date
  /** What everybody's clock shows from here on. */
  setClock: (moment: Date) => void
  stop: () => Promise<void>
}

type Options = {
  /** What the clock shows; it stands still until it is set. */
  now: Date
  /** Anyone may sign in as anyone, by a button. */
  demo?: boolean
}

/** Starts the app on an open database. `stop` it in `afterAll`, before the database is closed. */
export async function startApp(database: Database, { now, demo = false }: Options): Promise<RunningApp> {
  let moment = now
  const config = readConfig({ DEMO: demo ? '1' : '0' })
  const app = buildApp(database, config, () => moment)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) => {
      resolve({
        url: `http://127.0.0.1:${port}`,
        now: () => moment,
        setClock: (next) => {
          moment = next
        },
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped())
            // A browser keeps its connections open.
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
    server.once('error', reject)
  })
}
