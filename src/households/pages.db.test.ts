import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GivenHome, givenHome } from '../../tests/given/households.ts'
import { type GivenService, givenService, personOf } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { answerTrouble } from '../platform/web/answer-trouble.tsx'
import { framed } from '../platform/web/frame.tsx'
import { mount } from '../platform/web/site.tsx'
import { closeNights } from './close-nights.ts'
import { linkHouseholds } from './link-households.ts'
import { routes } from './pages.tsx'

const now = () => new Date('2026-11-22T12:00:00Z')
let database: Database
let door: Door
let ours: GivenService
let home: GivenHome
let other: GivenHome
let closure: string

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, now)
  ours = await givenService(database)
  home = await givenHome(door, ours, {
    name: 'Ash Cottage',
    reference: 'H-1',
    pets: ['dog'],
    postcode: 'PO5 1XW',
  })
  other = await givenHome(door, ours, { name: 'Beech House', reference: 'H-2' })
  const close = { household: home.household, from: '2026-12-24', until: '2026-12-27', reason: 'Family here' }
  closure = (await door.perform(closeNights, home.carer, close)).closure
  const link = { kind: 'friendship', household: home.household, other: other.household, from: '2026-11-22' }
  await door.perform(linkHouseholds, ours.callers.programmeLead, link)
})
afterAll(() => database.close())

