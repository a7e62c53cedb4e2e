import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveConsent } from '../../src/children/give-consent.ts'
import { closeNights } from '../../src/households/close-nights.ts'
import { verify } from '../../src/verify/verify.ts'
import { type GivenWeekend, givenWeekend } from '../given/sleepovers.ts'
import { openStage, type Stage } from '../harness/stage.ts'

/*
 * Every second Friday for a term, told by a satellite carer and a hub carer through the pages, on a phone: one date
 * clashes and is moved, one is skipped, and of the rest one needs a yes that the others do not.
 */

const NOW = new Date('2026-11-22T10:00:00Z')

let stage: Stage
let given: GivenWeekend

beforeAll(async () => {
  stage = await openStage(NOW)
  const { database, door } = stage
  given = await givenWeekend(database, door)
  const household = given.hub.household
  for (const [from, until] of [
    ['2027-01-29', '2027-01-30'],
    ['2027-02-12', '2027-02-20'],
  ] as const) {
    await door.perform(closeNights, given.hub.carer, { household, from, until, reason: 'Away' })
  }
  // Agreed to only until early March: the last date needs somebody's yes.
  for (const child of [given.brother, given.sister]) {
    await database.owner.query(
      `update consent set during = daterange(lower(during), '2027-03-10') where child_id = $1`,
      [child],
    )
  }
})

afterAll(() => stage?.close())

test('every second Friday for a term', async () => {
  const carer = await stage.visitor('Carer of Larkrise')
  await carer.press('Ask for a sleepover')
  await carer.choose('Ada')
  await carer.choose('Kit')
  await carer.press('Continue')
  await carer.follow('Ask for every second Friday, or another series')
  await carer.press('See every date')
  expect(await carer.errors()).toEqual([
    'Enter the first day, like 27 11 2026',
    'A series has an end. Enter the last day it may begin on, like 27 11 2026',
    'Choose why you ask',
  ])
  await carer.typeDay('Which day do they go first?', '2027-01-15')
  await carer.typeDay('What is the last day it may begin on?', '2027-03-26')
  await carer.choose('A rest for us')
  await carer.press('See every date')

  const check = await carer.text()
  expect(check).toContain('Ada and Kit at Hazel House, 6 dates. 2 dates clash: choose what to do with each.')
  expect(check).toContain('Hazel House is closed on Fri 29 Jan.')
  expect(check).toContain('Consent for Kit to stay overnight lasts only to 9 March 2027.')
  // Sent as it is, nothing is saved and everything that was typed is kept.
  await carer.type('What does Kit say about it?', 'Pancakes again')
  await carer.press('Ask for these dates')
  expect(await carer.errors()).toEqual([
    '2 dates cannot go ahead as they are. Nothing was sent. Choose what to do with each',
  ])
  expect(await carer.page.getByLabel('What does Kit say about it?').inputValue()).toBe('Pancakes again')
  await carer.choose('Move to Sat 30 Jan, until Sun 31 Jan')
  await carer.page
    .getByRole('group', { name: /^Fri 12 Feb/ })
    .getByLabel('Skip this date')
    .check()
  await carer.press('Ask for these dates')
  expect(await carer.text()).toContain('5 dates from 15 January 2027 to 26 March 2027')
  const series = carer.path()

  const hub = await stage.visitor('Carer of Hazel House')
  expect(await hub.text()).toContain('Can Ada and Kit sleep at your home on 5 dates?')
  await hub.go('/messages')
  await hub.follow('A series of sleepovers is asked of you')
  expect(hub.path()).toBe(series)
  await hub.press('Yes to the 3 dates that can go ahead')
  const answered = await hub.text()
  expect(answered.match(/Agreed/g)).toHaveLength(3)
  expect(answered).toMatch(/Asked\. Waits: .*Consent for Ada to stay overnight lasts only to 9 March 2027\./)

  await carer.go(series)
  expect((await carer.text()).match(/Agreed/g)).toHaveLength(3)
  await carer.go('/messages')
  expect(await carer.text()).toContain('Sleepovers of a series are agreed')

  // The rest needs a yes; it comes, and the host agrees to one date alone.
  for (const child of [given.brother, given.sister]) {
    await stage.door.perform(giveConsent, given.worker, {
      child,
      item: 'overnight_stay',
      decision: 'agreed',
      basis: 'delegated_authority',
      givenBy: 'Ashcombe Council',
      from: '2027-03-10',
    })
  }
  await hub.go(series)
  await hub.follow('Fri 12 Mar, 5pm')
  await hub.press('Yes, they can come')
  expect(await hub.text()).toContain('One of')
  await carer.go(series)
  expect((await carer.text()).match(/Agreed/g)).toHaveLength(4)
  await carer.follow('Cancel the rest of this series')
  await carer.press('Cancel the rest')
  expect(await carer.errors()).toEqual(['Enter why the rest is cancelled'])
  await carer.typeDay('From which day?', '2027-03-20')
  await carer.type('Why?', 'Term has ended by then')
  await carer.press('Cancel the rest')
  expect((await carer.text()).match(/Cancelled/g)).toHaveLength(1)
  expect((await verify(stage.database.owner, NOW, { chain: true })).breaches).toEqual([])
}, 240_000)
