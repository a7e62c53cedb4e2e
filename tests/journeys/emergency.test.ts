import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDoor } from '../../src/door.ts'
import { closeNights } from '../../src/households/close-nights.ts'
import type { Caller } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { withdrawConsent } from '../../src/sleepovers/withdraw-consent.ts'
import { givenChild } from '../given/children.ts'
import { type GivenNight, givenNight, NIGHT } from '../given/emergency.ts'
import { type RunningApp, startApp } from '../harness/app.ts'
import { openBrowser } from '../harness/browser.ts'
import { testDatabase } from '../harness/database.ts'
import { carrySession, sessionOf, signInByCode } from '../harness/sign-in.ts'
import { newVisitor, type Visitor } from '../harness/visit.ts'

/*
 * Story A of the field. 02:07: the boy of 14 a carer fosters smashed a window, and she cannot keep the others safe.
 * A girl he must not be with has bed 1 at the hub tonight; another home of the constellation takes him.
 */

const MOST_TAPS = 12
const DAY_BEFORE = new Date('2026-11-20T10:00:00Z')

let database: Database
let door: Door
let app: RunningApp
let browser: Browser
let given: GivenNight
let now: Date
const visitors: Visitor[] = []

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => now)
  app = await startApp(database, { now: NIGHT })
  browser = await openBrowser()
})
beforeEach(async () => {
  now = DAY_BEFORE
  given = await givenNight(database, door)
})
afterEach(async () => {
  for (const one of visitors.splice(0)) await one.close()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await database?.close()
})

const phone = async (): Promise<Visitor> => {
  const one = await newVisitor(browser, app, { width: 320 })
  visitors.push(one)
  return one
}

/** Somebody else of the story, already signed in. */
async function signedIn(caller: Caller): Promise<Visitor> {
  const one = await phone()
  await carrySession(one, app, await sessionOf(database, caller, app.now()))
  return one
}

async function emailOf({ person }: Caller): Promise<string> {
  const { rows } = await database.owner.query<{ email: string }>('select email from person where id = $1', [
    person,
  ])
  return rows[0]?.email ?? ''
}

/** The carer at night, on the page with the homes. */
async function toTheHomes(carer: Visitor, who?: string): Promise<void> {
  await carer.press('I need help now')
  if (who) await carer.choose(who)
  await carer.press('Continue')
  await carer.choose('Somebody here is not safe')
  await carer.press('Show homes that can help')
}

test(`at 02:07 a boy has a bed in at most ${MOST_TAPS} taps and typed fields, from signing in`, async () => {
  await givenChild(door, given.callers.programmeLead, {
    household: given.home.household,
    worker: given.worker,
    firstName: 'Elin',
    sex: 'F',
    dob: '2018-01-01',
  })
  app.setClock(NIGHT)
  const carer = await phone()
  await signInByCode(carer, app, await emailOf(given.home.carer))
  await carer.press('I need help now')
  const first = await carer.text()
  expect(first).toContain('999')
  expect(first).toContain('01632 960 111')
  await carer.choose('Bram')
  await carer.press('Continue')
  expect(await carer.text()).toContain('Bram’s care card')
  await carer.choose('Somebody here is not safe')
  await carer.press('Show homes that can help')

  expect(await carer.heading()).toBe('Who can take them now')
  const homes = await carer.text()
  expect(homes).toMatch(/Weir House[\s\S]*In your constellation[\s\S]*Dunlin House[\s\S]*neighbouring/)
  const hub = carer.page.locator('details', { hasText: 'Hazel House' })
  expect(await hub.textContent()).toContain('Bram must not be with a child who will be there.')
  expect(await carer.page.locator('main').textContent()).not.toContain('Isla')
  const card = await carer.page.locator('details', { hasText: 'Bram’s care card' }).textContent()
  for (const words of [
    'Allergies',
    'Medication',
    'Triggers',
    'What helps',
    'Going missing',
    'Must not be with',
  ]) {
    expect(card).toContain(words)
  }
  expect(card).toMatch(/Overnight stays[\s\S]*Agreed[\s\S]*01632 960 111/)

  await carer.press('Hold a bed at Weir House')
  expect(await carer.heading()).toBe('Held for you. Ring Weir House now')
  await carer.press('They said yes')
  expect(await carer.text()).toMatch(/Agreed/)
  expect(await carer.text()).toContain('Carer of Weir House')
  expect(carer.taps).toBeLessThanOrEqual(MOST_TAPS)

  const host = await signedIn(given.weir.carer)
  await host.go(carer.path())
  expect(await host.heading()).toBe('Bram at Weir House')
})

