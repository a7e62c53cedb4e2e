import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { catalogue } from '../../src/catalogue.ts'
import { readConfig } from '../../src/config.ts'
import type { Caller } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Route } from '../../src/platform/web/visit.ts'
import { testDatabase } from '../harness/database.ts'
import { sessionOf } from '../harness/sign-in.ts'
import { markersIn } from './markers.ts'
import { mayKnow, TOLD_IN_AN_EMERGENCY } from './may-know.ts'
import { everybodyOf, fillWorld, idOf, NOW } from './world.ts'

/* Every page, opened by everybody: it shows what they may know, or says that it is not theirs. It never breaks. */

type App = ReturnType<typeof buildApp>
type Person = { who: string; cookie: string }

let database: Database
let app: App
let people: Person[]
beforeAll(async () => {
  database = await testDatabase()
  await fillWorld(database)
  app = buildApp(database, readConfig({}), () => NOW)
  const all = everybodyOf('north').filter(([who]) => who !== 'operator')
  people = await Promise.all(
    all.map(async ([who, caller]: [string, Caller]) => ({
      who,
      cookie: `session=${await sessionOf(database, caller, NOW)}`,
    })),
  )
})
afterAll(() => database?.close())

const routes = catalogue.flatMap(({ routes }) => routes).map((route) => [route.path, route] as const)

/** The things of the world that a part of an address names, `:household`; each page is opened for each of them. */
const THINGS: Record<string, string[]> = {
  apart: ['apart'],
  bed: ['mine second bed'],
  child: ['mine child', 'far child'],
  closure: ['mine closure'],
  constellation: ['ring', 'far ring', 'closed ring'],
  hold: ['mine hold'],
  household: ['mine home', 'hub home', 'far home'],
  invitation: ['free invitation', 'mine invitation'],
  other: ['peer home'],
  person: ['mine carer', 'mine former', 'coach'],
  plan: ['plan', 'running plan', 'impossible plan', 'spare plan'],
  series: ['series'],
  offer: ['offer'],
  sibling: ['far child'],
  stay: ['asked stay', 'coming stay', 'present stay', 'past stay', 'urgent stay'],
  task: ['mine task'],
  upload: ['upload'],
}

const day = new URLSearchParams({
  children: idOf('north mine child'),
  host: idOf('north hub home'),
  on: '2026-12-05',
  fromTime: '09:00',
  untilTime: '16:00',
  why: 'rest',
})

const every = new URLSearchParams({
  children: idOf('north mine child'),
  host: idOf('north hub home'),
  first: '2026-12-01',
  last: '2026-12-31',
  everyWeeks: '2',
  nights: '1',
  fromTime: '17:00',
  untilTime: '16:00',
  why: 'rest',
})

const asked = new URLSearchParams({
  children: idOf('north mine child'),
  host: idOf('north hub home'),
  nights: '2026-12-01',
  fromTime: '17:00',
  untilTime: '16:00',
  why: 'rest',
})

const emergency = new URLSearchParams({ children: idOf('north mine child'), happened: 'not_safe' })

/** What some addresses carry besides: answers from the page before. */
const QUERIES: Record<string, string> = {
  '/plans/:plan/compare': `with=${idOf('north second plan')}`,
  '/households/:household/links/:other/end': 'kind=friendship',
  '/series/ask': String(every),
  '/series/check': String(every),
  '/sleepovers/day/when': String(day),
  '/sleepovers/day/check': String(day),
  '/sleepovers/ask/when': String(asked),
  '/sleepovers/ask/why': String(asked),
  '/sleepovers/ask/check': String(asked),
  '/sleepovers/emergency/what': String(emergency),
  '/sleepovers/emergency/homes': String(emergency),
  '/sleepovers/emergency/duty': String(emergency),
}

/** Every address of a route, one for each thing that it can be about; of another service last. */
function addressesOf(path: string): string[] {
  const parts = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  let addresses = [path]
  for (const part of parts) {
    const things = THINGS[part]
    if (!things) throw new Error(`Say in pages.test.ts which thing :${part} names`)
    const ids = [...things.map((thing) => idOf(`north ${thing}`)), idOf(`south ${things[0]}`)]
    addresses = addresses.flatMap((address) => ids.map((id) => address.replace(`:${part}`, id)))
  }
  const query = QUERIES[path]
  return query ? addresses.flatMap((address) => [`${address}?${query}`, address]) : addresses
}

