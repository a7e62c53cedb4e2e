import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerInvitation } from '../../src/constellations/answer-invitation.ts'
import { assignLiaison } from '../../src/constellations/assign-liaison.ts'
import { createConstellation } from '../../src/constellations/create-constellation.ts'
import { inviteHousehold } from '../../src/constellations/invite-household.ts'
import { launchConstellation } from '../../src/constellations/launch-constellation.ts'
import { openDoor } from '../../src/door.ts'
import { addBed } from '../../src/households/add-bed.ts'
import { endBed } from '../../src/households/end-bed.ts'
import { households } from '../../src/households/lists.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { type GivenService, givenService, personOf } from '../given/service.ts'
import { weekendRegister } from '../given/weekend-register.ts'
import { type RunningApp, startApp } from '../harness/app.ts'
import { openBrowser } from '../harness/browser.ts'
import { testDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/sign-in.ts'
import { newVisitor, type Visitor } from '../harness/visit.ts'
import { bringRegister, chooseNights } from './bring-register.ts'

/*
 * Story B of the field: a satellite carer wants Friday 5pm to Sunday 4pm for a brother of 6 (nut allergy, adrenaline
 * pen) and a sister of 8, together; told by satellite carer, child's social worker, hub carer and liaison worker,
 * through the pages, from a database that a register filled.
 */

const SUNDAY = new Date('2026-11-22T19:00:00Z')
const CARER = 'Morwenna Lark'
const HUB = 'Hazel Dean'
const WORKER = 'Nadia Quince'

let database: Database
let door: Door
let app: RunningApp
let browser: Browser
let given: GivenService
const visitors: Visitor[] = []

const visitor = async (name: string, width = 320): Promise<Visitor> => {
  const one = await newVisitor(browser, app, { width })
  visitors.push(one)
  await signInAs(one, name)
  return one
}

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => SUNDAY)
  given = await givenService(database)
  app = await startApp(database, { now: SUNDAY, demo: true })
  browser = await openBrowser()
  await bringRegister(await visitor('Rowan Ashdown', 1280), weekendRegister)
  await formConstellation()
})

afterAll(async () => {
  for (const one of visitors) await one.close()
  await browser?.close()
  await app?.stop()
  await database?.close()
})

/** The hub and its satellites, launched; and the hub's two beds stand in one bedroom. */
async function formConstellation(): Promise<void> {
  const lead = given.callers.programmeLead
  const homes = (await door.look(households, lead, {})).households
  const { constellation } = await door.perform(createConstellation, lead, { name: 'North harbour' })
  const from = '2026-01-05'
  await door.perform(assignLiaison, lead, {
    constellation,
    person: personOf(given.callers.liaisonWorker),
    from,
  })
  const hubFirst = homes.toSorted((a, b) => Number(b.name === HUB) - Number(a.name === HUB))
  for (const { household, name } of hubFirst) {
    const part = name === HUB ? 'hub' : 'satellite'
    const { invitation } = await door.perform(inviteHousehold, lead, { constellation, household, part })
    await door.perform(answerInvitation, lead, {
      invitation,
      answer: 'yes',
      from,
      spokenTo: `${name}, by phone`,
    })
  }
  await door.perform(launchConstellation, lead, { constellation, on: from })
  const hub = hubFirst[0]?.household
  const { rows } = await database.owner.query('select id from bed where household_id = $1 order by name', [
    hub,
  ])
  for (const { id } of rows) await door.perform(endBed, lead, { bed: id, from: '2026-11-22' })
  for (const name of ['By the window', 'By the door']) {
    await door.perform(addBed, lead, { household: hub, room: 'The attic', name, from: '2026-11-22' })
  }
}

