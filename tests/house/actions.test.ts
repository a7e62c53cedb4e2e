import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../src/catalogue.ts'
import { openDoor } from '../../src/door.ts'
import type { Caller } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { BadInput, Forbidden, NotFound, Refusal } from '../../src/platform/refusals.ts'
import { testPattern } from '../harness/database.ts'
import { changed, checksums } from './checksums.ts'
import { idFields, inputFor } from './inputs.ts'
import { toldTo } from './told.ts'
import { carerOf, everybodyOf, fillWorld, NOW, staffOf } from './world.ts'

let pattern: Awaited<ReturnType<typeof testPattern>>
beforeAll(async () => {
  pattern = await testPattern(fillWorld)
})
afterAll(() => pattern?.close())

let database: Database
let door: Door

const actions = catalogue.flatMap(({ actions }) => actions)

/** Kept although the action is refused: what could not be met. */
const KEPT = ['unmet_need']

async function audits(): Promise<string[]> {
  const { rows } = await database.owner.query('select outcome from audit order by id')
  return rows.map(({ outcome }) => outcome)
}

/** What came of it: `done`, or the no. A fault is a failed test. */
async function outcome(action: (typeof actions)[number], caller: Caller, input: unknown): Promise<unknown> {
  try {
    await door.perform(action, caller, input)
    return 'done'
  } catch (no) {
    if (no instanceof Refusal || no instanceof Forbidden || no instanceof NotFound || no instanceof BadInput)
      return no
    throw new Error(`A fault of ${action.name} with ${JSON.stringify(input)}: ${(no as Error).stack}`)
  }
}

describe.each(actions.map((action) => [action.name, action] as const))('%s', (name, action) => {
  // A world of its own, which only the last test changes.
  beforeAll(async () => {
    database = await pattern.copy()
    door = openDoor(database.app, () => NOW)
  })
  afterAll(() => database?.close())

  const north = inputFor(action.input, 'north', toldTo(name, 'north'))
  const south = inputFor(action.input, 'south', toldTo(name, 'south'))
  const about = idFields(action.input).filter((field) => north[field] !== undefined)

  test('refuses strangers, who change nothing', async () => {
    const inside: [string, Caller][] = [
      ['a carer of another constellation', carerOf('north', 'far')],
      ['the coach', staffOf('north', 'coach')],
      ['a young person', staffOf('north', 'young_person')],
    ]
    const outside = about.length > 0 ? everybodyOf('south') : []
    const before = await checksums(database)
    for (const [who, caller] of [...inside, ...outside]) {
      const no = await outcome(action, caller, north)
      expect(no instanceof Forbidden || no instanceof NotFound, `${who}: ${no}`).toBe(true)
    }
    expect(changed(before, await checksums(database))).toEqual(['audit'])
  })

  test.runIf(about.length > 0)('reaches nothing of another service by any of its ids', async () => {
    const before = await checksums(database)
    for (const field of about) {
      const theirs = north[field]
      for (const [who, caller] of everybodyOf('south')) {
        const no = await outcome(action, caller, { ...south, [field]: theirs })
        expect(no, `${who} by ${field}`).not.toBe('done')
      }
    }
    const after = changed(before, await checksums(database))
    expect(after.filter((table) => !KEPT.includes(table))).toEqual(['audit'])
  })

  test('changes nothing where the audit fails', async () => {
    const before = await checksums(database)
    await database.owner.query('alter function write_audit rename to write_audit_kept')
    for (const [, caller] of everybodyOf('north')) {
      await expect(door.perform(action, caller, north)).rejects.toThrow()
    }
    await database.owner.query('alter function write_audit_kept rename to write_audit')
    expect(changed(before, await checksums(database))).toEqual([])
  })

  test('leaves one audit row whatever comes of it, and no change unless it is done', async () => {
    const nos: string[] = []
    let before = await checksums(database)
    for (const [who, caller] of everybodyOf('north')) {
      const rows = (await audits()).length
      const came = await outcome(action, caller, north)
      const left = (await audits()).slice(rows)
      const now = await checksums(database)
      const tables = changed(before, now).filter((table) => table !== 'audit')
      before = now
      if (came === 'done') {
        expect(left).toEqual(['done'])
        return
      }
      nos.push(`${who}: ${came}`)
      const no = came instanceof BadInput ? [] : [came instanceof Refusal ? 'refused' : 'forbidden']
      expect(left).toEqual(no)
      expect(tables).toEqual(came instanceof Refusal && came.keep ? KEPT : [])
    }
    throw new Error(`Say in told.ts how somebody can do it. Nobody could:\n${nos.join('\n')}`)
  })
})
