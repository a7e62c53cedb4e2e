import { afterAll, beforeAll, expect, test } from 'vitest'
import { doByTheClock } from '../../src/by-the-clock.ts'
import { acceptSleepover } from '../../src/sleepovers/accept-sleepover.ts'
import { askForSleepover } from '../../src/sleepovers/ask-for-sleepover.ts'
import { recordArrival } from '../../src/sleepovers/record-arrival.ts'
import { verify } from '../../src/verify/verify.ts'
import { givenChild, givenConsent } from '../given/children.ts'
import { type GivenWeekend, givenAccepted, givenWeekend, request } from '../given/sleepovers.ts'
import { givenRoom } from '../given/stay-story.ts'
import { openStage, type Stage } from '../harness/stage.ts'

/*
 * Monday morning: the hub's carer is ill for a week. A girl sleeps there until Tuesday, and a brother and sister were to
 * come on Friday. Told by the hub's carer, the duty worker, the liaison worker and the carer at home.
 */

let stage: Stage
let given: GivenWeekend
let there: string
let coming: string

beforeAll(async () => {
  stage = await openStage(new Date('2026-11-20T10:00:00Z'))
  const { database, door } = stage
  given = await givenWeekend(database, door)
  await givenRoom({ door, given })
  coming = await givenAccepted(door, given)
  const [, neighbour] = given.satellites
  if (!neighbour) throw new Error('The constellation has no second satellite')
  const { worker, callers, hub } = given
  const about = { household: neighbour.household, worker, firstName: 'Bo', sex: 'F' as const }
  const girl = await givenChild(door, callers.programmeLead, about)
  await givenConsent(door, worker, girl)
  const asked = request([girl], hub.household, { from: '2026-11-22', until: '2026-11-24' })
  there = (await door.perform(askForSleepover, neighbour.carer, asked)).stay
  await door.perform(acceptSleepover, hub.carer, { stay: there })
  stage.app.setClock(new Date('2026-11-22T17:10:00Z'))
  await door.perform(recordArrival, hub.carer, { stay: there, on: '2026-11-22', at: '17:00' })
  stage.app.setClock(new Date('2026-11-23T08:00:00Z'))
})

afterAll(() => stage?.close())

test('the hub closes for a week: whoever is there is moved, and whoever was to come has another home', async () => {
  const hub = await stage.visitor('Carer of Hazel House')
  await hub.go(`/households/${given.hub.household}/close-nights`)
  await hub.typeDay('First night off', '2026-11-23')
  await hub.typeDay('First night you are open again', '2026-11-30')
  await hub.press('Go on')
  const touched = await hub.text()
  expect(touched).toContain('This touches 2 stays')
  expect(touched).toContain('They are put on hold, and everyone is told')
  await hub.type('Why?', 'Influenza')
  await hub.press('Close these nights')
  await hub.go(`/sleepovers/${coming}`)
  expect(await hub.text()).toMatch(/On hold[\s\S]*Hazel House is closed on Fri 27 Nov and Sat 28 Nov/)

  // The girl who is there stays there until somebody has found her another bed: that is the duty team's, now.
  const duty = await stage.visitor('Corin Vale', 1280)
  expect(await duty.text()).toContain('Something has changed for children who are on a sleepover now')
  await duty.go(`/sleepovers/${there}`)
  expect(await duty.text()).toContain('There now')
  await duty.follow('They move to another home')
  await duty.choose(/^Saltmarsh/)
  await duty.select('Who there said yes?', 'Carer of Saltmarsh, Saltmarsh')
  await duty.type('At what time?', '7.55am')
  await duty.type('Why?', 'The hub’s carer is ill')
  await duty.press('Save')
  expect(await duty.text()).toMatch(/Bo at Saltmarsh[\s\S]*There now/)

  // The brother and sister: their liaison worker arranges it anew.
  const liaison = await stage.visitor('Imani Brightwell', 1280)
  expect(await liaison.text()).toContain('A sleepover is on hold')
  await liaison.go(`/sleepovers/${coming}`)
  await liaison.press('Find another home')
  await liaison.choose(/^Saltmarsh/)
  await liaison.select('Who there said yes?', 'Carer of Saltmarsh, Saltmarsh')
  await liaison.type('Why?', 'The hub’s carer is ill')
  await liaison.press('Save')
  expect(await liaison.text()).toMatch(/Ada and Kit at Saltmarsh[\s\S]*Agreed/)
  await liaison.go('/')
  expect(await liaison.text()).not.toContain('A sleepover is on hold')

  const home = await stage.visitor('Carer of Larkrise')
  await home.go('/sleepovers')
  expect(await home.text()).toContain('Ada and Kit at Saltmarsh')
  await liaison.go('/tonight')
  expect(await liaison.text()).toMatch(/Staying at Saltmarsh/)

  // The week is over, and the hub is well again sooner than it thought: nothing that moved comes back by itself.
  await doByTheClock(stage.database, stage.door, (fault) => {
    throw fault
  })
  expect((await verify(stage.database.owner, stage.app.now(), { chain: true })).breaches).toEqual([])
}, 240_000)
