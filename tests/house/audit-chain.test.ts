import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson } from '../../src/access/add-person.ts'
import { openDoor } from '../../src/door.ts'
import type { Database } from '../../src/platform/database.ts'
import { verify } from '../../src/verify/verify.ts'
import { givenService } from '../given/service.ts'
import { testDatabase } from '../harness/database.ts'

/* The audit is chained: a row that was changed, put in or taken out behind everybody's back shows. */

const now = new Date('2026-11-22T10:00:00Z')
let database: Database
beforeAll(async () => {
  database = await testDatabase()
  const door = openDoor(database.app, () => now)
  for (const name of ['Ashcombe', 'Elsewhere']) {
    const { callers } = await givenService(database, name)
    const person = { role: 'duty_worker', from: '2026-01-01' }
    await Promise.all(
      ['Ashby Linnet', 'Robin Marlowe', 'Ellis Wychwood', 'Hollis Vale'].map((one) =>
        door.perform(addPerson, callers.programmeLead, { ...person, name: one }),
      ),
    )
  }
})
afterAll(() => database?.close())

const breaks = async (): Promise<string[][]> =>
  (await verify(database.owner, now, { chain: true })).breaches
    .filter(({ what }) => what.startsWith('The chain of the audit'))
    .map(({ rows }) => rows)

/** As somebody with the database's own password would. */
async function tampered(statement: string): Promise<string[][]> {
  await database.owner.query('alter table audit disable trigger user')
  await database.owner.query('create table kept as select * from audit')
  try {
    await database.owner.query(statement)
    return await breaks()
  } finally {
    await database.owner.query('delete from audit')
    await database.owner.query('insert into audit overriding system value select * from kept')
    await database.owner.query('drop table kept')
    await database.owner.query('alter table audit enable trigger user')
  }
}

test('an honest chain holds, whoever writes at the same time', async () => {
  const { rows } = await database.owner.query('select count(*)::int as count from audit')
  expect(rows[0].count).toBe(8)
  expect(await breaks()).toEqual([])
})

test.each([
  ['what was done', `update audit set action = 'look-away' where id = 2`],
  ['who did it', `update audit set person_id = gen_random_uuid() where id = 2`],
  ['when', `update audit set at = at - interval '1 second' where id = 2`],
  ['to whom', `update audit set subject = '{}' where id = 2`],
  ['a hash', `update audit set hash = 'x' where id = 2`],
  ['a row taken out', 'delete from audit where id = 2'],
])('a change of %s breaks it', async (_what, statement) => {
  expect((await tampered(statement)).flat().length).toBeGreaterThan(0)
  expect(await breaks()).toEqual([])
})
