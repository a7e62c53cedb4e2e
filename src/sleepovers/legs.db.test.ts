import { afterEach, describe, expect, test } from 'vitest'
import { givenChild, givenConsent } from '../../tests/given/children.ts'
import { request } from '../../tests/given/sleepovers.ts'
import { givenRoom, givenStory, refusalOf, type StayStory } from '../../tests/given/stay-story.ts'
import { recordCheck } from '../households/record-check.ts'
import { nightsOf } from '../values/nights.ts'
import { acceptSleepover } from './accept-sleepover.ts'
import { askForSleepover } from './ask-for-sleepover.ts'
import { cancelSleepover } from './cancel-sleepover.ts'
import { extendSleepover } from './extend-sleepover.ts'
import { homesToMoveTo, nightsFree, unmetNeeds } from './lists.ts'
import { recordArrival } from './record-arrival.ts'
import { recordReturn } from './record-return.ts'
import { turnOver } from './turn-over.ts'

let story: StayStory
afterEach(() => story?.database.close())

const MONDAY = { until: '2026-11-30', untilTime: '16:00' }

const longer = (when: object = MONDAY, as = story.given.hub.carer) =>
  story.door.perform(extendSleepover, as, { stay: story.stay, ...when })
const home = (on: string, at: string, stay = story.stay) =>
  story.door.perform(recordReturn, story.given.home.carer, { stay, on, at })

