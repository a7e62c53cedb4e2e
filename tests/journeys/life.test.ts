import { afterAll, beforeAll, expect, test } from 'vitest'
import { doByTheClock } from '../../src/by-the-clock.ts'
import { verify } from '../../src/verify/verify.ts'
import { type GivenWeekend, givenAccepted, givenWeekend } from '../given/sleepovers.ts'
import { givenRoom } from '../given/stay-story.ts'
import { signInAs } from '../harness/sign-in.ts'
import { openStage, type Stage } from '../harness/stage.ts'

/*
 * A stay that does not go as planned: they arrive, stay a night longer, move to another home since the hub's carer falls
 * ill, are late, and come home. Told by the hub's carer, the carer at home and the duty worker.
 */

const HUB = 'Carer of Hazel House'
const HOME = 'Carer of Larkrise'
const ROOM = 'Carer of Saltmarsh'

let stage: Stage
let given: GivenWeekend
let stay: string

/** Everybody's clock moves on, and what happens by the clock has happened. */
async function clock(moment: string): Promise<void> {
  stage.app.setClock(new Date(moment))
  await doByTheClock(stage.database, stage.door, (fault) => {
    throw fault
  })
}

beforeAll(async () => {
  stage = await openStage(new Date('2026-11-22T10:00:00Z'))
  const { database, door } = stage
  given = await givenWeekend(database, door)
  await givenRoom({ door, given })
  stay = `/sleepovers/${await givenAccepted(door, given)}`
})

afterAll(() => stage?.close())

test('arrived, a night longer, moved to another home, late, home', async () => {
  await clock('2026-11-27T17:20:00Z')
  const hub = await stage.visitor(HUB)
  await hub.go(stay)
  await hub.press('I have read Kit’s card')
  await hub.press('They have arrived')
  await hub.type('At what time?', '5.05pm')
  await hub.press('Save')
  expect(await hub.text()).toContain('There now')

  // A night longer: an end before the end is a sentence, and what was typed is kept.
  await hub.follow('They stay longer')
  await hub.typeDay('Which day do they come back?', '2026-11-28')
  await hub.press('Ask for more nights')
  expect(await hub.errors()).toEqual(['They stay until Sun 29 Nov, 4pm already. Choose a later day or time'])
  await hub.typeDay('Which day do they come back?', '2026-11-30')
  await hub.press('Ask for more nights')
  const told = await hub.text()
  expect(told).toContain('2 nights at Hazel House, there now')
  expect(told).toContain('Then 1 more night, agreed')
  expect(told).not.toContain('They have arrived')

  await clock('2026-11-29T16:20:00Z')
  await signInAs(hub, HUB)
  await hub.go(stay)
  expect(await hub.text()).toContain('Went on to another stay')
  await hub.follow(/Then 1 more night, there now/)
  const more = hub.path()

  // The hub's carer falls ill on Sunday evening. Saltmarsh has said yes on the phone.
  await hub.follow('They move to another home')
  await hub.press('Save')
  expect(await hub.errors()).toEqual(['Choose the home they move to', 'Enter why they move'])
  await hub.choose(/^Saltmarsh/)
  await hub.type('Why?', 'I am ill')
  await hub.press('Save')
  expect(await hub.errors()).toEqual(['Choose who at the new home said yes'])
  await hub.select('Who there said yes?', 'Carer of Saltmarsh, Saltmarsh')
  await hub.type('At what time?', '4.15pm')
  await hub.press('Save')
  // The home they left sees what it had, and not where they are now.
  expect(hub.path()).toBe(more)
  expect(await hub.text()).toMatch(/Went on to another stay[\s\S]*Moved to another home. I am ill/)
  expect(await hub.text()).not.toContain('Saltmarsh')

  const home = await stage.visitor(HOME, 1280)
  await home.go(more)
  expect(await home.text()).toContain('Moved to another home. I am ill')
  await home.follow(/Then 1 night at Saltmarsh/)
  const moved = home.path()
  expect(await home.text()).toContain('Carer of Saltmarsh')

  // Monday 4pm has passed, and nobody has said that they are home.
  await clock('2026-11-30T16:45:00Z')
  await signInAs(home, HOME)
  expect(await home.text()).toContain('Late since Mon 30 Nov, 4pm')
  await home.go('/sleepovers')
  expect(await home.text()).toMatch(/Late since 4pm/)
  const duty = await stage.visitor('Corin Vale', 1280)
  expect(await duty.text()).toContain('Ring both homes')
  await duty.go(moved)
  expect(await duty.text()).toContain('Late since 4pm')

  const room = await stage.visitor(ROOM)
  await room.go(moved)
  await room.press('They are back home')
  await room.type('At what time?', '4pm')
  await room.typeDay('Which day did they come home?', '2026-11-29')
  await room.press('Save')
  expect(await room.errors()).toEqual(['That is before they arrived. Check the day and time'])
  await room.typeDay('Which day did they come home?', '2026-11-30')
  await room.type('At what time?', '4.40pm')
  await room.press('Save')
  expect(await room.text()).toContain('Back home')
  await duty.go('/')
  expect(await duty.text()).not.toContain('Ring both homes')
  expect((await verify(stage.database.owner, stage.app.now())).breaches).toEqual([])
}, 180_000)
