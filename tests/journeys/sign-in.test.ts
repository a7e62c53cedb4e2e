import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/platform/database.ts'
import { givenService } from '../given/service.ts'
import { type RunningApp, startApp } from '../harness/app.ts'
import { openBrowser } from '../harness/browser.ts'
import { testDatabase } from '../harness/database.ts'
import { type Line, severable } from '../harness/severed.ts'
import { askForCode, signInAs, signInByCode } from '../harness/sign-in.ts'
import { newVisitor, type Visitor } from '../harness/visit.ts'

const now = new Date('2026-11-22T10:00:00Z')
const lead = { name: 'Rowan Ashdown', email: '' }

let database: Database
let line: Line
let throughLine: Database
let app: RunningApp
let demo: RunningApp
let browser: Browser
let visitor: Visitor

beforeAll(async () => {
  database = await testDatabase()
  const { service } = await givenService(database)
  lead.email = `programme_lead-${service.slice(0, 8)}@example.org`
  line = await severable(database.url)
  throughLine = await openDatabase({ url: line.url, migrate: false })
  app = await startApp(throughLine, { now })
  demo = await startApp(throughLine, { now, demo: true })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await demo?.stop()
  await throughLine?.close()
  await line?.cut()
  await database?.close()
})

afterEach(() => visitor.close())

/** Somebody opens a page and is led to sign in first. */
async function ledToSignIn(): Promise<string> {
  visitor = await newVisitor(browser, app)
  await visitor.go('/people')
  expect(visitor.path()).toBe('/sign-in?next=%2Fpeople')
  return askForCode(visitor, app, lead.email)
}

test('the right code leads to the page that was asked for, and signing out leads back', async () => {
  const code = await ledToSignIn()
  await visitor.type('Code from the email', `${code.slice(0, 3)} ${code.slice(3)}`)
  await visitor.press('Sign in')
  expect(visitor.path()).toBe('/people')
  expect(await visitor.heading()).toBe('People')
  await visitor.press('Sign out')
  expect(visitor.path()).toBe('/sign-in')
  await visitor.go('/people')
  expect(visitor.path()).toBe('/sign-in?next=%2Fpeople')
})

test('a wrong code says so, and the right one still works; it works once', async () => {
  const code = await ledToSignIn()
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  await visitor.type('Code from the email', wrong)
  await visitor.press('Sign in')
  const says = 'That code is not right, or it has run out. Check the newest email, or ask for a new code'
  expect(await visitor.errors()).toEqual([says])
  await visitor.type('Code from the email', code)
  await visitor.press('Sign in')
  expect(await visitor.heading()).toBe('People')

  await visitor.press('Sign out')
  await visitor.go('/sign-in')
  await visitor.type('Your email address', lead.email)
  await visitor.press('Send me a code')
  await visitor.type('Code from the email', code)
  await visitor.press('Sign in')
  expect(await visitor.errors()).toEqual([says])
})

test('a code runs out after ten minutes, and so does a session after a day', async () => {
  const code = await ledToSignIn()
  const sent = app.now().getTime()
  app.setClock(new Date(sent + 10 * 60_000))
  await visitor.type('Code from the email', code)
  await visitor.press('Sign in')
  expect((await visitor.errors()).join()).toContain('it has run out')
  await visitor.follow('Back')
  await visitor.type('Code from the email', await askForCode(visitor, app, lead.email))
  await visitor.press('Sign in')
  expect(await visitor.heading()).toBe('Good morning')
  await visitor.go('/people')
  expect(await visitor.heading()).toBe('People')
  app.setClock(new Date(app.now().getTime() + 24 * 3_600_000))
  await visitor.go('/people')
  expect(visitor.path()).toBe('/sign-in?next=%2Fpeople')
})

test('an address that is none is mended at the field, and an unknown one gets the same page', async () => {
  visitor = await newVisitor(browser, app)
  await visitor.go('/sign-in')
  await visitor.type('Your email address', 'rowan')
  await visitor.press('Send me a code')
  expect(await visitor.errors()).toEqual(['Enter your email address, like name@example.org'])
  expect(await visitor.page.getByLabel('Your email address').inputValue()).toBe('rowan')
  await visitor.type('Your email address', 'nobody@example.org')
  await visitor.press('Send me a code')
  expect(await visitor.text()).toContain('If we know nobody@example.org, a code is on its way')
})

test('a page that is not there, and one that belongs to nobody known, say the same', async () => {
  visitor = await newVisitor(browser, app)
  await signInByCode(visitor, app, lead.email)
  expect(await visitor.go('/no-such-page')).toBe(404)
  const unknown = await visitor.text()
  expect(await visitor.go('/people/00000000-0000-4000-8000-000000000000')).toBe(404)
  expect(await visitor.text()).toBe(unknown)
  expect(unknown).toContain('Check the address, or start from your home page')
})

test('in the demo anybody signs in by a button, and every page says that nothing is real', async () => {
  visitor = await newVisitor(browser, demo)
  await signInAs(visitor, lead.name)
  await visitor.go('/people')
  expect(await visitor.page.locator('body').innerText()).toMatch(/demo/i)
})

test('a dead database loses no form: the page gives the duty number and sends the form again', async () => {
  visitor = await newVisitor(browser, app)
  await signInByCode(visitor, app, lead.email)
  await visitor.go('/people/new')
  await visitor.type('Name', 'Ashby Linnet')
  await visitor.select('Role', 'duty worker')
  await visitor.typeDay('From', '2026-11-01')
  await line.cut()
  await visitor.press('Add this person')
  expect(await visitor.heading()).toBe('We cannot reach the records')
  expect(await visitor.page.locator('footer').innerText()).toContain('01632 960 111')
  await visitor.press('Send it again')
  expect(await visitor.heading()).toBe('We cannot reach the records')
  await line.mend()
  await visitor.press('Send it again')
  expect(visitor.path()).toBe('/people')
  expect(await visitor.text()).toContain('Ashby Linnet')
  await line.cut()
  expect(await visitor.go('/people')).toBe(503)
  await line.mend()
  expect(await visitor.go('/people')).toBe(200)
})
