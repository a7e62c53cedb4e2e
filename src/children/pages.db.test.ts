import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenChild, givenConsent, givenFamily } from '../../tests/given/children.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { answerTrouble } from '../platform/web/answer-trouble.tsx'
import { framed } from '../platform/web/frame.tsx'
import { mount } from '../platform/web/site.tsx'
import { changeCareCard } from './change-care-card.ts'
import { linkSiblings } from './link-siblings.ts'
import { orderApart } from './order-apart.ts'
import { routes } from './pages/routes.ts'

const NOW = new Date('2026-11-22T02:07:00Z')
let database: Database
let door: Door
let given: Awaited<ReturnType<typeof givenFamily>>
let sibling: string
let apart: string

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => NOW)
  given = await givenFamily(database, door)
  const lead = given.callers.programmeLead
  const { child, worker } = given
  sibling = await givenChild(door, lead, { household: given.otherHome.household, firstName: 'Isla' })
  await door.perform(linkSiblings, lead, { child, sibling, from: '2026-01-05' })
  const order = { child, other: sibling, orderedBy: 'court', from: '2026-01-05', reason: 'What Isla did' }
  apart = (await door.perform(orderApart, lead, order)).apart
  await givenConsent(door, worker, child)
})
afterAll(() => database.close())

/** The pages as one person gets them. A fault on our side fails the test. */
function as(caller: Caller) {
  const app = new Hono()
  const options = { version: 'test', demo: false, navigation: () => [] }
  mount(app, { door, identify: async () => caller, frame: (...of) => framed(...of, options) }, routes)
  const faults: unknown[] = []
  app.onError((thrown, request) =>
    answerTrouble(thrown, request, {
      version: 'test',
      duty: () => undefined,
      report: (fault) => faults.push(fault),
    }),
  )
  async function read(path: string, init?: RequestInit) {
    const response = await app.request(path, init)
    if (faults.length > 0) throw faults[0]
    const bytes = new Uint8Array(await response.clone().arrayBuffer())
    const html = await response.text()
    const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    return {
      status: response.status,
      html,
      words,
      bytes,
      to: response.headers.get('location'),
      headers: response.headers,
    }
  }
  return {
    get: (path: string) => read(path),
    post: (path: string, typed: Record<string, string>) =>
      read(path, { method: 'POST', body: new URLSearchParams(typed) }),
    send: (path: string, body: FormData) => read(path, { method: 'POST', body }),
  }
}

const addresses = () => {
  const at = `/children/${given.child}`
  return {
    look: [
      '/children',
      '/children?search=mar&page=x',
      at,
      `${at}/card`,
      `${at}/history`,
      `${at}/history?page=99999999`,
    ],
    change: [
      '/children/add',
      `${at}/change`,
      `${at}/legal-status`,
      `${at}/place?search=mill`,
      `${at}/end-placement`,
      `${at}/worker`,
      `${at}/siblings`,
      `${at}/siblings/${sibling}/unlink`,
      `${at}/apart`,
      `${at}/apart/${apart}/lift`,
      `${at}/room-sharing`,
      `${at}/consents/give?item=haircut`,
      `${at}/card/change`,
      `${at}/photo`,
      `/households/${given.home.household}/exemption?children=${given.child}&search=isla`,
    ],
  }
}

describe('the pages', () => {
  it('open for who answers for the service, each with one heading', async () => {
    const { look, change } = addresses()
    for (const path of [...look, ...change]) {
      const { status, html } = await as(given.callers.programmeLead).get(path)
      expect([path, status, html.match(/<h1/g)?.length]).toEqual([path, 200, 1])
    }
  })

  it('open for the carer, naming nobody they may not know', async () => {
    for (const path of addresses().look) {
      const { status, html } = await as(given.home.carer).get(path)
      expect([path, status]).toEqual([path, 200])
      expect(html).not.toMatch(/Isla|Millbrook/)
      expect(html).not.toContain(sibling)
    }
  })

  it('are not there for another family, another service, or an id nobody has', async () => {
    const { look, change } = addresses()
    const ofChild = [...look, ...change].filter(
      (path) => path.includes(given.child) && !path.startsWith('/households'),
    )
    for (const caller of [given.otherHome.carer, given.stranger.callers.programmeLead]) {
      for (const path of [...ofChild, `/children/${given.child}/picture`]) {
        expect([path, (await as(caller).get(path)).status]).toEqual([path, 404])
      }
    }
    for (const path of ['/children/nobody', '/children/00000000-0000-4000-8000-000000000000/card']) {
      expect((await as(given.callers.programmeLead).get(path)).status).toBe(404)
    }
  })

  it('show another day, and say what is wrong with a day that is none', async () => {
    const { get } = as(given.home.carer)
    const past = await get(`/children/${given.child}?asAt-day=1&asAt-month=1&asAt-year=2026`)
    expect(past.words).toContain('As at 1 January 2026, as it is known today')
    expect(past.words).toContain('None recorded.')
    const none = await get(`/children/${given.child}/card?asAt-day=31&asAt-month=2&asAt-year=2026`)
    expect(none.words).toContain('Enter the day to look at, like 27 11 2026')
  })
})