test('what nobody agreed to in writing is allowed by voice, and confirmed in the morning', async () => {
  const { worker, boy } = given
  const withdrawn = { child: boy, item: 'overnight_stay', from: '2026-11-20', reason: 'Ask each time' }
  await door.perform(withdrawConsent, worker, withdrawn)
  app.setClock(NIGHT)
  const carer = await signedIn(given.home.carer)
  await carer.go('/')
  await toTheHomes(carer)
  expect(await carer.text()).toContain('Needs 1 yes')
  await carer.unfold('Somebody says yes on the phone')
  const weir = carer.page.locator('.card', { hasText: 'Weir House' })
  await weir.getByLabel('Who says yes?').fill('Bea Thornhill')
  await carer.press('Hold a bed at Weir House')
  expect(await carer.errors()).toEqual(['Choose their role'])
  await weir.getByLabel('Out-of-hours manager').check()
  await carer.page.locator('#supervisionPlan').fill('An adult is up all night')
  await carer.press('Hold a bed at Weir House')
  expect(await carer.heading()).toBe('Held for you. Ring Weir House now')
  await carer.press('They said yes')
  const stay = carer.path()
  expect(await carer.text()).toMatch(/Allowed by voice[\s\S]*Bea Thornhill, out-of-hours manager/)

  app.setClock(new Date('2026-11-23T07:10:00Z'))
  const morning = await signedIn(worker)
  await morning.go('/')
  expect(await morning.text()).toContain('Confirm an emergency sleepover, or end it')
  await morning.go(stay)
  await morning.press('Confirm this emergency')
  await morning.press('Confirm')
  expect(await morning.errors()).toEqual(['Enter what you looked at and decided'])
  await morning.type('What did you look at, and what did you decide?', 'I spoke to him. It was right.')
  await morning.press('Confirm')
  expect(await morning.text()).toContain('I spoke to him. It was right.')
  await morning.go('/')
  expect(await morning.text()).not.toContain('Confirm an emergency sleepover')
})

test('a home that does not answer leads to the next, and when there is nobody the duty team is told', async () => {
  const away = { from: '2026-11-21', until: '2026-11-23', reason: 'Away' }
  for (const { household, carer } of [given.nearHub, given.lone]) {
    await door.perform(closeNights, carer, { household, ...away })
  }
  app.setClock(NIGHT)
  const carer = await signedIn(given.home.carer)
  await carer.go('/')
  await toTheHomes(carer)
  await carer.press('Hold a bed at Weir House')
  await carer.press('No answer')
  expect(await carer.heading()).toBe('Nobody can take them now')
  const weir = carer.page.locator('details', { hasText: 'Weir House' })
  expect(await weir.textContent()).toContain('They did not answer.')
  expect(await carer.page.locator('main').textContent()).toMatch(
    /Ring the duty team now\s*Ring 01632 960 111/,
  )
  await carer.press('Tell them that nobody can')
  expect(await carer.heading()).toBe('Ring the duty team now')
  expect(await carer.text()).toContain('They have been told')
  await carer.go('/sleepovers/unmet')
  const unmet = await carer.text()
  for (const why of ['There was no home to ask', 'could not be reached']) expect(unmet).toContain(why)

  const duty = await signedIn(given.callers.dutyWorker)
  await duty.go('/')
  expect(await duty.text()).toContain('An emergency: no home could be found')
})

test('what is left out or cannot be is said, and nothing is lost', async () => {
  app.setClock(NIGHT)
  const carer = await signedIn(given.home.carer)
  await carer.go('/sleepovers/emergency/what')
  expect(await carer.errors()).toEqual(['Choose who needs a bed'])
  await carer.press('Continue')
  await carer.press('Show homes that can help')
  expect(await carer.errors()).toEqual(['Choose what has happened'])
  await carer.choose('A carer is ill or hurt')
  await carer.press('Show homes that can help')
  const homes = carer.path()
  await carer.go(`${homes}&until=2026-11-20&untilTime=16:00`)
  expect(await carer.errors()).toEqual(['The day they go home must be in the future'])
  await carer.typeDay('Which day do they go home?', '2026-11-24')
  await carer.press('Look again')
  expect(await carer.text()).toContain('until Tue 24 Nov, 4pm')

  // A child who is not hers, or has left.
  await carer.go(homes.replace(given.boy, given.girl))
  expect(await carer.errors()).toEqual([
    'One of these children is not somebody you can ask for today. Choose again',
  ])
  // Held once, a second time leads to the first.
  await carer.go(homes)
  await carer.press('Hold a bed at Weir House')
  await carer.go(homes)
  expect(await carer.text()).toContain('There is a stay already')
  await carer.follow('Open that stay')
  expect(await carer.heading()).toBe('Bram at Weir House')
})