/** What a page is for, though the person may know it from nowhere else. This list only shrinks. */
const TOLD: Record<string, string[]> = {
  // A child's social worker chooses where a child will live among all the service's homes.
  '/children/add': ['far', 'free', 'peer'].map((family) => `child_social_worker: north ${family} near`),
  '/children/:child/place': ['far', 'free', 'peer'].map(
    (family) => `child_social_worker: north ${family} near`,
  ),
  // Who asks for a sleepover is told which other home of the child's constellation would also work.
  '/sleepovers/:stay/move': [
    'child_social_worker: north peer near',
    'supervising_social_worker: north peer near',
  ],
  '/sleepovers/emergency/homes': TOLD_IN_AN_EMERGENCY,
  // Who asks is told which other home of the child's constellation would also work.
  '/series/check': ['child_social_worker: north peer near', 'supervising_social_worker: north peer near'],
  '/sleepovers/day/check': [
    'child_social_worker: north peer near',
    'supervising_social_worker: north peer near',
  ],
  '/sleepovers/ask/check': [
    'child_social_worker: north peer near',
    'supervising_social_worker: north peer near',
  ],
}

const open = (address: string, { cookie }: Person) =>
  app.request(address, { headers: { cookie }, redirect: 'manual' })

function send(address: string, { cookie }: Person, typed: Record<string, string>) {
  const origin = 'http://localhost'
  return app.request(new URL(address, origin), {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(typed),
  })
}

describe.each(routes)('%s', (path, route: Route) => {
  test('names who may come', () => {
    expect(route.access).toBe('signed-in')
  })

  test('shows each person only what they may know, and never breaks', async () => {
    const leaks = new Set<string>()
    const answers = new Set<number>()
    const visit = async (person: Person) => {
      for (const address of addressesOf(path)) {
        const answer = await open(address, person)
        answers.add(answer.status)
        if (answer.status >= 500) throw new Error(`${person.who} at ${address}: ${answer.status}`)
        for (const thing of markersIn(await answer.text())) {
          const told = `${person.who}: ${thing}`
          if (!mayKnow('north', person.who, thing) && !TOLD[path]?.includes(told)) leaks.add(told)
        }
      }
    }
    await Promise.all(people.map(visit))
    expect([...leaks].sort()).toEqual([])
    expect([...answers].filter((status) => ![200, 303, 400, 403, 404, 409].includes(status))).toEqual([])
    expect(answers.has(200), 'somebody can open it').toBe(true)
  })
})

const forms = routes.filter(([, route]) => 'action' in route)

// After every page was opened: some of these are done, where words alone are enough.
test.each(forms)('%s takes an empty and a nonsense form, and never breaks', async (path, route) => {
  const [address = ''] = addressesOf(path)
  for (const person of people) {
    for (const typed of [{}, nonsenseFor(route)]) {
      const answer = await send(address, person, typed)
      expect(answer.status, `${person.who} at ${address}`).toBeLessThan(500)
      const says = await answer.text()
      if (answer.status === 400) expect(says).toMatch(/There is a problem|That cannot be read/)
    }
  }
})

/** Every field typed, none of them sensibly. */
function nonsenseFor(route: Route): Record<string, string> {
  if (!('action' in route)) return {}
  const fields = Object.keys(route.action.input.shape)
  return Object.fromEntries(
    fields.flatMap((field) => [
      [field, '<b>%00\u{1F600}'],
      [`${field}-year`, '99999'],
    ]),
  )
}

/** Open to whoever comes: what is needed to sign in, and what tells nothing of anybody. */
const OPEN = [
  '/api/openapi.json',
  '/assets/icon.svg',
  '/assets/theme.css',
  '/development/messages',
  '/health',
  '/sign-in',
  '/sign-in/code',
  '/sign-in/demo',
  '/sign-out',
]

test('nobody who is not signed in gets past the sign-in page', async () => {
  const all = app.routes.filter(({ method, path }) => ['GET', 'POST'].includes(method) && !path.includes('*'))
  const strange: string[] = []
  for (const { method, path } of all) {
    if (OPEN.includes(path)) continue
    const address = path.replaceAll(/:\w+/g, idOf('north mine home'))
    const answer =
      method === 'GET' ? await app.request(address) : await send(address, { who: 'nobody', cookie: '' }, {})
    const away = answer.status === 303 && answer.headers.get('location')?.startsWith('/sign-in')
    if (!away && answer.status !== 401) strange.push(`${method} ${path}: ${answer.status}`)
  }
  expect(all.length).toBeGreaterThan(routes.length)
  expect(strange).toEqual([])
})
