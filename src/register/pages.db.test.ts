import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerOf } from '../../tests/given/register.ts'
import { type GivenService, givenService } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import { answerTrouble } from '../platform/web/answer-trouble.tsx'
import { framed } from '../platform/web/frame.tsx'
import { mount } from '../platform/web/site.tsx'
import { register } from './module.ts'

let database: Database
let given: GivenService

beforeAll(async () => {
  database = await testDatabase()
  given = await givenService(database)
})
afterAll(() => database.close())

/** The pages as one person gets them; their words without the markup. */
function as(caller: Caller) {
  const app = new Hono()
  const door = openDoor(database.app, () => new Date('2026-11-22T12:00:00Z'))
  const options = { version: 'test', demo: false, navigation: () => [] }
  mount(
    app,
    { door, identify: async () => caller, frame: (...of) => framed(...of, options) },
    register.routes,
  )
  const trouble = { version: 'test', duty: () => undefined, report: console.error }
  app.onError((thrown, request) => answerTrouble(thrown, request, trouble))
  return async (path: string, form?: FormData) => {
    const response = await app.request(path, form ? { method: 'POST', body: form } : {})
    const words = (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    return { status: response.status, words, location: response.headers.get('location') ?? '' }
  }
}

function upload(files: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, text] of Object.entries(files)) form.set(name, new File([text], `${name}.csv`))
  return form
}

const homes = async () => (await database.owner.query('select from household')).rowCount

test('a register is sent, looked at, said yes to, and then it is in', async () => {
  const lead = as(given.callers.programmeLead)
  expect(await lead('/register/import')).toMatchObject({ status: 200 })
  const sent = await lead('/register/import', upload(registerOf(5)))
  expect(sent.status).toBe(303)
  const preview = await lead(sent.location)
  expect(preview.words).toContain('What this register would change')
  expect(preview.words).toContain('5 in the file: 5 new, 0 changed, 0 as known')
  expect((await lead('/register/import')).words).toContain('waits for your yes')
  expect(await homes()).toBe(0)
  const said = await lead(sent.location, new FormData())
  expect(said).toMatchObject({ status: 303, location: sent.location })
  expect(await homes()).toBe(5)
  expect((await lead(said.location)).words).toContain('The register is in')
  const again = await lead('/register/import', upload(registerOf(5)))
  expect((await lead(again.location)).words).toContain('This register changes nothing')
})

test('a register with problems is shown with all of them, and not kept', async () => {
  const lead = as(given.callers.programmeLead)
  const files = registerOf(3)
  const { status, words } = await lead(
    '/register/import',
    upload({
      ...files,
      households: files.households.replace('mainstream', 'hotel'),
      children: 'PK\u0003\u0004',
    }),
  )
  expect(status).toBe(409)
  expect(words).toContain('2 problems in the register, so nothing was imported')
  expect(words).toContain('use mainstream, kinship, special_guardianship or adoptive')
  expect(words).toContain('this is an Excel or zip file, not a CSV')
})

test('a form sent without files says which to choose', async () => {
  const { status, words } = await as(given.callers.programmeLead)('/register/import', upload({ links: '' }))
  expect(status).toBe(400)
  expect(words).toContain('Choose the file households.csv')
  expect(words).toContain('Choose the file children.csv')
})

test('the preview is nobody else’s, and the forms are not for those who may not import', async () => {
  const { location } = await as(given.callers.programmeLead)('/register/import', upload(registerOf(2)))
  expect((await as(given.callers.fosteringManager)(location)).status).toBe(404)
  for (const path of ['/register/import', '/register/positions', location]) {
    expect((await as(given.callers.liaisonWorker)(path)).status).toBe(403)
  }
})

test('positions come in by a page too', async () => {
  const lead = as(given.callers.programmeLead)
  const sent = await lead('/register/positions', upload({ places: 'outcode,lat,lon\nGL1,51.8,-2.2\n' }))
  expect(sent).toMatchObject({ status: 303, location: '/register/positions?homes=5' })
  expect((await lead(sent.location)).words).toContain('5 homes placed')
  const bad = await lead('/register/positions', upload({ places: 'outcode,lat,lon\nGL1,north,-2.2\n' }))
  expect(bad).toMatchObject({ status: 409 })
  expect(bad.words).toContain('"north" is not in the United Kingdom'.replaceAll('"', '&quot;'))
})
