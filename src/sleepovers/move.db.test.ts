import { afterEach, describe, expect, test } from 'vitest'
import { type GivenHome, givenHome } from '../../tests/given/households.ts'
import { personOf } from '../../tests/given/service.ts'
import { givenRoom, givenStory, refusalOf, type StayStory } from '../../tests/given/stay-story.ts'
import { closeNights } from '../households/close-nights.ts'
import { recordCheck } from '../households/record-check.ts'
import { NotFound } from '../platform/refusals.ts'
import { acceptSleepover } from './accept-sleepover.ts'
import { extendSleepover } from './extend-sleepover.ts'
import { homesToMoveTo, unmetNeeds } from './lists.ts'
import { moveSleepover } from './move-sleepover.ts'
import { readCard } from './read-card.ts'
import { recordArrival } from './record-arrival.ts'
import { recordReturn } from './record-return.ts'
import { shortenSleepover } from './shorten-sleepover.ts'

let story: StayStory
afterEach(() => story?.database.close())

const reason = 'The hub’s carer is ill'
const move = ({ household: host, carer }: GivenHome, when: object, as = story.given.hub.carer) =>
  story.door.perform(moveSleepover, as, {
    stay: story.stay,
    host,
    reason,
    agreedBy: personOf(carer),
    ...when,
  })

const tasks = async (kind: string) =>
  (await story.database.owner.query('select for_person from task where kind = $1', [kind])).rows

