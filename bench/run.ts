import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { startSession } from '../src/access/session.ts'
import { openDoor } from '../src/door.ts'
import { openDatabase } from '../src/platform/database.ts'
import { root } from '../src/platform/root.ts'
import { get, weight } from './pages.ts'
import { writeRegister } from './register.ts'
import { megabytes, startServer } from './server.ts'
import { spread } from './statistics.ts'

const HOMES = 10_000
const TABLE = '/households'
const EMPTY = '/tasks'
const folder = join(root, '.cache/bench/register')
const dataDir = join(folder, 'data')
const say = (line: string) => process.stderr.write(`${line}\n`)

/** Seconds that a command of ours takes, from the shell's side. */
function command(...args: string[]): number {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, [join(root, 'bin/constellation.js'), ...args], {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`constellation ${args.join(' ')} failed`)
  return (performance.now() - start) / 1000
}

/** The programme lead's session, as a browser would carry it. */
async function cookieOfLead(): Promise<string> {
  const database = await openDatabase({ dataDir, migrate: false })
  const { rows } = await database.owner.query(
    "select person_id as person, service_id as service from person_role where role = 'programme_lead' limit 1",
  )
  const { token } = await openDoor(database.app, () => new Date()).perform(
    startSession,
    { ...rows[0], via: 'web' },
    {},
  )
  await database.close()
  return `session=${token}`
}

async function firstPage(): Promise<number> {
  const start = performance.now()
  const server = await startServer(dataDir)
  await get(`${server.url}/sign-in`)
  const seconds = (performance.now() - start) / 1000
  await server.stop()
  return seconds
}

await rm(folder, { recursive: true, force: true })
say(`Importing ${HOMES} households, three times into empty databases`)
const imports: number[] = []
await writeRegister(join(folder, 'files'), HOMES)
for (let round = 0; round < 3; round++) {
  await rm(dataDir, { recursive: true, force: true })
  command('migrate')
  imports.push(command('import', 'register', join(folder, 'files')))
}

say('Starting the server with data there, nine times')
const starts: number[] = []
for (let round = 0; round < 9; round++) starts.push(await firstPage())

const cookie = await cookieOfLead()
const server = await startServer(dataDir)
say('A table of 50 rows against an empty page, side by side')
const table: number[] = []
const empty: number[] = []
for (let round = 0; round < 130; round++) {
  const [a, b] = [await get(server.url + TABLE, cookie), await get(server.url + EMPTY, cookie)]
  if (a.status !== 200 || b.status !== 200) throw new Error(`Not shown: ${a.status}, ${b.status}`)
  if (round < 30) continue
  table.push(a.milliseconds)
  empty.push(b.milliseconds)
}
const rows = ((await get(server.url + TABLE, cookie)).body.toString().match(/<tr/g)?.length ?? 1) - 1

say('Memory while 20 people look at pages for 15 seconds')
const memory: number[] = []
const until = Date.now() + 15_000
let answered = 0
const visitor = async () => {
  while (Date.now() < until) {
    await get(server.url + (answered % 3 === 0 ? TABLE : '/'), cookie)
    answered++
  }
}
const watch = setInterval(async () => memory.push(await megabytes(server, dataDir)), 1000)
await Promise.all(Array.from({ length: 20 }, visitor))
clearInterval(watch)

const weights = {
  home: await weight(server.url, '/', cookie),
  table: await weight(server.url, TABLE, cookie),
}
await server.stop()
await rm(folder, { recursive: true, force: true })

const tableMedian = spread(table)
const emptyMedian = spread(empty)
console.log(
  JSON.stringify({
    machine: { node: process.version, cores: availableParallelism() },
    firstPageSeconds: { goal: 2, ...spread(starts) },
    firstVisitKilobytes: { goal: 45, ...weights.home },
    laterPageKilobytes: { goal: 12, home: weights.home.later, table50: weights.table.later },
    table50: {
      rows,
      milliseconds: tableMedian,
      empty: emptyMedian,
      ratio: Number((tableMedian.median / emptyMedian.median).toFixed(2)),
    },
    memoryMegabytes: { goal: 200, ...spread(memory), pagesASecond: Math.round(answered / 15) },
    import10000Seconds: { goal: 20, ...spread(imports) },
  }),
)
