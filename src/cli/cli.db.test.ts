import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Files, registerOf } from '../../tests/given/register.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import type { Database } from '../platform/database.ts'
import { buildProgram } from './program.ts'
import { sayTrouble } from './say.ts'

let database: Database
let folder: string

beforeEach(async () => {
  database = await testDatabase()
  vi.stubEnv('DATABASE_URL', database.url)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await database.close()
})
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'constellation-register-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs the command line as typed. Gives what it printed, what it told beside that, and its exit status. */
async function run(...typed: string[]) {
  const said = { out: '', err: '', status: 0 }
  const listen = (stream: NodeJS.WriteStream, to: 'out' | 'err') =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said[to] += String(text)
      return true
    })
  const [out, err] = [listen(process.stdout, 'out'), listen(process.stderr, 'err')]
  process.exitCode = 0
  await buildProgram().exitOverride().parseAsync(typed, { from: 'user' }).catch(sayTrouble)
  said.status = Number(process.exitCode ?? 0)
  process.exitCode = 0
  out.mockRestore()
  err.mockRestore()
  return said
}

async function inFolder(files: Partial<Files>): Promise<string> {
  const path = await mkdtemp(join(folder, 'register-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, `${name}.csv`), text)
  return path
}

const homes = async () => (await database.owner.query('select from household')).rowCount

test('a register brings its service with it, named after the authority most children belong to', async () => {
  const path = await inFolder(registerOf(5))
  const dry = await run('import', 'register', path, '--dry-run')
  expect(dry.out).toContain('It would bring 5 new homes')
  expect((await database.owner.query('select from service')).rowCount).toBe(0)
  const first = await run('import', 'register', path)
  expect(first).toMatchObject({ status: 0 })
  expect(first.err).toContain('There was no service yet, so "Ashcombe fostering service" was made')
  expect(first.out).toContain('Imported: 5 new homes, 7 new children')
  const again = await run('import', 'register', path, '--json')
  expect(JSON.parse(again.out)).toMatchObject({ written: 0, homes: { read: 5, added: 0, changed: 0 } })
  const people = JSON.parse((await run('people', '--json')).out) as { name: string; roles: string[] }[]
  expect(people.find(({ name }) => name === 'Duty team')?.roles).toEqual([
    'duty worker',
    'out-of-hours manager',
  ])
  expect(people.find(({ name }) => name === 'Ada Ashby')?.roles).toEqual(['carer'])
})

test('problems are told one a line, the exit status is 1, and not even a service is made', async () => {
  const files = registerOf(3)
  const path = await inFolder({ ...files, households: files.households.replace('mainstream', 'hotel') })
  const { status, err, out } = await run('import', 'register', path)
  expect([status, out]).toEqual([1, ''])
  expect(err).toBe(
    'households.csv:2: kind: "hotel" is not one of its words; use mainstream, kinship, special_guardianship or adoptive\n' +
      '1 problem in the register, so nothing was imported.\n',
  )
  expect((await database.owner.query('select from service')).rowCount).toBe(0)
})

test('where there are several services, it asks which', async () => {
  for (const name of ['North', 'South'])
    await run('service', 'create', '--name', name, '--duty-phone', '01632 960 001')
  const path = await inFolder(registerOf(2))
  expect(await run('import', 'register', path)).toMatchObject({
    status: 1,
    err: 'Say which service, with --service: "North", "South".\n',
  })
  expect(await run('import', 'register', path, '--service', 'south')).toMatchObject({ status: 0 })
  expect(await homes()).toBe(2)
})

describe('positions', () => {
  test('may come before any service', async () => {
    const path = join(folder, 'places.csv')
    await writeFile(path, 'sector,lat,lon\nGL1 1,51.86,-2.24\n')
    expect((await run('import', 'positions', path, '--dry-run')).out).toContain('It would bring 2 places')
    expect((await run('import', 'positions', path)).out).toContain('2 places new or moved')
    expect((await run('import', 'positions', path)).out).toContain('Nothing changes')
    const imported = await run('import', 'register', await inFolder(registerOf(2)))
    expect(imported.err).not.toContain('no positions')
  })

  test('of a wrong file are told, and nothing is kept', async () => {
    const path = join(folder, 'wrong.csv')
    await writeFile(path, 'sector,lat,lon\nGL1 1,51.86,-2.24\nGL1 2,north,-2.24\n')
    const { status, err } = await run('import', 'positions', path)
    expect(status).toBe(1)
    expect(err).toContain('wrong.csv:3: lat: "north" is not in the United Kingdom')
    expect((await database.owner.query('select from place_position')).rowCount).toBe(0)
  })
})

describe('generated verbs', () => {
  test('perform and look as the operator, or as one person', async () => {
    await run('service', 'create', '--name', 'North', '--duty-phone', '01632 960 001')
    const from = ['--from', '2026-11-22']
    const added = await run(
      'add-person',
      '--name',
      'Sol Hartnell',
      '--role',
      'recruitment_officer',
      ...from,
      '--json',
    )
    const { person } = JSON.parse(added.out) as { person: string }
    expect(JSON.parse((await run('me', '--json')).out)).toMatchObject({ name: 'The operator' })
    expect(JSON.parse((await run('me', '--as', person, '--json')).out)).toMatchObject({
      name: 'Sol Hartnell',
    })
    const input = join(folder, 'input.json')
    await writeFile(input, JSON.stringify({ name: 'Elia Marsh', role: 'coach', from: '2026-11-22' }))
    expect(await run('add-person', '--as', person, '--input', input)).toMatchObject({
      status: 1,
      err: 'You cannot do this.\n',
    })
    expect(await run('add-person', '--input', input, '--role', 'liaison_worker')).toMatchObject({ status: 0 })
  })

  test('say each answer that cannot be read, by its option', async () => {
    await run('service', 'create', '--name', 'North', '--duty-phone', '01632 960 001')
    const { status, err } = await run('add-person', '--name', 'Sol')
    expect([status, err.split('\n')]).toEqual([
      1,
      ['--role: Choose the role they hold', '--from: Enter the day the role starts, like 27 11 2026', ''],
    ])
  })

  test('nobody’s id is told', async () => {
    expect((await run('me', '--as', 'nobody')).err).toContain('Nobody has the id nobody')
  })
})

test('a token is printed alone, so that a script can keep it', async () => {
  const made = await run('service', 'create', '--name', 'North', '--duty-phone', '01632 960 001')
  expect(made.status).toBe(0)
  const [first] = JSON.parse((await run('people', '--json')).out) as { id: string }[]
  const { out } = await run('token', 'create', '--person', first?.id ?? '')
  expect(out).toMatch(/^[\w-]{43}\n$/)
})

test('help is grouped by what people do', () => {
  const help = buildProgram().helpInformation()
  for (const heading of ['Running it:', 'Bringing records in:', 'Setting up:', 'Homes:', 'Sleepovers:']) {
    expect(help).toContain(heading)
  }
  expect(help).not.toContain('Commands:')
})

test('a database that is not there is said in a sentence', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:9/nothing')
  const { status, err } = await run('people')
  expect(status).toBe(1)
  expect(err).toBe('The database cannot be reached. Is it running, and is DATABASE_URL right?\n')
})
