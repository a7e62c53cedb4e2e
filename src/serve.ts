import { serve as listen } from '@hono/node-server'
import { buildApp } from './app.ts'
import { doByTheClock } from './by-the-clock.ts'
import { readConfig } from './config.ts'
import { openDoor } from './door.ts'
import { type Clock, startClock } from './platform/clock.ts'
import { type Database, openDatabase } from './platform/database.ts'
import { sayFault } from './platform/fault.ts'
import { startRunningPlans } from './run-plans.ts'
import { fillForDemo } from './seed/demo.ts'
import { dayOf } from './values/london.ts'

/**
 * Config, database, migrations, app, listen, the clock; until SIGINT or SIGTERM. Throws what is wrong, one line a problem,
 * when it cannot start.
 */
export async function serve(environment: Record<string, string | undefined>): Promise<void> {
  const config = readConfig(environment)
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, log: console.log })
  if (config.demo) await readyForDemo(database)
  const now = () => new Date()
  const app = buildApp(database, config, now)
  const door = openDoor(database.app, now)
  const report = (fault: unknown) => console.error(sayFault(fault))
  const clocks: Clock[] = []
  const server = listen({ fetch: app.fetch, port: config.port, hostname: config.host }, ({ port }) => {
    console.log(`Constellation is ready at http://${config.host}:${port}`)
    clocks.push(startClock(() => doByTheClock(database, door, report), { report }))
    clocks.push(startRunningPlans(database, door, report))
  })
  server.on('error', async (problem: Error) => {
    console.error(`It cannot listen on ${config.host}:${config.port}: ${problem.message}`)
    await database.close()
    process.exitCode = 1
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () =>
      server.close(async () => {
        await Promise.all(clocks.map((clock) => clock.stop()))
        await database.close()
      }),
    )
  }
}

/** The imagined county is there before anybody can look; where it cannot be, nothing is left running. */
async function readyForDemo(database: Database): Promise<void> {
  try {
    await fillForDemo(database, dayOf(new Date()), console.log)
  } catch (problem) {
    await database.close()
    throw problem
  }
}