describe('in the middle of a stay', () => {
  test('they are at the other home from that moment, and the first has its beds back', async () => {
    story = await givenStory()
    const other = await givenRoom(story)
    story.at('2026-11-28T12:00:00Z')
    const { moved } = await move(other, { on: '2026-11-28', at: '11:30' })
    const first = await story.shown(story.stay)
    expect(first).toMatchObject({
      status: 'continued',
      to: new Date('2026-11-28T11:30Z'),
      endedAt: new Date('2026-11-28T11:30Z'),
    })
    const second = await story.shown(moved)
    expect(second).toMatchObject({
      status: 'arrived',
      hostName: 'Saltmarsh',
      agreedBy: 'Carer of Saltmarsh',
      to: new Date('2026-11-29T16:00Z'),
    })
    expect(second.items.map(({ says }) => says)).toContain('Adrenaline pen (Nuts)')
    // Invariant 12: nobody there has read the card, and they are there already.
    expect(await tasks('look into arrival')).toEqual([
      { for_person: personOf(story.given.callers.liaisonWorker) },
    ])
    await story.clean()

    story.at('2026-11-29T16:30:00Z')
    await story.door.perform(recordReturn, other.carer, { stay: moved, on: '2026-11-29', at: '16:00' })
    expect((await story.shown(moved)).status).toBe('returned')
    await story.clean()
  })

  test('planned for later, the arrival there ends the stay at the first', async () => {
    story = await givenStory()
    const other = await givenRoom(story)
    const { moved } = await move(other, { on: '2026-11-28', at: '10:00' })
    expect((await story.shown(story.stay)).status).toBe('arrived')
    expect((await story.shown(moved)).status).toBe('accepted')
    await story.clean()
    await story.door.perform(readCard, other.carer, { stay: moved, child: story.given.brother })
    story.at('2026-11-28T11:00:00Z')
    await story.door.perform(recordArrival, other.carer, { stay: moved, on: '2026-11-28', at: '10:20' })
    expect(await story.shown(story.stay)).toMatchObject({
      status: 'continued',
      endedAt: new Date('2026-11-28T10:20Z'),
    })
    expect(await tasks('look into arrival')).toEqual([])
    await story.clean()
  })

  test('nights that were added and agreed move with the rest', async () => {
    story = await givenStory()
    const other = await givenRoom(story)
    const { stay: more } = await story.door.perform(extendSleepover, story.given.hub.carer, {
      stay: story.stay,
      until: '2026-11-30',
      untilTime: '16:00',
    })
    story.at('2026-11-28T12:00:00Z')
    const { moved } = await move(other, { on: '2026-11-28', at: '11:30' })
    expect((await story.shown(more)).status).toBe('cancelled')
    expect((await story.shown(moved)).to).toEqual(new Date('2026-11-30T16:00Z'))
    await story.clean()
  })

  test('sent twice it is one move, and a sentence', async () => {
    story = await givenStory()
    const other = await givenRoom(story)
    story.at('2026-11-28T12:00:00Z')
    const when = { on: '2026-11-28', at: '11:30' }
    const done = await Promise.allSettled([move(other, when), move(other, when)])
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { rows } = await story.database.owner.query('select id from stay where follows_id = $1', [
      story.stay,
    ])
    expect(rows).toHaveLength(1)
    await story.clean()
  })

  test('a home that cannot take them stops it: the stay stays as it was, and the need is kept', async () => {
    story = await givenStory()
    const other = await givenRoom(story)
    const closed = {
      household: other.household,
      from: '2026-11-28',
      until: '2026-11-29',
      reason: 'A wedding',
    }
    await story.door.perform(closeNights, other.carer, closed)
    story.at('2026-11-28T12:00:00Z')
    await refusalOf(move(other, { on: '2026-11-28', at: '11:30' }))
    expect(await story.shown(story.stay)).toMatchObject({
      status: 'arrived',
      to: new Date('2026-11-29T16:00Z'),
    })
    const [need] = await story.door.look(unmetNeeds, story.given.home.carer, {})
    expect(need).toMatchObject({ outcome: 'stopped', reason: 'Saltmarsh is closed on Sat 28 Nov.' })
    const { homes } = await story.door.look(homesToMoveTo, story.given.hub.carer, { stay: story.stay })
    expect(homes.map(({ hostName }) => hostName)).not.toContain('Saltmarsh')
    await story.clean()
  })

  test('a home that needs a yes first is told with who could say it', async () => {
    story = await givenStory()
    const other = await givenRoom(story)
    const check = { household: other.household, kind: 'dbs', expiresOn: '2026-11-20', from: '2026-11-20' }
    await story.door.perform(recordCheck, story.given.callers.programmeLead, check)
    story.at('2026-11-28T12:00:00Z')
    const no = await refusalOf(move(other, { on: '2026-11-28', at: '11:30' }))
    expect([no.field, no.message]).toEqual([
      'host',
      expect.stringMatching(/fostering manager.*01632 960 111/),
    ])
    expect((await story.shown(story.stay)).status).toBe('arrived')
  })

  test.each([
    [{ on: '2026-11-27', at: '16:00' }, 'on', /before they arrived/],
    [{ on: '2026-11-30', at: '16:00' }, 'on', /were to stay until Sun 29 Nov, 4pm/],
    [{}, 'on', /Enter the day and time/],
    [{ on: '2026-11-28', at: '11:30', agreedBy: '' }, 'agreedBy', /Choose who at the new home said yes/],
    [
      { on: '2026-11-28', at: '11:30', agreedBy: '5f0c2b7e-3d41-4a7e-9a55-0c1d2e3f4a5b' },
      'agreedBy',
      /a carer of the home they move/,
    ],
  ])('what cannot be is refused at the field: %j', async (when, field, says) => {
    story = await givenStory()
    const other = await givenRoom(story)
    story.at('2026-11-28T12:00:00Z')
    const no = await refusalOf(move(other, when))
    expect([no.field, no.message]).toEqual([field, expect.stringMatching(says)])
  })

  test('the same home again is another bed', async () => {
    story = await givenStory()
    const { hub } = story.given
    story.at('2026-11-28T12:00:00Z')
    const { moved } = await move(hub, { on: '2026-11-28', at: '11:30' })
    const beds = async (stay: string) =>
      (
        await story.database.owner.query(
          'select child_id, bed_id from stay_child where stay_id = $1 order by 1',
          [stay],
        )
      ).rows
    const [before, after] = [await beds(story.stay), await beds(moved)]
    expect(after.map(({ child_id }) => child_id)).toEqual(before.map(({ child_id }) => child_id))
    expect(after[0]?.bed_id).not.toBe(before[0]?.bed_id)
    // The hub has read the card, and its own carer said yes.
    expect(await tasks('look into arrival')).toEqual([])
    expect((await story.shown(moved)).agreedBy).toBe('Carer of Hazel House')
    await story.clean()
  })
})