test('a brother and a sister spend the weekend at the hub', async () => {
  const carer = await visitor(CARER)
  await carer.press('Ask for a sleepover')
  await carer.press('Continue')
  expect(await carer.errors()).toEqual(['Choose who will go'])

  await carer.choose('Kit')
  await carer.press('Continue')
  await carer.press('Continue')
  expect(await carer.errors()).toEqual(['Choose the nights'])
  await chooseNights(carer, ['2026-11-27', '2026-11-28'])
  await carer.press('Continue')
  await carer.choose('A rest for us')
  await carer.press('Continue')
  expect(await carer.text()).toContain('A brother or sister at home is not going')
  expect(await carer.text()).toContain('Why is Ada not going too?')

  // Together, then: back to the beginning.
  await carer.go('/sleepovers/ask')
  await carer.choose('Ada')
  await carer.choose('Kit')
  await carer.press('Continue')
  await chooseNights(carer, ['2026-11-27', '2026-11-28'])
  await carer.press('Continue')
  await carer.choose('A rest for us')
  await carer.press('Continue')
  const check = await carer.text()
  expect(check).toContain('Ada and Kit at Hazel Dean, Fri 27 Nov, 5pm to Sun 29 Nov, 4pm, 2 nights')
  expect(check).toContain('Needs a yes: 2')
  expect(check).toContain('Ada would share a bedroom with Kit')
  expect(check).toContain('Kit would share a bedroom with Ada')
  expect(check).toMatch(/Good to know[\s\S]*dog/)
  expect(check).toContain('Would also work')
  expect(check).not.toContain('Stops this')
  await carer.type('What does Ada say about it?', 'I like the dog')
  await carer.type('What does Kit say about it?', 'Can we have pancakes')
  await carer.press(`Ask ${HUB}`)
  expect(await carer.text()).toContain('It waits for 2 yeses')
  const stay = carer.path()

  const hub = await visitor(HUB)
  expect(await hub.text()).toContain('Can Ada and Kit sleep at your home?')
  await hub.go(stay)
  await hub.press('Yes, they can come')
  expect(await hub.errors()).toEqual(['This still needs a yes from somebody else before you can accept'])

  const worker = await visitor(WORKER, 1280)
  expect(await worker.text()).toContain('A sleepover needs a yes')
  for (const child of ['Ada', 'Kit']) {
    await worker.go(stay)
    await worker.follow(new RegExp(`Say yes to this ?: ${child} would share`))
    await worker.press('Say yes')
    expect(await worker.errors()).toEqual(['Enter why this is right for the child'])
    await worker.type('Why is this right for the child?', 'They share at home and sleep better together')
    await worker.press('Say yes')
    expect(worker.path()).toBe(stay)
  }

  await hub.go(stay)
  await hub.follow('Kit’s care card')
  expect(await hub.text()).toMatch(/nuts/i)
  await hub.go(stay)
  await hub.press('I have read Kit’s card')
  await hub.press('Yes, they can come')
  expect(await hub.text()).toContain('Agreed')

  await carer.go(stay)
  await carer.choose(/Adrenaline pen/)
  await carer.press('Save')
  expect(await carer.text()).toMatch(/Kit: Adrenaline pen .*\(packed\)/)

  app.setClock(new Date('2026-11-27T17:20:00Z'))
  await signInAs(hub, HUB)
  await hub.go(stay)
  await hub.press('They have arrived')
  await hub.type('At what time?', '5.10pm')
  if (await hub.page.getByLabel(/has not been read/).count()) throw new Error('The card was read')
  await hub.press('Save')
  expect(await hub.text()).toContain('There now')
  await signInAs(carer, CARER)
  await carer.go('/children')
  expect(await carer.text()).toContain('Ada')

  app.setClock(new Date('2026-11-29T16:30:00Z'))
  await signInAs(carer, CARER)
  await carer.go(stay)
  await carer.press('They are back home')
  await carer.type('At what time?', '4pm')
  await carer.press('Save')
  expect(await carer.text()).toContain('Back home')

  await signInAs(hub, HUB)
  await hub.go('/children')
  expect(await hub.text()).not.toContain('Kit')
  const liaison = await visitor('Imani Brightwell', 1280)
  await liaison.go('/sleepovers/past')
  expect(await liaison.text()).toMatch(/Ada and Kit[\s\S]*Hazel Dean[\s\S]*Back home/)
}, 240_000)

test('nights that are not in a row are a sentence, and what was chosen is kept', async () => {
  app.setClock(SUNDAY)
  const hub = await visitor(HUB)
  await hub.follow('My home')
  await hub.follow('When your home is open for sleepovers')
  expect(await hub.heading()).toContain('open')
  const carer = await visitor(CARER)
  const children = (
    await database.owner.query("select child_id from child_detail where first_name in ('Ada', 'Kit')")
  ).rows
  const asked = children.map(({ child_id }) => `children=${child_id}`).join('&')
  await carer.go(`/sleepovers/ask/when?${asked}`)
  expect(await carer.heading()).toBe('Which nights?')
  await chooseNights(carer, ['2026-11-23', '2026-11-24', '2026-11-29'])
  await carer.press('Continue')
  expect(await carer.errors()).toEqual(['Choose nights in a row. Ask twice for two separate sleepovers'])
  expect(await carer.page.locator('input[value="2026-11-24"]').isChecked()).toBe(true)
})
