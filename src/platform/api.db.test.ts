import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type GivenService, givenService } from '../../tests/given/service.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { createToken } from '../access/create-token.ts'
import { endTokens } from '../access/end-tokens.ts'
import { access } from '../access/module.ts'
import { callerOfToken } from '../access/tokens.ts'
import { openDoor } from '../door.ts'
import { action } from './action.ts'
import { mountApi } from './api.ts'
import type { Database } from './database.ts'
import type { Door } from './door.ts'
import { Forbidden, Refusal } from './refusals.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
let now = NOW
let database: Database
let door: Door
let given: GivenService
let app: Hono
const faults: unknown[] = []

const says = 'For the test.'
const nobody = async () => null
const refuse = action({
  name: 'refuse',
  says,
  input: z.object({}),
  subject: nobody,
  allow: () => true,
  run: async () => {
    throw new Refusal('The bed is taken', { field: 'bed', detail: { beds: [1] } })
  },
})
const fail = action({
  name: 'fail',
  says,
  input: z.object({}),
  subject: nobody,
  allow: () => true,
  run: async () => {
    throw new Error('a secret of ours')
  },
})
const down = action({
  name: 'down',
  says,
  input: z.object({}),
  subject: nobody,
  allow: () => true,
  run: async () => {
    throw Object.assign(new Error('gone'), { code: '57P01' })
  },
})

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => now)
  given = await givenService(database)
  app = new Hono()
  mountApi(app, {
    door,
    catalogue: [access, { name: 'test', actions: [refuse, fail, down], listings: [], routes: [] }],
    identify: (request) => callerOfToken(database.app, request.req.header('authorization'), now),
    report: (fault) => faults.push(fault),
  })
})
afterAll(() => database.close())

const tokenOf = async (who: keyof GivenService['callers']) => {
  const { person } = given.callers[who]
  return (await door.perform(createToken, given.callers.operator, { person })).token
}

async function call(
  path: string,
  token: string | null,
  body?: unknown,
  method = body === undefined ? 'GET' : 'POST',
) {
  const response = await app.request(path, {
    method,
    headers: token ? { authorization: `Bearer ${token}` } : {},
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const type = response.headers.get('content-type') ?? ''
  return {
    status: response.status,
    type,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  }
}

test('a listing is looked at with a query, as the person of the token', async () => {
  const answer = await call('/api/me', await tokenOf('liaisonWorker'))
  expect(answer).toMatchObject({ status: 200, body: { name: 'Imani Brightwell', roles: ['liaison_worker'] } })
  const found = await call('/api/people?name=wren', await tokenOf('programmeLead'))
  expect(found.body).toMatchObject([{ name: 'Wren Colvile' }])
})

test('an action is performed with a JSON body, and its audit row says by which way', async () => {
  const body = { name: 'Sol Hartnell', role: 'liaison_worker', from: '2026-11-22' }
  const answer = await call('/api/add-person', await tokenOf('programmeLead'), body)
  expect(answer).toMatchObject({ status: 200, body: { person: expect.any(String) } })
  const { rows } = await database.owner.query(`select via, outcome from audit where action = 'add-person'`)
  expect(rows).toEqual([{ via: 'api', outcome: 'done' }])
})

describe('what is wrong comes back as problem details', () => {
  const cases: [string, number, () => Promise<Awaited<ReturnType<typeof call>>>, Record<string, unknown>][] =
    [
      ['no token', 401, () => call('/api/me', null), { title: 'Not signed in' }],
      ['a token nobody has', 401, () => call('/api/me', 'x'.repeat(43)), {}],
      [
        'bad input',
        400,
        async () => call('/api/add-person', await tokenOf('programmeLead'), { role: 'king' }),
        {},
      ],
      ['no JSON', 400, async () => call('/api/add-person', await tokenOf('programmeLead'), '{name'), {}],
      ['no object', 400, async () => call('/api/add-person', await tokenOf('programmeLead'), [1]), {}],
      ['not theirs to do', 403, async () => call('/api/people', await tokenOf('coach')), {}],
      [
        'unknown',
        404,
        async () =>
          call('/api/change-person', await tokenOf('programmeLead'), { person: given.service, name: 'X' }),
        {},
      ],
      [
        'refused',
        409,
        async () => call('/api/refuse', await tokenOf('coach'), {}),
        { detail: 'The bed is taken', beds: [1], field: 'bed' },
      ],
      ['no such thing', 404, async () => call('/api/nothing', await tokenOf('coach')), {}],
      ['the database gone', 503, async () => call('/api/down', await tokenOf('coach'), {}), {}],
    ]
  test.each(cases)('%s: %i', async (_what, status, ask, expected) => {
    const { type, body, ...answer } = await ask()
    expect(answer.status).toBe(status)
    expect(type).toBe('application/problem+json')
    expect(body).toMatchObject({ type: 'about:blank', status, title: expect.any(String), ...expected })
  })

  test('each answer that cannot be read is named, with how to mend it', async () => {
    const { body } = await call('/api/add-person', await tokenOf('programmeLead'), { role: 'king' })
    expect(body.errors).toEqual([
      { field: 'name', message: 'Enter the person’s name' },
      { field: 'role', message: 'Choose the role they hold' },
      { field: 'from', message: 'Enter the day the role starts, like 27 11 2026' },
    ])
  })

  test('the wrong method says which is right', async () => {
    const { status, headers } = await call('/api/me', await tokenOf('coach'), {})
    expect([status, headers.get('allow')]).toEqual([405, 'GET'])
  })

  test('a fault of ours tells the caller nothing, and is reported', async () => {
    faults.length = 0
    const { status, body } = await call('/api/fail', await tokenOf('coach'), {})
    expect(status).toBe(500)
    expect(JSON.stringify(body)).not.toContain('secret')
    expect(faults).toHaveLength(1)
  })
})

describe('tokens', () => {
  test('run out', async () => {
    const { person } = given.callers.coach
    const { token } = await door.perform(createToken, given.callers.operator, { person, days: 1 })
    expect((await call('/api/me', token)).status).toBe(200)
    now = new Date(NOW.getTime() + 86_400_000)
    expect((await call('/api/me', token)).status).toBe(401)
    now = NOW
  })

  test('can all be ended at once', async () => {
    const token = await tokenOf('inspector')
    const { person } = given.callers.inspector
    await door.perform(endTokens, given.callers.programmeLead, { person })
    expect((await call('/api/me', token)).status).toBe(401)
  })

  test('are made for somebody else at the terminal alone', async () => {
    const { person } = given.callers.coach
    await expect(door.perform(createToken, given.callers.programmeLead, { person })).rejects.toThrow(
      Forbidden,
    )
    const own = given.callers.programmeLead.person
    await expect(
      door.perform(createToken, given.callers.programmeLead, { person: own }),
    ).resolves.toBeTruthy()
  })

  test('only their hash is kept', async () => {
    const token = await tokenOf('coach')
    const { rows } = await database.owner.query('select token_hash from api_token')
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})