describe('the form of the card', () => {
  const today = { 'from-day': '22', 'from-month': '11', 'from-year': '2026', seen: '' }
  const at = () => `/children/${given.child}/card/change`

  it('reads rows wherever they were typed, passes over empty ones, and offers more room', async () => {
    const { get, post } = as(given.home.carer)
    const sent = await post(at(), {
      ...today,
      triggers: 'Slammed doors',
      'allergies.1.what': 'Nuts',
      'allergies.1.severity': 'severe',
      'allergies.1.pen': 'yes',
      'allergies.1.penExpires-day': '1',
      'allergies.1.penExpires-month': '12',
      'allergies.1.penExpires-year': '2026',
      'allergies.3.what': 'Cats',
      'allergies.3.severity': 'mild',
      'medication.0.name': 'Melatonin',
      'medication.0.dose': '2 mg',
      'medication.0.times': '8pm',
      more: 'yes',
    })
    expect([sent.status, sent.to]).toEqual([303, at()])
    const card = (await get(`/children/${given.child}/card`)).words
    expect(card).toContain('Nuts Severe Adrenaline pen runs out soon , 1 December 2026')
    expect(card).toContain('Next dose: 8pm today: Melatonin 2 mg')
    expect(card).toContain('a child in another home: ask Nadia Fernsby')
    const again = (await get(at())).html
    expect(again).toContain('value="Cats"')
    expect(again).toContain('name="allergies.4.what"')
    expect(again).not.toContain('name="allergies.5.what"')
  })

  it('keeps everything typed where a row is not whole, with its sentence at that row', async () => {
    const { status, html, words } = await as(given.home.carer).post(at(), {
      ...today,
      'from-month': 'Smarch',
      faith: 'Methodist',
      'allergies.2.what': 'Eggs',
      'medication.4.name': 'Inhaler',
      'medication.4.dose': '2 puffs',
      'contacts.0.phone': '07700 900321',
    })
    expect(status).toBe(400)
    expect(words).toContain('Choose how bad it is: mild or severe')
    expect(html).toContain('href="#allergies.0.severity"')
    expect(html).toContain('id="allergies.0.severity"')
    expect(html).toContain('href="#medication.0.times"')
    for (const kept of ['Eggs', 'Methodist', 'Inhaler', '2 puffs', '07700 900321', 'Smarch'])
      expect(html).toContain(kept)
  })

  it('does not write over somebody quicker, keeps both, and lets the second save', async () => {
    const { get, post } = as(given.home.carer)
    const seen = /name="seen" value="([^"]+)"/.exec((await get(at())).html)?.[1] ?? ''
    expect(seen).not.toBe('')
    const card = { child: given.child, from: '2026-11-22', allergies: [], medication: [], contacts: [] }
    await door.perform(changeCareCard, given.worker, { ...card, food: 'Halal' })
    const mine = { ...today, seen, food: 'Nothing spicy' }
    const late = await post(at(), mine)
    expect(late.status).toBe(409)
    expect(late.words).toContain('Somebody changed this card after you opened it')
    expect(late.html).toContain('Nothing spicy')
    const now = /name="seen" value="([^"]+)"/.exec(late.html)?.[1] ?? ''
    expect((await post(at(), { ...mine, seen: now })).status).toBe(303)
    expect((await get(`/children/${given.child}/card`)).words).toContain('Nothing spicy')
  })
})

describe('the photo’s page', () => {
  it('takes a picture, shows it where the child may be seen, and says no in a sentence', async () => {
    const { get, send } = as(given.home.carer)
    const at = `/children/${given.child}`
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7])
    const body = (bytes: Uint8Array<ArrayBuffer>) => {
      const form = new FormData()
      form.set('photo', new File([bytes], 'me.png'))
      return form
    }
    expect((await get(`${at}/picture`)).status).toBe(404)
    const no = await send(`${at}/photo`, body(new TextEncoder().encode('<svg>')))
    expect([no.status, no.words.includes('Choose a JPEG, PNG or WebP picture')]).toEqual([409, true])
    expect((await send(`${at}/photo`, body(png))).to).toBe(`${at}/card`)
    const shown = await get(`${at}/picture`)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(shown.headers.get('cache-control')).toBe('no-store')
    expect(shown.bytes).toEqual(png)
    expect((await get(`${at}/card`)).html).toContain(`src="${at}/picture"`)
  })
})

describe('other forms', () => {
  it('perform, and come back to the child', async () => {
    const lead = as(given.callers.programmeLead)
    const at = `/children/${sibling}`
    const since = { 'from-day': '1', 'from-month': 'nov', 'from-year': '26' }
    expect((await lead.post(`${at}/legal-status`, { status: 'SGO', ...since })).to).toBe(at)
    expect((await lead.post(`${at}/place`, { household: given.home.household, ...since })).to).toBe(at)
    const who = {
      firstName: 'Isla',
      lastName: 'Marlowe',
      sex: 'F',
      'dob-day': '',
      'dob-month': '',
      'dob-year': '',
    }
    const no = await lead.post(`${at}/change`, { ...who, ...since })
    expect([no.status, no.words.includes('Enter the date of birth')]).toEqual([400, true])
    const exempt = await lead.post(`/households/${given.home.household}/exemption`, {
      children: given.child,
      authority: 'Ashcombe',
      reference: 'EX-9',
      ...since,
    })
    expect(exempt.to).toBe(`/households/${given.home.household}`)
  })
})
