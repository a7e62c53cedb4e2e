import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Files, registerOf } from '../../tests/given/register.ts'
import { type GivenService, givenService } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { Forbidden, NotFound, Refusal } from '../platform/refusals.ts'
import { importPositions } from './import-positions.ts'
import { importRegister } from './import-register.ts'
import { registerPreview } from './lists.ts'
import type { Problem } from './problems.ts'
import { stageRegister } from './stage-register.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
let database: Database
let door: Door
let now = NOW

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => now)
})
afterAll(() => database.close())

const TABLES = [
  'household',
  'household_detail',
  'approval',
  'household_check',
  'bed',
  'household_carer',
  'household_worker',
  'household_link',
  'child',
  'child_detail',
  'legal_status',
  'placement',
  'sibling',
  'must_not_meet',
  'care_card',
  'consent',
  'child_worker',
  'person',
  'person_role',
]

/** How many rows each table holds for a service, superseded ones too. */
async function rowsOf({ service }: GivenService): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of TABLES) {
    const { rows } = await database.owner.query(
      `select count(*)::int as n from ${table} where service_id = $1`,
      [service],
    )
    counts[table] = rows[0].n
  }
  return counts
}

const bring = ({ callers }: GivenService, files: Partial<Files>, dryRun = false) =>
  door.perform(importRegister, callers.operator, { ...files, dryRun })

