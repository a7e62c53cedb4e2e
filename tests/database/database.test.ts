import { createServer, type Server } from 'node:net'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, openDatabase } from '../../src/platform/database.ts'
import { isDatabaseDown } from '../../src/platform/database-down.ts'
import { testDatabase } from '../harness/database.ts'

/** Whether the server's processes are on this machine. */
const here = /\?host=|@(127\.0\.0\.1|localhost)[:/]/.test(inject('server').url)

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error) => error,
  )
}

test('the app is the role that owns nothing, and RESET ROLE does not change that', async () => {
  const who = async () =>
    (await sql<{ name: string }>`select current_user as name`.execute(database.app)).rows[0]?.name
  expect(await who()).toBe('constellation_app')
  await sql`reset role`.execute(database.app)
  expect(await who()).toBe('constellation_app')
  await expect(sql`create table mine (id int)`.execute(database.app)).rejects.toThrow('permission denied')
})

test('dates stay dates, counts are numbers, moments are moments', async () => {
  const { rows } = await sql`select date '2026-11-22' as day, array[date '2026-11-22'] as days,
    count(*) as count, 1.5::numeric as mean, array[2::int8] as counts, daterange('2026-11-22', '2026-11-24') as stay,
    timestamptz '2026-11-22 02:07+00' as moment`.execute(database.app)
  expect(rows).toEqual([
    {
      day: '2026-11-22',
      days: ['2026-11-22'],
      count: 1,
      mean: 1.5,
      counts: [2],
      stay: '[2026-11-22,2026-11-24)',
      moment: new Date('2026-11-22T02:07:00Z'),
    },
  ])
  expect(pg.types.getTypeParser(1082)('2026-11-22')).toBeInstanceOf(Date)
})

test('a dead database is told from a refusal', async () => {
  const nobodyThere = await failure(openDatabase({ url: 'postgres://me@127.0.0.1:1/none' }))
  expect(isDatabaseDown(nobodyThere)).toBe(true)
  const noSocket = await failure(openDatabase({ url: 'postgres://me@/none?host=%2Fnowhere' }))
  expect(isDatabaseDown(noSocket)).toBe(true)
  expect(isDatabaseDown(await failure(sql`select nothing`.execute(database.app)))).toBe(false)
  const wrongName = await failure(
    openDatabase({ url: inject('server').url.replace(/\/\w+(\?|$)/, '/no_such$1') }),
  )
  expect(isDatabaseDown(wrongName)).toBe(false)
})

test('a connection that was cut is a dead database once, and the next one works', async () => {
  const cut = failure(sql`select pg_sleep(5)`.execute(database.app))
  await sql`select 1`.execute(database.app)
  await database.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query like 'select pg_sleep%'`,
  )
  expect(isDatabaseDown(await cut)).toBe(true)
  expect((await sql`select 1 as one`.execute(database.app)).rows).toEqual([{ one: 1 }])
})

test.concurrent('a server that falls silent under resting connections is noticed within five seconds', async ({
  skip,
}) => {
  skip(!here, 'the server is on another machine')
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.app)
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const pid = rows[0]?.pid ?? 0
  process.kill(pid, 'SIGSTOP')
  const before = Date.now()
  const error = await failure(sql`select 1`.execute(database.app))
  process.kill(pid, 'SIGCONT')
  expect(isDatabaseDown(error)).toBe(true)
  expect(Date.now() - before).toBeLessThan(5000)
})

test.concurrent('a server that takes connections and never speaks gives an answer within five seconds', async () => {
  const silent: Server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => silent.once('listening', resolve))
  const { port } = silent.address() as { port: number }
  const before = Date.now()
  const error = await failure(openDatabase({ url: `postgres://me@127.0.0.1:${port}/none` }))
  expect(isDatabaseDown(error)).toBe(true)
  expect(Date.now() - before).toBeLessThan(5000)
  silent.close()
})