describe('more nights', () => {
  test('the host’s own carer agrees at once, the children keep their beds, and it begins by itself', async () => {
    story = await givenStory()
    const { stay: more } = await longer()
    expect(more).not.toBe(story.stay)
    const leg = await story.shown(more)
    expect(leg).toMatchObject({ status: 'accepted', follows: story.stay })
    expect([leg.from, leg.to]).toEqual([new Date('2026-11-29T16:00Z'), new Date('2026-11-30T16:00Z')])
    const beds = (shown: typeof leg) => shown.children.map(({ child, room, bed }) => [child, room, bed])
    expect(beds(leg)).toEqual(beds(await story.shown(story.stay)))
    expect(leg.legs.map(({ id }) => id)).toEqual([story.stay, more])
    await story.clean()

    story.at('2026-11-29T16:05:00Z')
    await story.door.perform(turnOver, story.given.callers.operator, { stay: story.stay })
    const first = await story.shown(story.stay)
    expect([first.status, first.endedAt]).toEqual(['continued', new Date('2026-11-29T16:00Z')])
    const second = await story.shown(more)
    expect([second.status, second.arrivedAt]).toEqual(['arrived', new Date('2026-11-29T16:00Z')])
    expect(second.weighed.map(({ occasion }) => occasion)).toEqual(['asked', 'accepted', 'arrived'])
    await story.clean()

    story.at('2026-11-30T16:10:00Z')
    await home('2026-11-30', '16:00', more)
    expect((await story.shown(more)).status).toBe('returned')
    await story.clean()
  })

  test('asked by the home it waits for the host; sent twice it is one', async () => {
    story = await givenStory()
    const { stay: more } = await longer(MONDAY, story.given.home.carer)
    expect(await longer(MONDAY, story.given.home.carer)).toEqual({ stay: more })
    expect((await story.shown(more)).status).toBe('requested')
    const other = await refusalOf(longer({ until: '2026-12-01', untilTime: '16:00' }))
    expect(other.message).toMatch(/already asked|just asked/)
    await story.door.perform(acceptSleepover, story.given.hub.carer, { stay: more })
    expect((await story.shown(more)).status).toBe('accepted')
    await story.clean()
  })

  test('agreed at once and sent twice, even at the same moment, it is one booking', async () => {
    story = await givenStory()
    const [one, two] = await Promise.all([longer(), longer()])
    expect(one).toEqual(two)
    const { rows } = await story.database.owner.query('select id from stay where follows_id = $1', [
      story.stay,
    ])
    expect(rows).toEqual([{ id: one.stay }])
  })

  test('into somebody else’s bed it is a sentence, the need is kept, and another home is offered', async () => {
    story = await givenStory({ arrived: false })
    const { given, door } = story
    await givenRoom(story)
    const other = given.satellites[1]
    if (!other) throw new Error('There is no second satellite')
    const guest = await givenChild(door, given.callers.programmeLead, {
      household: other.household,
      worker: given.worker,
    })
    await givenConsent(door, given.worker, guest, { until: '2027-03-31' })
    const sunday = { from: '2026-11-29', fromTime: '18:00', until: '2026-12-01' }
    await door.perform(askForSleepover, other.carer, request([guest], given.hub.household, sunday))

    const no = await refusalOf(longer())
    expect(no.message).toMatch(/kept it as a need/)
    expect(JSON.stringify(no.detail)).not.toContain(guest)
    const [need] = await door.look(unmetNeeds, given.home.carer, {})
    expect(need).toMatchObject({ outcome: 'stopped', number: 2 })
    expect(need?.reason).toBe('Only 1 bed free on Sun 29 Nov; 2 are needed.')
    expect((await story.shown(story.stay)).legs).toHaveLength(1)
    const { homes } = await door.look(homesToMoveTo, given.home.carer, { stay: story.stay, ...MONDAY })
    expect(homes.map(({ hostName }) => hostName)).toEqual(['Saltmarsh'])
    await story.clean()
  })

  test('nights of the whole chain count: four are long, eight are no stay', async () => {
    story = await givenStory()
    await givenRoom(story)
    const { stay: more } = await longer({ until: '2026-12-01', untilTime: '16:00' })
    const findings = (await story.shown(more)).weighed[0]?.findings ?? []
    expect(findings.map(({ rule }) => rule)).toContain('14')
    const no = await refusalOf(longer({ until: '2026-12-05', untilTime: '16:00' }))
    expect(JSON.stringify(no.detail)).toContain('8 nights is too long for a sleepover')
    // Nor at another home: they have not been home between.
    const { door, given, stay } = story
    const until = { until: '2026-12-05', untilTime: '16:00' }
    const { homes } = await door.look(homesToMoveTo, given.home.carer, { stay })
    expect(homes.map(({ hostName }) => hostName)).toEqual(['Saltmarsh'])
    expect(await door.look(homesToMoveTo, given.home.carer, { stay, ...until })).toMatchObject({ homes: [] })
  })

  test('what needs a yes is asked for, whoever asks', async () => {
    story = await givenStory()
    const { given, door } = story
    const check = { household: given.hub.household, kind: 'dbs', expiresOn: '2026-11-28', from: '2026-11-27' }
    await door.perform(recordCheck, given.callers.programmeLead, check)
    const { stay: more } = await longer()
    expect(await story.shown(more)).toMatchObject({ status: 'requested', waiting: 1 })
  })

  test.each([
    [{ until: '2026-11-29', untilTime: '16:00' }, /They stay until Sun 29 Nov, 4pm already/],
    [{ until: '2026-11-28', untilTime: '16:00' }, /already/],
    [{ until: '2028-11-28', untilTime: '16:00' }, /Check the year/],
  ])('an end that cannot be is refused at the field: %j', async (when, says) => {
    story = await givenStory()
    const no = await refusalOf(longer(when))
    expect([no.field, no.message]).toEqual(['until', expect.stringMatching(says)])
  })

  test('a stay that waits, or is over, does not go on', async () => {
    story = await givenStory()
    story.at('2026-11-29T16:30:00Z')
    await home('2026-11-29', '16:00')
    expect((await refusalOf(longer())).message).toMatch(/is over/)
  })

  test('cancelled, its added nights are cancelled with it', async () => {
    story = await givenStory({ arrived: false })
    const { given, door, stay } = story
    const { stay: more } = await longer()
    await door.perform(cancelSleepover, given.home.carer, { stay, reason: 'Plans changed' })
    expect((await story.shown(more)).status).toBe('cancelled')
    const { nights } = await door.look(nightsFree, given.home.carer, {
      host: given.hub.household,
      from: '2026-11-29',
      nights: 1,
    })
    expect(nights[0]?.words).toBe('2 beds')
    await story.clean()
  })

  test('an arrival is recorded once, at the first of them', async () => {
    story = await givenStory()
    const { stay: more } = await longer()
    story.at('2026-11-29T17:00:00Z')
    const arrival = { stay: more, on: '2026-11-29', at: '16:30' }
    const no = await refusalOf(story.door.perform(recordArrival, story.given.hub.carer, arrival))
    expect(no.message).toMatch(/begin by themselves/)
  })
})

