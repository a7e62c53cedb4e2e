import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { registerToPlan } from '../../tests/given/plan-register.ts'
import type { Files } from '../../tests/given/register.ts'
import { addPlan } from './plan.ts'
import { sayTrouble } from './say.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs `plan` as typed. Gives what it printed, what it told beside that, and its exit status. */
async function plan(...typed: string[]) {
  const said = { out: '', err: '', status: 0 }
  const listen = (stream: NodeJS.WriteStream, to: 'out' | 'err') =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said[to] += String(text)
      return true
    })
  const [out, err] = [listen(process.stdout, 'out'), listen(process.stderr, 'err')]
  process.exitCode = 0
  const program = new Command().exitOverride()
  addPlan(program)
  await program.parseAsync(['plan', ...typed], { from: 'user' }).catch(sayTrouble)
  said.status = Number(process.exitCode ?? 0)
  process.exitCode = 0
  out.mockRestore()
  err.mockRestore()
  return said
}

const lastLine = (out: string) => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

async function register(files: Files): Promise<string> {
  const path = await mkdtemp(join(folder, 'register-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, `${name}.csv`), text)
  return path
}

const CPMP = '6 2\n0 0 9 3\n0 1 9 3\n1 0 9 3\n10 0 9 3\n10 1 9 3\n11 0 9 3\n'

describe('an instance of the literature', () => {
  test('the contract: one object on the last line, nodes by number, hubs not among their satellites', async () => {
    const path = await file('six.txt', CPMP)
    const { out, status } = await plan('--instance', path, '--format', 'cpmp', '--json', '--seed', '3')
    const answer = lastLine(out)
    expect(status).toBe(0)
    expect(answer).toMatchObject({ objective: 4, lowerBound: 4, gap: 0, proven: true, seed: 3, leftOut: [] })
    const sets = answer.constellations.map(({ hub, satellites }: { hub: string; satellites: string[] }) =>
      [hub, ...satellites].toSorted().join(' '),
    )
    expect(sets.toSorted()).toEqual(['1 2 3', '4 5 6'])
    expect(answer.unmetWishes).toEqual([])
    expect(answer.seconds).toBeGreaterThan(0)
  })

  test('lengths as they are are told unrounded, or are rounded down one by one', async () => {
    const path = await file('two.txt', '2 1\n0 0 9 1\n1 2 9 1\n')
    const typed = ['--instance', path, '--format', 'cpmp', '--json']
    expect(lastLine((await plan(...typed)).out).objective).toBe(2.236068)
    expect(lastLine((await plan(...typed, '--distance', 'floor')).out).objective).toBe(2)
  })

  test('a fault in the file: its line, and status 1', async () => {
    const path = await file('short.txt', '3 1\n0 0 9 1\n0 1 9 -1\n')
    expect(await plan('--instance', path, '--format', 'cpmp', '--json')).toEqual({
      out: '',
      err: 'short.txt:1: it says 3 nodes, and 2 lines of nodes follow; correct the number, or add or take out lines.\nshort.txt:3: the demand is -1; write 0 or more.\n',
      status: 1,
    })
  })

  test('no plan at all: the facts that clash, and status 1', async () => {
    const path = await file('full.txt', '3 1\n0 0 9 4\n0 1 9 4\n1 0 9 4\n')
    const { out, err, status } = await plan('--instance', path, '--format', 'cpmp', '--json')
    expect([out, status]).toEqual(['', 1])
    expect(err).toBe(
      '1 constellation can hold at most 9 places, and 12 places may not be left out: allow more constellations, or let some be left out.\n',
    )
  })
})

test('the clock ends it with the best plan so far, which is said', { timeout: 30_000 }, async () => {
  // Four hundred nodes strewn by two sequences: no plan of them is proven in a second.
  const nodes = Array.from(
    { length: 400 },
    (_, n) => `${(n * 7919) % 4001} ${(n * 104_729) % 4003} 110 ${(n % 17) + 1}`,
  )
  const path = await file('strewn.txt', ['400 40', ...nodes].join('\n'))
  const { out, status } = await plan('--instance', path, '--format', 'cpmp', '--time', '3')
  expect(status).toBe(0)
  expect(out).toContain('40 constellations, ')
  expect(out).toMatch(/Within \d+(\.\d+)?% of the best possible\. The clock ended it/)
})

describe('a council-like instance', () => {
  const home = (id: string, x: number, agency?: string) => ({
    id,
    x,
    y: 0,
    canHub: true,
    ...(agency ? { agency } : {}),
  })
  const satellites = { min: 1, max: 3 }

  test('kilometres, and everybody in', async () => {
    const homes = [home('H1', 0), home('H2', 1), home('H3', 9), home('H4', 10.5)]
    const path = await file('council.json', JSON.stringify({ satellites, hubs: 2, homes }))
    const answer = lastLine((await plan('--instance', path, '--format', 'council', '--json')).out)
    expect(answer).toMatchObject({ objective: 2.5, unit: 'km', proven: true, journeys: { over15km: 0 } })
  })

  test('metres do not hide which plan is the best', async () => {
    const homes = [home('H1', -1.0001), home('H2', 0), home('H3', 1.00005)]
    const far = homes.map((one, at) => ({
      ...one,
      canHub: at !== 1,
      x: at === 1 ? 0 : one.x,
      y: at === 1 ? 1 : 0,
    }))
    const path = await file('near.json', JSON.stringify({ satellites, hubs: 1, homes: far }))
    const answer = lastLine((await plan('--instance', path, '--format', 'council', '--json')).out)
    expect(answer.constellations[0].hub).toBe('H3')
    expect(answer).toMatchObject({ objective: 3.414399, lowerBound: 3.414399, proven: true })
  })

  test('the share of long journeys, in all agencies together', async () => {
    const far = ['A', 'B'].flatMap((agency, at) =>
      [0, 1, at === 0 ? 17 : 3].map((x, place) => ({
        ...home(`${agency}${place}`, x, agency),
        canHub: place === 0,
      })),
    )
    const path = await file('far.json', JSON.stringify({ satellites, hubs: { A: 1, B: 1 }, homes: far }))
    const typed = ['--instance', path, '--format', 'council']
    expect(lastLine((await plan(...typed, '--json')).out).journeys).toMatchObject({ over15km: 0.25 })
    expect((await plan(...typed)).out).toContain('longest 17.0 km; longer than 15 km: 25%.')
  })

  test('agency by agency, added up', async () => {
    const homes = [home('H1', 0, 'B'), home('H2', 1, 'B'), home('H3', 2, 'A'), home('H4', 5, 'A')]
    const path = await file('agencies.json', JSON.stringify({ satellites, hubs: { A: 1, B: 1 }, homes }))
    const answer = lastLine((await plan('--instance', path, '--format', 'council', '--json')).out)
    expect(answer).toMatchObject({
      objective: 4,
      agencies: [
        { agency: 'A', objective: 3 },
        { agency: 'B', objective: 1 },
      ],
    })
    expect(answer.constellations).toHaveLength(2)
  })

  test('clashes name the agency', async () => {
    const homes = [home('H1', 0, 'A'), home('H2', 1, 'A')]
    const path = await file('few.json', JSON.stringify({ satellites, hubs: { A: 2 }, homes }))
    const { err, status } = await plan('--instance', path, '--format', 'council')
    expect([err, status]).toEqual([
      'A: 2 constellations need at least 4 homes, hubs included, and there are 2 homes in all.\n',
      1,
    ])
  })
})

describe('a register', () => {
  test('with places of its own: a plan, who is left out and why, with status 0', async () => {
    const files = registerToPlan(7)
    const path = await register({
      ...files,
      households: files.households.replace(/^(H003.*),yes,no,/m, '$1,no,no,'),
      links: `${files.links}\nfriendship,H003,H005,,,\n`,
    })
    const { out, err, status } = await plan(
      '--register',
      path,
      '--constellations',
      '1-2',
      '--as-at',
      '2026-11-28',
      '--json',
    )
    const answer = lastLine(out)
    expect([status, err.includes('Note')]).toEqual([0, false])
    expect(answer).toMatchObject({ asAt: '2026-11-28', unit: 'km', positions: { register: 14 } })
    expect(answer.leftOut).toContainEqual({ household: 'H003', because: 'does not want Mockingbird' })
    expect(answer.unmetWishes).toContainEqual({
      wish: 'The friendship of H003 and H005 kept',
      because: 'H003 does not want Mockingbird',
    })
    expect(answer.possibleHubs.filter(({ may }: { may: boolean }) => may)).toEqual([
      { household: 'H001', may: true, because: [] },
      { household: 'H008', may: true, because: [] },
    ])
  })

  test('with places from a file of sectors, in words', async () => {
    const path = await register(registerToPlan(7, { postcodes: true }))
    const positions = await file('sectors.csv', 'sector,lat,lon\nPO1 1,50.80,-1.09\nPO9 1,50.86,-0.98\n')
    const { out, status } = await plan('--register', path, '--constellations', '2', '--positions', positions)
    expect(status).toBe(0)
    expect(out).toContain('2 constellations, ')
    expect(out).toContain('H001 with 6 satellites: H002, H003, H004, H005, H006, H007')
    expect(out).toContain('Possible hubs: 2 of 14 homes: H001 and H008.')
  })

  test('with journeys from a matrix; a hole in it is said with its pair', async () => {
    const path = await register(registerToPlan(7, { postcodes: true }))
    const ref = (n: number) => `H${String(n).padStart(3, '0')}`
    const rows = [1, 8].flatMap((hub) =>
      Array.from({ length: 14 }, (_, at) => `${ref(at + 1)},${ref(hub)},${Math.abs(at + 1 - hub)}`),
    )
    const text = ['from,to,km', ...rows].join('\n')
    const matrix = await file('roads.csv', text)
    const typed = ['--register', path, '--constellations', '2', '--json', '--matrix']
    expect(lastLine((await plan(...typed, matrix)).out)).toMatchObject({
      journeys: { total: 42, longest: 6 },
    })
    const holed = await file('holed.csv', text.replace('H003,H001,2\n', ''))
    expect(await plan(...typed, holed)).toMatchObject({
      status: 1,
      out: '',
      err: 'The matrix has no journey from H003 to H001: add a line for it, or write “no way” as its length.\n',
    })
  })

  test('too few possible hubs: the facts that clash', async () => {
    const path = await register(registerToPlan(7))
    const { err, status } = await plan('--register', path, '--constellations', '3')
    expect(status).toBe(1)
    expect(err).toContain('3 constellations are wanted, and only 2 homes can be a hub: H001 and H008.\n')
  })

  test('nowhere: neither places nor positions', async () => {
    const path = await register(registerToPlan(7, { postcodes: true }))
    const { err, status } = await plan('--register', path, '--constellations', '2')
    expect(status).toBe(1)
    expect(err).toContain('No home of the register has a known place: give --positions FILE')
  })

  test('every fault of its files is said', async () => {
    const files = registerToPlan(7)
    const path = await register({
      ...files,
      households: files.households.replace('mainstream', 'hotel'),
      children: files.children.replace('H002', 'H999'),
      links: `${files.links}\nkeep_apart,H001,H001,,,\n`,
    })
    const { err, status, out } = await plan('--register', path, '--constellations', '2')
    expect([status, out]).toEqual([1, ''])
    expect(err).toContain('children.csv:3: household: nobody knows a home "H999"')
    expect(err).toContain('households.csv:2: kind: "hotel" is not one of its words')
    expect(err).toContain('links.csv:2: b: it is the same as a')
  })
})

describe('what is typed', () => {
  test.each([
    [[], 'Say what to plan: --register FOLDER --constellations K, or --instance FILE --format cpmp|council.'],
    [['--instance', 'a', '--register', 'b'], 'Say what to plan'],
    [['--instance', 'a'], 'Say what kind of instance it is: --format cpmp, or --format council.'],
    [['--instance', 'nowhere.txt', '--format', 'cpmp'], 'There is no file nowhere.txt that can be read.'],
    [
      ['--instance', 'a', '--format', 'cpmp', '--distance', 'miles'],
      '--distance: "miles" is not one of its words; use exact or floor.',
    ],
    [
      ['--instance', 'a', '--format', 'council', '--distance', 'floor'],
      '--distance floor is for cpmp instances: leave it out.',
    ],
    [
      ['--instance', 'a', '--format', 'cpmp', '--constellations', '3', '--matrix', 'b'],
      '--constellations and --matrix do not go with --instance: an instance says by itself how many and where. Leave them out.',
    ],
    [
      ['--register', 'a', '--constellations', '3', '--format', 'cpmp'],
      '--format does not go with --register: that is for an instance. Leave it out.',
    ],
    [['--register', 'nowhere'], 'Say how many constellations there are to be'],
    [['--register', 'nowhere', '--constellations', '2'], 'There is no folder nowhere.'],
    [
      ['--register', 'nowhere', '--constellations', '5-2'],
      '--constellations: "5-2" is no number of constellations; write 5, or 4-6 with the least first.',
    ],
    [
      ['--register', 'nowhere', '--constellations', '2', '--as-at', 'today'],
      '--as-at: "today" is not a day of the calendar; write it like 2026-11-27.',
    ],
    [['--seed', 'x'], '--seed: "x" will not do; write a whole number from 0.'],
    [['--time', '0'], '--time: "0" will not do; write seconds, more than 0.'],
    [['--effort', '-1'], '--effort: "-1" will not do; write more than 0, where 1 is the usual.'],
  ])('%j', async (typed, sentence) => {
    const { out, err, status } = await plan(...typed)
    expect([out, status]).toEqual(['', 1])
    expect(err).toContain(sentence)
  })
})