/** The pages as one person gets them. */
function as(caller: Caller) {
  const app = new Hono()
  app.use(secureHeaders())
  const options = { version: 'test', demo: false, navigation: () => [] }
  mount(app, { door, identify: async () => caller, frame: (...of) => framed(...of, options) }, routes)
  const faults: unknown[] = []
  app.onError((thrown, c) =>
    answerTrouble(thrown, c, {
      version: 'test',
      duty: () => undefined,
      report: (fault) => faults.push(fault),
    }),
  )
  const read = async (response: Response | Promise<Response>) => {
    const { status, headers } = await response
    if (faults.length > 0) throw faults[0]
    const html = await (await response).text()
    const words = html
      .replace(/<style.*?<\/style>/gs, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
    return { status, html, words, to: headers.get('location') }
  }
  return {
    get: (path: string) => read(app.request(path)),
    post: (path: string, typed: Record<string, string>) =>
      read(app.request(path, { method: 'POST', body: new URLSearchParams(typed) })),
  }
}

const addresses = () => {
  const at = `/households/${home.household}`
  return {
    look: [
      '/households',
      '/households?search=ash&page=x',
      at,
      `${at}?asAt-day=1&asAt-month=5&asAt-year=2026`,
      `${at}/history`,
      `${at}/availability`,
    ],
    change: [
      `${at}/change`,
      `${at}/approval`,
      `${at}/checks/record?kind=dbs`,
      `${at}/beds/add`,
      `${at}/beds/${home.beds[0]}/end`,
      `${at}/carers/add`,
      `${at}/carers/${personOf(home.carer)}/end`,
      `${at}/supervisor`,
      `${at}/links/add`,
      `${at}/links/add?other=${other.household}`,
      `${at}/links/${other.household}/end?kind=friendship`,
    ],
    open: [`${at}/close-nights`, `${at}/closures/${closure}/reopen`, `${at}/weekly-pattern`],
  }
}

test('a programme lead can open every page', async () => {
  const { look, change, open } = addresses()
  for (const path of ['/households/add', ...look, ...change, ...open]) {
    const { status, html } = await as(ours.callers.programmeLead).get(path)
    expect([path, status]).toEqual([path, 200])
    expect(html.match(/<h1/g)).toHaveLength(1)
  }
})

test('a carer can open their own home’s nights, and not the forms that staff fill in', async () => {
  const { look, change, open } = addresses()
  for (const path of [...look, ...open])
    expect([path, (await as(home.carer).get(path)).status]).toEqual([path, 200])
  for (const path of change) expect([path, (await as(home.carer).get(path)).status]).toEqual([path, 403])
})

test('to somebody who does not know the home, no page about it is there', async () => {
  const { look, change, open } = addresses()
  const there = [...look, ...change, ...open].filter((path) => path.includes(home.household))
  for (const path of there) {
    expect([path, (await as(ours.callers.childSocialWorker).get(path)).status]).toEqual([path, 404])
  }
})

describe('the home’s page', () => {
  test('shows the record, with a notice for a postcode nobody knows', async () => {
    const { words } = await as(ours.callers.programmeLead).get(`/households/${home.household}`)
    expect(words).toContain('We do not know where this postcode is')
    expect(words).toContain('3 children at most, ages 0 to 17')
    expect(words).toContain('24 to 26 December 2026')
    expect(words).toContain('Beech House')
  })

  test('as at another day shows that day and offers no change', async () => {
    const path = `/households/${home.household}?asAt-day=31&asAt-month=12&asAt-year=2019`
    const { words, html } = await as(ours.callers.programmeLead).get(path)
    expect(words).toContain('As at 31 December 2019')
    expect(words).toContain('Nothing was recorded about this home on that day')
    expect(html).not.toContain(`/households/${home.household}/change`)
  })

  test('a day that is none is said beside its boxes', async () => {
    const path = `/households/${home.household}?asAt-day=31&asAt-month=2&asAt-year=2026`
    const { words, status } = await as(ours.callers.programmeLead).get(path)
    expect(status).toBe(200)
    expect(words).toContain('Enter the day to look at, like 27 11 2026')
  })
})

describe('closing nights', () => {
  const at = () => `/households/${home.household}/close-nights`
  const days = {
    'from-day': '1',
    'from-month': '2',
    'from-year': '2027',
    'until-day': '3',
    'until-month': '2',
    'until-year': '2027',
  }

  test('first the nights, then the check, then it is done', async () => {
    const carer = as(home.carer)
    expect((await carer.get(at())).words).toContain('First night off')
    const check = await carer.get(`${at()}?${new URLSearchParams(days)}`)
    expect(check.words).toContain('1 to 2 February 2027')
    expect(check.words).toContain('No stay is planned there then')
    const without = await carer.post(at(), { from: '2027-02-01', until: '2027-02-03', reason: '' })
    expect(without.status).toBe(400)
    expect(without.words).toContain('Enter why, in a few words')
    const closed = await carer.post(at(), { from: '2027-02-01', until: '2027-02-03', reason: 'Away' })
    expect([closed.status, closed.to]).toEqual([303, `/households/${home.household}/availability`])
    expect((await carer.get(closed.to ?? '')).words).toContain('1 to 2 February 2027')
  })

  test('nights the wrong way round are asked again, with what was typed', async () => {
    const wrong = { ...days, 'until-month': '1' }
    const { words, html } = await as(home.carer).get(`${at()}?${new URLSearchParams(wrong)}`)
    expect(words).toContain('There is a problem')
    expect(words).toContain('The first night open again must be after the first night off')
    expect(html).toContain('value="2027"')
  })
})

test('what was typed into a form stays there when something is wrong with it', async () => {
  const path = `/households/${home.household}/carers/add`
  const { status, html, words } = await as(ours.callers.programmeLead).post(path, {
    name: 'Asha Lin',
    email: 'asha',
  })
  expect(status).toBe(400)
  expect(html).toContain('value="Asha Lin"')
  expect(words).toContain('Enter an email address like name@example.org')
})

test('no night ticked is no night open', async () => {
  const path = `/households/${other.household}/weekly-pattern`
  const lead = as(ours.callers.programmeLead)
  const done = await lead.post(path, { 'from-day': '22', 'from-month': '11', 'from-year': '2026' })
  expect(done.status).toBe(303)
  expect((await lead.get(done.to ?? '')).words).toContain('Not open on any night')
})
