import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../tests/harness/database.ts'
import type { Database } from './database.ts'
import { along, ask, rowsOf } from './database-statements.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await database.owner.query(
    'create table letter (id int primary key, says text); grant select, insert on letter to constellation_app',
  )
})
afterAll(() => database.close())

const letters = async () =>
  (await database.owner.query('select id from letter order by id')).rows.map(({ id }) => id)

test('what is sent along is kept with the rest, in order', async () => {
  await database.app.transaction().execute(async (tx) => {
    await sql`${along} insert into letter values (1, 'first')`.execute(tx)
    const { rows } = await sql`select says from letter where id = 1`.execute(tx)
    expect(rows).toEqual([{ says: 'first' }])
  })
  expect(await letters()).toEqual([1])
})

test('what fails on the way is thrown at the latest by the commit, and nothing is kept', async () => {
  const write = database.app.transaction().execute(async (tx) => {
    await sql`insert into letter values (2, 'second')`.execute(tx)
    await sql`${along} insert into letter values (1, 'again')`.execute(tx)
  })
  await expect(write).rejects.toMatchObject({ code: '23505', constraint: 'letter_pkey' })
  expect(await letters()).toEqual([1])
})

test('the first fault is the one that is told', async () => {
  const write = database.app.transaction().execute(async (tx) => {
    await sql`${along} insert into letter values (1, 'again')`.execute(tx)
    await sql`${along} insert into letter values (3, 'third')`.execute(tx)
    await sql`select 1`.execute(tx)
  })
  await expect(write).rejects.toMatchObject({ code: '23505' })
  expect(await letters()).toEqual([1])
})

test('what is asked in one breath is answered each for itself, after what was sent before and before what comes after', async () => {
  const told = await database.app.transaction().execute(async (tx) => {
    await sql`${along} insert into letter values (7, 'seventh')`.execute(tx)
    const says = (id: number) =>
      rowsOf(tx, sql<{ says: string }>`select says from letter where ${id}::int = id`)
    const both = await Promise.all([says(7), says(8), rowsOf(tx, sql`select 1 as one, ${'two'} as two`)])
    await sql`${along} insert into letter values (8, 'eighth')`.execute(tx)
    return [...both, await says(8)]
  })
  expect(told).toEqual([[{ says: 'seventh' }], [], [{ one: 1, two: 'two' }], [{ says: 'eighth' }]])
})

test('of what is asked in one breath the first fault is told, and the transaction is not kept', async () => {
  const read = (kept: number) =>
    database.app.transaction().execute(async (tx) => {
      await sql`insert into letter values (${kept}, 'kept?')`.execute(tx)
      const wrong = rowsOf(tx, sql`select 1 / (${kept}::int - ${kept}::int) as nothing`)
      return Promise.all([wrong, rowsOf(tx, sql`select 1 as one`)])
    })
  await expect(read(20)).rejects.toMatchObject({ code: '22012' })
  expect(await letters()).not.toContain(20)
})

test('questions asked at once are answered in the order they were asked in', async () => {
  const heard = await database.app.transaction().execute(async (tx) => {
    const count = sql<{ many: number }>`select count(*)::int as many from letter where id >= 10`
    const before = await ask(tx, count, ([row]) => row?.many)
    await sql`${along} insert into letter values (10, 'tenth')`.execute(tx)
    const after = await ask(tx, count, ([row]) => row?.many)
    return [await after.answer(), await before.answer()]
  })
  expect(heard).toEqual([1, 0])
})

test('an answer throws what went wrong with anything sent before it', async () => {
  const read = database.app.transaction().execute(async (tx) => {
    await sql`${along} insert into letter values (1, 'again')`.execute(tx)
    await ask(tx, sql`select 1`, (rows) => rows)
    const asked = await ask(tx, sql`select 2`, (rows) => rows)
    return asked.answer()
  })
  await expect(read).rejects.toMatchObject({ code: '23505', constraint: 'letter_pkey' })
})

test('a question nobody hears the answer of still fails what it was part of', async () => {
  const write = database.app.transaction().execute(async (tx) => {
    await sql`insert into letter values (11, 'eleventh')`.execute(tx)
    await ask(tx, sql`select 1 / 0`, (rows) => rows)
  })
  await expect(write).rejects.toMatchObject({ code: '22012' })
  expect(await letters()).not.toContain(11)
})

test('what is asked often is prepared once, what is rare is not', async () => {
  const named = () =>
    database.app.connection().execute(async (db) => {
      for (let time = 0; time < 5; time++) await sql`select says from letter where id = ${time}`.execute(db)
      await sql`select id from letter where says = 'rare'`.execute(db)
      const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
        db,
      )
      return rows.map(({ statement }) => statement)
    })
  const found = await named()
  expect(found.filter((statement) => statement.includes('where id = $1'))).toHaveLength(1)
  expect(found.filter((statement) => statement.includes('rare'))).toHaveLength(0)
})

test('a statement that could not be read is read anew when it can be', async () => {
  const ask = () => sql`select answer from postcard`.execute(database.app)
  for (let time = 0; time < 5; time++) await expect(ask()).rejects.toMatchObject({ code: '42P01' })
  await database.owner.query(
    'create table postcard (answer int); grant select on postcard to constellation_app',
  )
  for (let time = 0; time < 5; time++) expect((await ask()).rows).toEqual([])
})

test('a table that changed under a prepared statement costs one failure, not all that come', async () => {
  const ask = () => sql`select * from letter where id = 1`.execute(database.app)
  for (let time = 0; time < 8; time++) await ask()
  await database.owner.query('alter table letter add column at date')
  await ask().catch(() => {})
  expect((await ask()).rows).toEqual([{ id: 1, says: 'first', at: null }])
})
