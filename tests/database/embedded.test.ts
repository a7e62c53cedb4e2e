import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { bundle, Program } from '../harness/program.ts'

interface Held {
  url: string
  pid: number
}

let script: string
let home: string
let folder: string
let programs: Program[] = []
beforeAll(async () => {
  script = await bundle('tests/database/holder.ts')
  home = await mkdtemp(join(tmpdir(), 'constellation-test-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))
beforeEach(() => {
  // A first start takes ten times as long as a later one: most tests go on in the first one's folder.
  folder = join(home, 'data')
})
afterEach(async () => {
  for (const program of programs) await program.stop()
  programs = []
})

function hold(): Program {
  const program = new Program(script, [folder])
  programs.push(program)
  return program
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows
}

/** Whether the process lives; one that ended and waits for its parent has no command line. */
async function runs(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) !== ''
}

test('starts on an empty folder, on a private unix socket alone, and stops with the one who started it', async () => {
  const app = hold()
  const { url, pid } = await app.line<Held>()
  const settings = await ask<{ name: string; setting: string }>(
    url,
    `select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'synchronous_commit', 'jit') order by 1`,
  )
  expect(settings.map((row) => `${row.name}=${row.setting}`)).toEqual([
    'fsync=on',
    'jit=off',
    'listen_addresses=',
    'synchronous_commit=on',
  ])
  const [role] = await ask(
    url,
    `select rolname, rolsuper, rolcreatedb from pg_roles where rolname = current_user`,
  )
  expect(role).toEqual({ rolname: 'constellation', rolsuper: false, rolcreatedb: true })
  expect((await stat(folder)).mode & 0o077).toBe(0)
  expect(await app.stop()).toBe(0)
  expect(await runs(pid)).toBe(false)
})

test('two first starts in one moment share one server, which goes with the last of them', async () => {
  folder = join(home, 'two')
  const two = [hold(), hold()]
  const held = await Promise.all(two.map((program) => program.line<Held>()))
  const pid = held[0]?.pid ?? 0
  expect(new Set(held.map((one) => one.pid)).size).toBe(1)
  await two[0]?.stop('SIGINT')
  expect(await runs(pid)).toBe(true)
  await two[1]?.stop()
  expect(await runs(pid)).toBe(false)
})

test('adopts the server that a killed process left behind', async () => {
  const killed = hold()
  const before = await killed.line<Held>()
  await killed.stop('SIGKILL')
  const next = hold()
  expect((await next.line<Held>()).pid).toBe(before.pid)
  await next.stop()
  expect(await runs(before.pid)).toBe(false)
})

test('a killed server comes back under a running app, and keeps what was committed', async () => {
  const app = hold()
  const { url, pid } = await app.line<Held>()
  await ask(url, 'drop table if exists kept; create table kept (id int)')
  const written = write(url)
  await pause(150)
  process.kill(pid, 'SIGKILL')
  const acknowledged = await written
  expect(acknowledged).toBeGreaterThan(0)
  const deadline = Date.now() + 10_000
  let count = -1
  while (count < 0 && Date.now() < deadline) {
    const [row] = await ask<{ n: number }>(url, 'select count(*)::int as n from kept').catch(() => [])
    count = row?.n ?? -1
    await pause(50)
  }
  expect(count).toBeGreaterThanOrEqual(acknowledged)
})

test('after the server and the app were both killed the next start finds every committed row', async () => {
  const killed = hold()
  const { url, pid } = await killed.line<Held>()
  await ask(url, 'drop table if exists kept; create table kept (id int)')
  const written = write(url)
  await pause(100)
  process.kill(killed.process.pid ?? 0, 'SIGKILL')
  process.kill(pid, 'SIGKILL')
  const acknowledged = await written
  const next = await hold().line<Held>()
  expect(next.pid).not.toBe(pid)
  const [row] = await ask<{ n: number }>(next.url, 'select count(*)::int as n from kept')
  expect(row?.n).toBeGreaterThanOrEqual(acknowledged)
})

test('a note of an earlier run whose number now belongs to something else does not block', async () => {
  const first = hold()
  const { url } = await first.line<Held>()
  await first.stop()
  const socket = decodeURIComponent(/host=([^&]+)/.exec(url)?.[1] ?? '')
  const stale = [process.pid, join(folder, 'postgres'), 1700000000, 5432, socket, '', '  1 1', 'ready   ', '']
  await writeFile(join(folder, 'postgres/postmaster.pid'), stale.join('\n'))
  await writeFile(join(socket, '.s.PGSQL.5432.lock'), stale.slice(0, 5).join('\n'))
  await writeFile(join(socket, '.s.PGSQL.5432'), '')
  expect((await hold().line<Held>()).pid).not.toBe(process.pid)
})

test('says in the words of the server why it does not start', async () => {
  const first = hold()
  await first.line<Held>()
  await first.stop()
  await writeFile(join(folder, 'postgres/postgresql.conf'), 'shared_bufers = 3\n')
  await expect(hold().line()).rejects.toThrow(/shared_bufers/)
})

/** Writes rows one commit at a time until the server goes; gives how many it acknowledged. */
async function write(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  let acknowledged = 0
  try {
    for (;;) {
      await client.query('insert into kept values ($1)', [acknowledged])
      acknowledged++
    }
  } catch {
    return acknowledged
  }
}