describe('gone on to another home', () => {
  test('the home they left changes nothing there, and learns nothing', async () => {
    story = await givenStory()
    const other = await givenRoom(story)
    const { stay, door, given } = story
    story.at('2026-11-28T12:00:00Z')
    const { moved } = await move(other, { on: '2026-11-28', at: '11:30' })
    story.at('2026-11-28T14:00:00Z')
    const until = { until: '2026-11-29', untilTime: '12:00', reason: 'We are back early' }
    const tried = [
      door.perform(recordReturn, given.hub.carer, { stay, on: '2026-11-28', at: '13:00' }),
      door.perform(shortenSleepover, given.hub.carer, { stay, ...until }),
      door.perform(shortenSleepover, given.hub.carer, { stay, ...until, until: '2026-12-05' }),
    ]
    for (const no of await Promise.all(tried.map(refusalOf))) {
      expect(no.message).toMatch(/gone on to another home, which you cannot change/)
      expect(no.detail).toEqual({})
    }
    expect(await story.shown(moved)).toMatchObject({ status: 'arrived', to: new Date('2026-11-29T16:00Z') })
    // Their own home may, whichever of the two it opens.
    await door.perform(shortenSleepover, given.home.carer, { stay, ...until })
    await door.perform(recordReturn, given.home.carer, { stay, on: '2026-11-28', at: '13:00' })
    expect((await story.shown(moved)).status).toBe('returned')
    await story.clean()
  })
})

describe('before it begins', () => {
  test('the same nights are agreed at the other home instead', async () => {
    story = await givenStory({ arrived: false })
    const other = await givenRoom(story)
    const { moved } = await move(other, {}, story.given.callers.liaisonWorker)
    expect(await story.shown(story.stay)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'Moved to another home. The hub’s carer is ill',
    })
    expect(await story.shown(moved)).toMatchObject({
      status: 'accepted',
      follows: null,
      from: new Date('2026-11-27T17:00Z'),
      to: new Date('2026-11-29T16:00Z'),
    })
    await story.clean()
    const again = await refusalOf(move(other, {}, story.given.callers.liaisonWorker))
    expect(again.message).toMatch(/is cancelled, or moved before it began/)
  })

  test('moved by the other homes, it is asked of the new home, which answers itself', async () => {
    story = await givenStory({ arrived: false })
    const other = await givenRoom(story)
    const { moved } = await move(other, {}, story.given.home.carer)
    expect((await story.shown(story.stay)).status).toBe('cancelled')
    expect(await story.shown(moved)).toMatchObject({ status: 'requested', hostName: 'Saltmarsh' })
    await story.door.perform(acceptSleepover, other.carer, { stay: moved })
    expect((await story.shown(moved)).status).toBe('accepted')
    await story.clean()
  })

  test('what nobody has answered yet is not moved, least of all to a yes of the asker’s own', async () => {
    story = await givenStory({ arrived: false })
    const other = await givenRoom(story)
    const { home, hub, callers } = story.given
    const { moved } = await move(other, {}, home.carer)
    for (const [host, as] of [
      [other, home.carer],
      [hub, callers.liaisonWorker],
    ] as const) {
      const no = await refusalOf(move(host, { stay: moved }, as))
      expect(no.message).toBe('This has not been answered yet. Cancel it and ask the other home')
    }
    expect((await story.shown(moved)).status).toBe('requested')
  })

  test('the duty worker is shown homes beyond the constellation where none of it can, and moves them there', async () => {
    story = await givenStory()
    const { given, door, stay } = story
    const lone = await givenHome(door, given, { name: 'Long Acre', places: 4, beds: 3 })
    const { homes } = await door.look(homesToMoveTo, given.callers.dutyWorker, { stay })
    expect(homes).toMatchObject([
      { hostName: 'Long Acre', beyond: true, carers: [{ name: 'Carer of Long Acre' }] },
    ])
    // A carer is not shown what they may not know.
    expect((await door.look(homesToMoveTo, given.hub.carer, { stay })).homes).toEqual([])
    story.at('2026-11-28T02:07:00Z')
    const { moved } = await move(lone, { on: '2026-11-28', at: '02:00' }, given.callers.liaisonWorker)
    expect(await story.shown(moved)).toMatchObject({ status: 'arrived', agreedBy: 'Carer of Long Acre' })
    await story.clean()
  })

  test('a home nobody there may know looks like none', async () => {
    story = await givenStory({ arrived: false })
    const stranger = await givenHome(story.door, story.given, { name: 'Elsewhere' })
    await expect(move(stranger, {})).rejects.toThrow(NotFound)
  })
})
