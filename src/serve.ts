import { serve as listen } from '@hono/node-server'
import { buildApp } from './app.ts'
import { readConfig } from './config.ts'
import { openDatabase } from './platform/database.ts'

/**
 * Config, database, migrations, app, listen; until SIGINT or SIGTERM. Throws what is wrong, one line a problem,
 * when it cannot start.
 */
export async function serve(environment: Record<string, string | undefined>): Promise<void> {
  const config = readConfig(environment)
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, log: console.log })
  const app = buildApp(database, config, () => new Date())
  const server = listen({ fetch: app.fetch, port: config.port, hostname: config.host }, ({ port }) => {
    console.log(`Constellation is ready at http://${config.host}:${port}`)
  })
  server.on('error', async (problem: Error) => {
    console.error(`It cannot listen on ${config.host}:${config.port}: ${problem.message}`)
    await database.close()
    process.exitCode = 1
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => server.close(async () => database.close()))
  }
}
