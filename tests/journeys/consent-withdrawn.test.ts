import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDoor } from '../../src/door.ts'
import type { Database } from '../../src/platform/database.ts'
import { type GivenWeekend, givenAccepted, givenWeekend } from '../given/sleepovers.ts'
import { type RunningApp, startApp } from '../harness/app.ts'
import { openBrowser } from '../harness/browser.ts'
import { testDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/sign-in.ts'
import { newVisitor, type Visitor } from '../harness/visit.ts'

/* Friday noon: a mother takes back her consent, and two children were to sleep at the hub that evening. */

const SUNDAY = new Date('2026-11-22T10:00:00Z')
const FRIDAY = new Date('2026-11-27T12:00:00Z')

let database: Database
let app: RunningApp
let browser: Browser
let given: GivenWeekend
let stay: string
const visitors: Visitor[] = []

const visitor = async (name: string, width = 320): Promise<Visitor> => {
  const one = await newVisitor(browser, app, { width })
  visitors.push(one)
  await signInAs(one, name)
  return one
}

beforeAll(async () => {
  database = await testDatabase()
  const door = openDoor(database.app, () => SUNDAY)
  given = await givenWeekend(database, door)
  stay = await givenAccepted(door, given)
  app = await startApp(database, { now: FRIDAY, demo: true })
  browser = await openBrowser()
})
afterAll(async () => {
  for (const one of visitors) await one.close()
  await browser?.close()
  await app?.stop()
  await database?.close()
})

test('the sleepover of that evening is cancelled, everyone knows why, and the beds are free', async () => {
  const worker = await visitor('Nadia Fernsby', 1280)
  await worker.go(`/children/${given.brother}/consents/withdraw`)
  expect(await worker.text()).toContain('sleepovers from that day on are cancelled at once')
  await worker.press('Withdraw consent')
  expect(await worker.errors()).toEqual(['Enter why it is withdrawn'])
  await worker.type('Why?', 'His mother rang this morning')
  await worker.press('Withdraw consent')

  const carer = await visitor(`Carer of ${given.home.name}`)
  await carer.go('/messages')
  expect(await carer.text()).toContain('A sleepover is cancelled')
  expect(await carer.text()).not.toMatch(/Kit|Ada/)
  await carer.follow('A sleepover is cancelled')
  expect(carer.path()).toBe(`/sleepovers/${stay}`)
  expect(await carer.text()).toMatch(
    /Cancelled[\s\S]*Consent for Kit to stay overnight was withdrawn from 27 November 2026/,
  )

  const hub = await visitor(`Carer of ${given.hub.name}`)
  expect(await hub.text()).not.toContain('Ada and Kit')
  await hub.go('/messages')
  expect(await hub.text()).toContain('A sleepover is cancelled')
  await hub.go(`/households/${given.hub.household}/availability`)
  expect(await hub.page.locator('.night').first().innerText()).toMatch(/2 beds/)

  const liaison = await visitor('Imani Brightwell', 1280)
  await liaison.go('/sleepovers/past')
  expect(await liaison.text()).toMatch(/Ada and Kit[\s\S]*Cancelled/)
})