/** The problems an import was refused with. */
async function problemsOf(attempt: Promise<unknown>): Promise<Problem[]> {
  const thrown = await attempt.then(
    () => null,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(Refusal)
  return (thrown as Refusal).detail.problems as Problem[]
}

const changed = (files: Files, file: keyof Files, from: string, to: string): Files => {
  expect(files[file]).toContain(from)
  return { ...files, [file]: files[file].replace(from, to) }
}

test('a register fills an empty service, and a second import writes nothing', async () => {
  const given = await givenService(database, 'Filled')
  const first = await bring(given, registerOf(10))
  expect(first).toMatchObject({
    homes: { read: 10, added: 10 },
    children: { read: 13, added: 13 },
    changes: [],
  })
  const rows = await rowsOf(given)
  expect(rows).toMatchObject({
    household: 10,
    household_detail: 10,
    approval: 10,
    bed: 9,
    child: 13,
    placement: 13,
    sibling: 3,
  })
  const second = await bring(given, registerOf(10))
  expect(second).toMatchObject({ written: 0, changes: [], people: 0, homes: { added: 0, changed: 0 } })
  expect(await rowsOf(given)).toEqual(rows)
})

test('the next day it still writes nothing', async () => {
  const given = await givenService(database, 'Next day')
  await bring(given, registerOf(6))
  now = new Date('2026-11-23T12:00:00Z')
  expect(await bring(given, registerOf(6))).toMatchObject({ written: 0, changes: [] })
  now = NOW
})

test('a changed value supersedes what was known, dated today, and the day before stays as it was', async () => {
  const given = await givenService(database, 'Changed')
  const files = registerOf(3)
  now = new Date('2026-10-01T12:00:00Z')
  await bring(given, files)
  now = NOW
  const outcome = await bring(given, changed(files, 'households', '2027-01-01', '2029-01-01'))
  expect(outcome.changes).toEqual([
    { about: 'H00000', what: 'Criminal record (DBS) runs out', was: '2027-01-01', now: '2029-01-01' },
  ])
  const { rows } = await database.owner.query(
    `select during::text, expires_on from household_check c join household h on h.id = c.household_id
     where h.service_id = $1 and h.reference = 'H00000' and c.kind = 'dbs' and superseded_at is null order by during`,
    [given.service],
  )
  expect(rows.map((row) => row.during)).toEqual(['[2026-10-01,2026-11-22)', '[2026-11-22,)'])
})

test('with a problem nothing at all is changed, and every problem is listed', async () => {
  const given = await givenService(database, 'Refused')
  const before = await rowsOf(given)
  const files = registerOf(4)
  const spoiled = {
    households: files.households.replace('mainstream', 'hotel'),
    children: files.children.replace('H00001', 'H99999'),
    links: `${files.links}\nfriendship,H00002,H88888,,,`,
  }
  const problems = await problemsOf(bring(given, spoiled))
  expect(problems.map(({ file, line, column }) => `${file}:${line}: ${column}`)).toEqual([
    'children.csv:3: household',
    'households.csv:2: kind',
    'links.csv:2: b',
  ])
  expect(await rowsOf(given)).toEqual(before)
})

test('a dry run shows what would change and writes nothing', async () => {
  const given = await givenService(database, 'Dry run')
  const before = await rowsOf(given)
  expect(await bring(given, registerOf(4), true)).toMatchObject({
    dryRun: true,
    written: 0,
    homes: { added: 4 },
  })
  expect(await rowsOf(given)).toEqual(before)
})

test('two services with the same references never touch each other', async () => {
  const [one, other] = [await givenService(database, 'One'), await givenService(database, 'Other')]
  await bring(one, registerOf(3))
  const rows = await rowsOf(one)
  await bring(other, changed(registerOf(3), 'households', 'mainstream', 'kinship'))
  expect(await rowsOf(one)).toEqual(rows)
  expect(await bring(one, registerOf(3))).toMatchObject({ written: 0 })
})

test('a file may name homes that are known already', async () => {
  const given = await givenService(database, 'Half')
  const files = registerOf(4)
  await bring(given, files)
  const { households: header = '' } = { households: files.households.split('\n')[0] }
  const outcome = await bring(given, { households: header, children: files.children })
  expect(outcome.written).toBe(0)
  expect(outcome.notices.map(({ says }) => says)).toContain(
    'homes known but not in the file: 4; they stay as they are',
  )
})

test('positions put homes on the map, unit before sector before outcode, and say which', async () => {
  const given = await givenService(database, 'Placed')
  await bring(given, registerOf(3))
  const places = 'postcode,lat,lon\nGL1 1JY,51.86,-2.24\nGL1 1GP,51.87,-2.25\n'
  const first = await door.perform(importPositions, given.callers.programmeLead, { places })
  expect(first).toMatchObject({ lines: 2, homes: 3 })
  const again = await door.perform(importPositions, given.callers.programmeLead, { places })
  expect(again).toMatchObject({ written: 0, homes: 0 })
  const { rows } = await database.owner.query(
    `select h.reference, d.position_from from household_detail d join household h on h.id = d.household_id
     where h.service_id = $1 and d.superseded_at is null order by h.reference`,
    [given.service],
  )
  expect(rows.map((row) => row.position_from)).toEqual(['unit', 'unit', 'sector'])
  expect(await bring(given, registerOf(3))).toMatchObject({ written: 0 })
})

describe('a register that is sent first', () => {
  const send = (given: GivenService, files: Partial<Files> = registerOf(3)) =>
    door.perform(stageRegister, given.callers.programmeLead, files)

  test('changes nothing before its sender says yes, and is let go of after', async () => {
    const given = await givenService(database, 'Sent')
    const before = await rowsOf(given)
    const { upload } = await send(given)
    const shown = await door.look(registerPreview, given.callers.programmeLead, { upload })
    expect(shown).toMatchObject({ imported: false, outcome: { homes: { added: 3 } } })
    expect(await rowsOf(given)).toEqual(before)
    await door.perform(importRegister, given.callers.programmeLead, { upload })
    expect(await rowsOf(given)).toMatchObject({ household: 3 })
    const done = await door.look(registerPreview, given.callers.programmeLead, { upload })
    expect(done).toMatchObject({ imported: true, outcome: { homes: { added: 3 } } })
    const { rows } = await database.owner.query('select files from staged_upload where id = $1', [upload])
    expect(rows).toEqual([{ files: null }])
  })

  test('is nobody else’s to see or to say yes to', async () => {
    const given = await givenService(database, 'Private')
    const { upload } = await send(given)
    const { fosteringManager } = given.callers
    await expect(door.look(registerPreview, fosteringManager, { upload })).rejects.toThrow(NotFound)
    await expect(door.perform(importRegister, fosteringManager, { upload })).rejects.toThrow(NotFound)
  })

  test('is forgotten after a day', async () => {
    const given = await givenService(database, 'Late')
    const { upload } = await send(given)
    now = new Date('2026-11-23T12:00:01Z')
    await expect(door.perform(importRegister, given.callers.programmeLead, { upload })).rejects.toThrow(
      NotFound,
    )
    await send(given)
    now = NOW
    const { rows } = await database.owner.query('select files from staged_upload where id = $1', [upload])
    expect(rows).toEqual([{ files: null }])
  })

  test('is not kept when it has problems', async () => {
    const given = await givenService(database, 'Bad')
    const file = new File(['PK\u0003\u0004'], 'households.csv')
    const problems = await problemsOf(
      send(given, { ...registerOf(3), households: file as unknown as string }),
    )
    expect(problems.map(({ what }) => what)).toEqual(['this is an Excel or zip file, not a CSV'])
  })

  test('is for those who manage the service alone', async () => {
    const given = await givenService(database, 'Allowed')
    for (const role of ['liaisonWorker', 'inspector', 'coach', 'childSocialWorker'] as const) {
      await expect(door.perform(stageRegister, given.callers[role], registerOf(3))).rejects.toThrow(Forbidden)
      await expect(door.perform(importRegister, given.callers[role], registerOf(3))).rejects.toThrow(
        Forbidden,
      )
    }
  })
})

const SAMPLES = new URL('../../../shared/data/', import.meta.url)

test.skipIf(!existsSync(SAMPLES)).each([
  ['register-portsmouth', 210, 275],
  ['register-sixty', 60, 84],
])('the sample %s comes in whole, twice the same', async (folder, homes, children) => {
  const given = await givenService(database, folder)
  const text = (file: string) => readFileSync(new URL(`${folder}/${file}.csv`, SAMPLES), 'utf8')
  const files = { households: text('households'), children: text('children'), links: text('links') }
  expect(await bring(given, files)).toMatchObject({ homes: { added: homes }, children: { added: children } })
  expect(await bring(given, files)).toMatchObject({ written: 0, changes: [] })
})
