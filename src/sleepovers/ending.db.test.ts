import { afterEach, describe, expect, test } from 'vitest'
import { request } from '../../tests/given/sleepovers.ts'
import { givenStory, refusalOf, type StayStory } from '../../tests/given/stay-story.ts'
import { Forbidden } from '../platform/refusals.ts'
import { askForSleepover } from './ask-for-sleepover.ts'
import { convertSleepover } from './convert-sleepover.ts'
import { extendSleepover } from './extend-sleepover.ts'
import { nightsFree } from './lists.ts'
import { recordNoShow } from './record-no-show.ts'
import { recordReturn } from './record-return.ts'
import { shortenSleepover } from './shorten-sleepover.ts'

let story: StayStory
afterEach(() => story?.database.close())

const more = () =>
  story.door.perform(extendSleepover, story.given.hub.carer, {
    stay: story.stay,
    until: '2026-11-30',
    untilTime: '16:00',
  })
const told = async (subject: string) =>
  (await story.database.owner.query('select to_person from message where subject = $1', [subject])).rows.map(
    ({ to_person }) => to_person,
  )
const bedsOn = async (from: string) => {
  const { hub, home } = story.given
  const { nights } = await story.door.look(nightsFree, home.carer, { host: hub.household, from, nights: 1 })
  return nights[0]?.words
}

describe('ending early, as planned', () => {
  const shorter = (until: string, untilTime = '10:00') =>
    story.door.perform(shortenSleepover, story.given.home.carer, {
      stay: story.stay,
      until,
      untilTime,
      reason: 'A party at home',
    })

  test('the bed is free from then, added nights are cancelled, and both homes know', async () => {
    story = await givenStory()
    const { stay: added } = await more()
    await shorter('2026-11-28')
    expect(await story.shown(story.stay)).toMatchObject({
      status: 'arrived',
      to: new Date('2026-11-28T10:00Z'),
      endReason: 'A party at home',
    })
    expect((await story.shown(added)).status).toBe('cancelled')
    expect(await bedsOn('2026-11-28')).toBe('2 beds')
    expect(await told('A sleepover ends earlier')).toContain(story.given.hub.carer.person)
    await story.clean()
    story.at('2026-11-28T10:30:00Z')
    await story.door.perform(recordReturn, story.given.home.carer, {
      stay: story.stay,
      on: '2026-11-28',
      at: '10:05',
    })
    await story.clean()
  })

  test('within the added nights, or at the end before them, just the rest goes', async () => {
    story = await givenStory()
    const { stay: added } = await more()
    await shorter('2026-11-30')
    expect(await story.shown(added)).toMatchObject({ status: 'accepted', to: new Date('2026-11-30T10:00Z') })
    await shorter('2026-11-29', '16:00')
    expect((await story.shown(added)).status).toBe('cancelled')
    expect((await story.shown(story.stay)).to).toEqual(new Date('2026-11-29T16:00Z'))
    await story.clean()
  })

  test.each([
    ['2026-11-27', '17:30', /Record that they are home instead/],
    ['2026-11-29', '16:00', /not earlier/],
    ['2026-12-05', '16:00', /not earlier/],
  ])('%s at %s is a sentence', async (day, time, says) => {
    story = await givenStory()
    const no = await refusalOf(shorter(day, time))
    expect([no.field, no.message]).toEqual(['until', expect.stringMatching(says)])
  })

  test('before it has begun, a stay without a night is cancelled instead', async () => {
    story = await givenStory({ arrived: false })
    expect((await refusalOf(shorter('2026-11-27', '12:00'))).message).toMatch(/has not begun by then/)
    expect((await refusalOf(shorter('2026-11-27', '21:00'))).message).toMatch(/No night would be left/)
    await shorter('2026-11-28')
    await story.clean()
  })
})

