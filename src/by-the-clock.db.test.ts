import { afterEach, expect, test } from 'vitest'
import { givenStory, type StayStory } from '../tests/given/stay-story.ts'
import { doByTheClock } from './by-the-clock.ts'
import { Forbidden } from './platform/refusals.ts'
import { alertLate } from './sleepovers/alert-late.ts'
import { extendSleepover } from './sleepovers/extend-sleepover.ts'
import { sleepovers, staysByTheClock } from './sleepovers/lists.ts'
import { recordReturn } from './sleepovers/record-return.ts'

let story: StayStory
afterEach(() => story?.database.close())

const round = (report: (fault: unknown) => void = (fault) => Promise.reject(fault)) =>
  doByTheClock(story.database, story.door, report)
const seen = () => story.door.look(staysByTheClock, story.given.callers.operator, {})
const count = async (table: 'task' | 'message', where: string) =>
  Number(
    (await story.database.owner.query(`select count(*) as count from ${table} where ${where}`)).rows[0].count,
  )
const LATE = "kind = 'late return'"
const TOLD = "subject = 'Children are not back yet'"

test('half an hour after the end everybody is alerted, once, whoever looks at the clock', async () => {
  story = await givenStory()
  story.at('2026-11-29T16:29:00Z')
  await round()
  expect([await count('task', LATE), (await seen()).late]).toEqual([0, []])
  expect((await story.shown(story.stay)).lateSince).toBeNull()

  story.at('2026-11-29T16:30:00Z')
  expect((await seen()).late).toEqual([story.stay])
  expect((await story.shown(story.stay)).lateSince).toEqual(new Date('2026-11-29T16:00Z'))
  // Two servers at once, and each of them again.
  await Promise.all([round(), round()])
  await round()
  expect(await count('task', LATE)).toBe(1)
  const { home, hub, worker, callers } = story.given
  const { rows } = await story.database.owner.query(`select to_person from message where ${TOLD}`)
  expect(rows.map(({ to_person }) => to_person).toSorted()).toEqual(
    [home.carer, hub.carer, worker, callers.liaisonWorker, callers.dutyWorker]
      .map(({ person }) => person)
      .toSorted(),
  )
  const audit = "select via from audit where action = 'alert-late' and person_id is null and outcome = 'done'"
  expect((await story.database.owner.query(audit)).rows[0]).toEqual({ via: 'clock' })
  await story.clean()

  story.at('2026-12-01T10:00:00Z')
  await story.clean()
  await story.door.perform(recordReturn, home.carer, { stay: story.stay, on: '2026-11-29', at: '17:00' })
  expect(await count('task', `${LATE} and done_at is null`)).toBe(0)
  await story.clean()
})

test('children whose added nights were agreed are not late: the next leg begins', async () => {
  story = await givenStory()
  const { stay: more } = await story.door.perform(extendSleepover, story.given.hub.carer, {
    stay: story.stay,
    until: '2026-11-30',
    untilTime: '16:00',
  })
  story.at('2026-11-29T18:00:00Z')
  expect(await seen()).toEqual({ late: [], turnOver: [story.stay], tooLong: [] })
  await Promise.all([round(), round()])
  expect((await story.shown(more)).status).toBe('arrived')
  expect([await count('task', LATE), await seen()]).toEqual([0, { late: [], turnOver: [], tooLong: [] }])
  await story.clean()
})

test('added nights begin though they are over by then, and whoever is late is alerted in the same round', async () => {
  story = await givenStory()
  const { stay: more } = await story.door.perform(extendSleepover, story.given.hub.carer, {
    stay: story.stay,
    until: '2026-11-30',
    untilTime: '16:00',
  })
  story.at('2026-12-02T10:00:00Z')
  await round()
  expect((await story.shown(more)).status).toBe('arrived')
  expect([await count('task', LATE), (await seen()).late]).toEqual([1, []])
  await story.clean()
})

test('late ones stand first, and more nights than a stay can have are told', async () => {
  story = await givenStory()
  const { given, door, stay } = story
  story.at('2026-12-05T10:00:00Z')
  expect((await seen()).tooLong).toEqual([stay])
  const [first] = await door.look(sleepovers, given.home.carer, {})
  expect(first).toMatchObject({ id: stay, lateSince: new Date('2026-11-29T16:00Z') })
  // Their social worker decides where they live: two servers at once, and each of them again, is one task.
  await Promise.all([round(), round()])
  await round()
  const { rows } = await story.database.owner.query(
    "select for_person, due_at from task where kind = 'too long' and done_at is null",
  )
  expect(rows).toEqual([{ for_person: given.worker.person, due_at: story.now() }])
  expect((await seen()).tooLong).toEqual([])
  await door.perform(recordReturn, given.home.carer, { stay, on: '2026-12-05', at: '09:00' })
  expect(await count('task', "kind = 'too long' and done_at is null")).toBe(0)
})

test('what fails is reported, and the rest is done', async () => {
  story = await givenStory()
  story.at('2026-11-29T17:00:00Z')
  const faults: unknown[] = []
  const broken = {
    ...story.door,
    perform: () => Promise.reject(new Error('Broken')),
  } as unknown as StayStory['door']
  await doByTheClock(story.database, broken, (fault) => faults.push(fault))
  expect(faults).toHaveLength(1)
  await round()
  expect(await count('task', LATE)).toBe(1)
})

test('nobody but the clock watches it', async () => {
  story = await givenStory()
  for (const caller of [story.given.hub.carer, story.given.callers.dutyManager]) {
    await expect(story.door.perform(alertLate, caller, { stay: story.stay })).rejects.toThrow(Forbidden)
    await expect(story.door.look(staysByTheClock, caller, {})).rejects.toThrow(Forbidden)
  }
})