describe('coming home', () => {
  test('before the added nights began, they are cancelled', async () => {
    story = await givenStory()
    const { stay: more } = await longer()
    story.at('2026-11-29T12:00:00Z')
    await home('2026-11-29', '11:00')
    expect((await story.shown(story.stay)).status).toBe('returned')
    expect(await story.shown(more)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'They came home before it began',
    })
    await story.clean()
  })

  test('in the middle of the added nights, recorded on the first stay, all of it is closed', async () => {
    story = await givenStory()
    const { stay: more } = await longer({ until: '2026-12-01', untilTime: '16:00' })
    story.at('2026-11-30T12:00:00Z')
    await home('2026-11-30', '11:00')
    expect((await story.shown(story.stay)).status).toBe('continued')
    expect(await story.shown(more)).toMatchObject({
      status: 'returned',
      arrivedAt: new Date('2026-11-29T16:00Z'),
      returnedAt: new Date('2026-11-30T11:00Z'),
    })
    await story.clean()
  })

  test('recorded late, after the clock let the next leg begin: what the clock supposed is taken back', async () => {
    story = await givenStory()
    const { stay: more } = await longer()
    story.at('2026-11-29T17:00:00Z')
    await story.door.perform(turnOver, story.given.callers.operator, { stay: story.stay })
    expect((await story.shown(more)).status).toBe('arrived')
    await home('2026-11-29', '15:30', more)
    expect(await story.shown(story.stay)).toMatchObject({ status: 'returned', endedAt: null })
    expect(await story.shown(more)).toMatchObject({ status: 'cancelled', arrivedAt: null })
    await story.clean()
  })

  test('before they arrived is a sentence, with added nights or without', async () => {
    story = await givenStory()
    await longer()
    expect((await refusalOf(home('2026-11-27', '16:00'))).message).toMatch(/before they arrived/)
    story.at('2026-11-29T17:00:00Z')
    await story.door.perform(turnOver, story.given.callers.operator, { stay: story.stay })
    expect((await refusalOf(home('2026-11-27', '16:00'))).message).toMatch(/before they arrived/)
    expect((await story.shown(story.stay)).status).toBe('continued')
  })

  test('sent twice, or in the future, is a sentence', async () => {
    story = await givenStory()
    expect((await refusalOf(home('2026-11-28', '16:00'))).message).toMatch(/future/)
    story.at('2026-11-29T16:10:00Z')
    await home('2026-11-29', '16:00')
    expect((await refusalOf(home('2026-11-29', '16:00'))).message).toBe('Their return is already recorded')
  })
})

describe('when the clocks change', () => {
  test.each([
    ['spring: a night of 23 hours', '2026-03-27', '2026-03-28', '2026-03-29', 23],
    ['autumn: a night of 25 hours', '2026-10-23', '2026-10-24', '2026-10-25', 25],
  ])('%s is one night', async (_what, from, until, later, hours) => {
    story = await givenStory({ from, until, asked: `${from.slice(0, 8)}02T10:00:00Z` })
    const { stay: more } = await longer({ until: later, untilTime: '16:00' })
    const leg = await story.shown(more)
    expect((leg.to.getTime() - leg.from.getTime()) / 3_600_000).toBe(hours)
    expect(nightsOf(leg)).toEqual([until])
    story.at(`${later}T16:30:00Z`)
    await story.door.perform(turnOver, story.given.callers.operator, { stay: story.stay })
    await home(later, '15:45')
    expect((await story.shown(more)).returnedAt).toEqual(
      new Date(`${later}T15:45:00${hours === 23 ? '+01:00' : 'Z'}`),
    )
    await story.clean()
  })
})