describe('they did not come', () => {
  const noShow = (whereabouts: string) =>
    story.door.perform(recordNoShow, story.given.hub.carer, {
      stay: story.stay,
      whereabouts,
      reason: 'Nobody came to the door',
    })

  test('at home: the bed is free, and both homes and the workers are told', async () => {
    story = await givenStory({ arrived: false })
    story.at('2026-11-27T19:00:00Z')
    await noShow('at_home')
    expect(await story.shown(story.stay)).toMatchObject({
      status: 'no_show',
      endReason: 'They are at home. Nobody came to the door',
    })
    expect(await bedsOn('2026-11-27')).toBe('2 beds')
    const { home, worker, callers } = story.given
    expect(await told('Children did not come to a sleepover')).toEqual(
      expect.arrayContaining([home.carer.person, worker.person, callers.liaisonWorker.person]),
    )
    await story.clean()
    expect((await refusalOf(noShow('at_home'))).message).toMatch(/Only an agreed/)
  })

  test('nobody knows where they are: the duty team has a task that is due now', async () => {
    story = await givenStory({ arrived: false })
    story.at('2026-11-27T19:00:00Z')
    await noShow('not_known')
    const { rows } = await story.database.owner.query(
      "select for_role, due_at from task where kind = 'children not found'",
    )
    expect(rows).toEqual([{ for_role: 'duty_worker', due_at: story.now() }])
    expect(await told('Children did not come, and nobody knows where they are')).toContain(
      story.given.callers.dutyWorker.person,
    )
    await story.clean()
  })

  test('before its time, or when they are there, it is a sentence', async () => {
    story = await givenStory({ arrived: false })
    expect((await refusalOf(noShow('at_home'))).message).toMatch(/not begun yet/)
    await story.database.close()
    story = await givenStory()
    expect((await refusalOf(noShow('at_home'))).message).toMatch(/arrival is recorded/)
  })
})

describe('more than a stay', () => {
  const convert = (into: string, as = story.given.worker, at = '12:00') =>
    story.door.perform(convertSleepover, as, {
      stay: story.stay,
      on: '2026-11-28',
      at,
      into,
      reason: 'Their carers cannot go on',
    })
  const homeNow = async () =>
    (
      await story.database.owner.query(
        `select household_id from placement where child_id = $1 and superseded_at is null and during @> '2026-11-28'::date`,
        [story.given.brother],
      )
    ).rows[0]?.household_id

  test('they live there from that day, and what their old home asked for is cancelled', async () => {
    story = await givenStory()
    const { stay: added } = await more()
    const { home, hub, worker, brother, sister, callers } = story.given
    const { stay: later } = await story.door.perform(
      askForSleepover,
      home.carer,
      request([brother, sister], hub.household, { from: '2026-12-11', until: '2026-12-13' }),
    )
    story.at('2026-11-28T13:00:00Z')
    const { cancelled } = await convert('lives_here')
    expect(cancelled).toEqual([later])
    expect(await story.shown(story.stay, worker)).toMatchObject({
      status: 'converted',
      endedAt: new Date('2026-11-28T12:00Z'),
      endReason: 'They live at this home from now on. Their carers cannot go on',
    })
    expect((await story.shown(added, worker)).status).toBe('cancelled')
    expect(await homeNow()).toBe(hub.household)
    expect(await told('A sleepover is cancelled')).toContain(home.carer.person)
    const { rows } = await story.database.owner.query(
      "select for_role, for_person from task where kind = 'look into stay' order by for_role",
    )
    expect(rows).toEqual([
      { for_role: 'fostering_manager', for_person: null },
      { for_role: null, for_person: callers.liaisonWorker.person },
    ])
    await story.clean()
  })

  test('somewhere else: where is for their worker to record', async () => {
    story = await givenStory()
    story.at('2026-11-28T13:00:00Z')
    await convert('lives_elsewhere')
    expect((await story.shown(story.stay)).status).toBe('converted')
    expect(await homeNow()).toBe(story.given.home.household)
    await story.clean()
    expect((await refusalOf(convert('lives_elsewhere'))).message).toMatch(/arrival first|already/)
  })

  test('not the homes’ to decide; not before they arrived; not in the future', async () => {
    story = await givenStory()
    await expect(convert('lives_here', story.given.hub.carer)).rejects.toThrow(Forbidden)
    expect((await refusalOf(convert('lives_here'))).message).toMatch(/future/)
    story.at('2026-11-28T13:00:00Z')
    const early = story.door.perform(convertSleepover, story.given.worker, {
      stay: story.stay,
      on: '2026-11-27',
      at: '16:00',
      into: 'lives_here',
      reason: 'A slip',
    })
    expect((await refusalOf(early)).message).toMatch(/before they arrived/)
  })
})
