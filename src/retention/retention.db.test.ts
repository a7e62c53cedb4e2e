import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenFamily } from '../../tests/given/children.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { BadInput, Forbidden, NotFound, Refusal } from '../platform/refusals.ts'
import { verify } from '../verify/verify.ts'
import { liftLegalHold } from './lift-legal-hold.ts'
import { legalHolds, recordsToHold, retentionClasses } from './lists.ts'
import { placeLegalHold } from './place-legal-hold.ts'

let database: Database
let door: Door
let given: Awaited<ReturnType<typeof givenFamily>>
let now: Date

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => now)
})
afterAll(() => database?.close())
beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z')
  given = await givenFamily(database, door)
})

const hold = (change: object = {}) => ({
  about: 'child',
  record: given.child,
  reason: 'An inquiry into care in the county',
  orderedBy: 'The county’s inquiry',
  from: '2026-11-20',
  ...change,
})
const place = (change: object = {}, caller = given.callers.fosteringManager) =>
  door.perform(placeLegalHold, caller, hold(change))
const lift = (held: string, change: object = {}) =>
  door.perform(liftLegalHold, given.callers.fosteringManager, {
    hold: held,
    from: '2026-11-22',
    reason: 'The inquiry is over',
    ...change,
  })
const holds = async () => (await door.look(legalHolds, given.callers.teamManager, {})).holds

async function no(work: Promise<unknown>): Promise<Refusal> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Refusal)) throw new Error(`Not refused: ${thrown}`)
  return thrown
}

describe('a legal hold', () => {
  test('is placed on a child, a home or a person, and read with their name', async () => {
    await place()
    await place({ about: 'household', record: given.home.household })
    await place({ about: 'person', record: given.worker.person })
    const names = (await holds()).map(({ name }) => name)
    expect(names.sort()).toEqual(['Ellis Marlowe', 'Larkrise', 'Nadia Fernsby'])
    expect((await verify(database.owner, now)).breaches).toEqual([])
  })

  test('sent twice is one; another on the same record waits until it is lifted', async () => {
    const first = await place()
    expect(await place()).toEqual(first)
    const says = await no(place({ orderedBy: 'A court' }))
    expect(says).toMatchObject({
      field: 'record',
      message: expect.stringContaining('since 20 November 2026'),
    })
    expect(await holds()).toHaveLength(1)
  })

  test('is lifted with its reason, and stays readable; then another may be placed', async () => {
    const { hold: held } = await place()
    await lift(held)
    expect(await holds()).toMatchObject([
      { from: '2026-11-20', until: '2026-11-22', reason: hold().reason, liftReason: 'The inquiry is over' },
    ])
    await expect(lift(held)).rejects.toThrow(NotFound)
    expect((await no(place({ from: '2026-11-21' }))).message).toMatch(/held until 22 November 2026/)
    await place({ from: '2026-11-22', orderedBy: 'A court' })
    expect((await holds()).map(({ until }) => until)).toEqual([null, '2026-11-22'])
    expect((await verify(database.owner, now)).breaches).toEqual([])
  })

  test('of bad days or without words is refused in a sentence', async () => {
    expect(await no(place({ from: '2026-11-23' }))).toMatchObject({ field: 'from' })
    await expect(place({ reason: ' ' })).rejects.toThrow(BadInput)
    await expect(place({ about: 'dog' })).rejects.toThrow(BadInput)
    await expect(place({ about: 'household' })).rejects.toThrow(NotFound)
    const { hold: held } = await place()
    expect(await no(lift(held, { from: '2026-11-20' }))).toMatchObject({ field: 'from' })
    expect(await no(lift(held, { from: '2026-11-23' }))).toMatchObject({ field: 'from' })
    await expect(lift(held, { reason: '' })).rejects.toThrow(BadInput)
  })

  test('is for those who answer for the records, of their own service', async () => {
    const { callers, stranger, home } = given
    const { hold: held } = await place()
    for (const caller of [callers.dutyWorker, callers.inspector]) {
      await expect(place({}, caller)).rejects.toThrow(Forbidden)
      await expect(door.look(legalHolds, caller, {})).rejects.toThrow(Forbidden)
    }
    await expect(door.look(recordsToHold, home.carer, { about: 'child' })).rejects.toThrow(Forbidden)
    await expect(place({}, stranger.callers.fosteringManager)).rejects.toThrow(NotFound)
    const theirs = { hold: held, from: '2026-11-22', reason: 'x' }
    await expect(door.perform(liftLegalHold, stranger.callers.fosteringManager, theirs)).rejects.toThrow(
      NotFound,
    )
    await expect(door.perform(liftLegalHold, home.carer, theirs)).rejects.toThrow(NotFound)
  })
})

test('the database refuses its own owner to delete a record that others hang on', async () => {
  await expect(
    database.owner.query('delete from legal_hold where about_id = $1', [(await place()).record]),
  ).rejects.toThrow(/nothing here is ever deleted/)
})

test('how long records are kept is told for every table, with the law', async () => {
  const { classes } = await door.look(retentionClasses, given.callers.fosteringManager, {})
  const of = (table: string) => classes.find(({ tables }) => tables.includes(table))?.class
  expect(['medication_log', 'household_check', 'audit', 'session'].map(of)).toEqual([
    'child',
    'carer',
    'service',
    'passing',
  ])
  expect(classes[0]?.kept[0]).toMatchObject({
    says: 'To the child’s 75th birthday',
    source: expect.stringContaining('regulation 50'),
  })
})
