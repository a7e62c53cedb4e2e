import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDoor } from '../../src/door.ts'
import { testPattern } from '../harness/database.ts'
import { runWay } from './contest.ts'
import { type Ground, givenGround } from './ground.ts'
import { openRaces } from './race.ts'
import { waysAnswered } from './ways-answered.ts'
import { waysIn } from './ways-in.ts'
import { waysTwice } from './ways-twice.ts'

/*
 * Every way into a bed, against another in the same second and through two doors: at most one wins, whoever loses
 * reads a sentence, and no bed and no child is booked twice. `RACES` says how many rounds in all; `npm run races`
 * runs ten thousand.
 */

const RACES = Number(process.env.RACES ?? 300)
const WAYS = [...waysIn, ...waysAnswered, ...waysTwice]

let pattern: Awaited<ReturnType<typeof testPattern>>
let ground: Ground
const results: Awaited<ReturnType<typeof runWay>>[] = []

beforeAll(async () => {
  pattern = await testPattern(async (database) => {
    const start = new Date('2026-11-22T10:00:00Z')
    ground = await givenGround(
      database,
      openDoor(database.app, () => start),
    )
  })
})
afterAll(async () => {
  await pattern?.close()
  const rows = results.map(({ way, rounds, ends, double }) => ({
    way,
    rounds,
    'who won': [...ends].map(([end, times]) => `${end} ${times}`).join(', '),
    'double bookings': double,
  }))
  console.table(rows)
  const sum = (key: 'rounds' | 'double') => results.reduce((total, one) => total + one[key], 0)
  console.log(`${results.length} ways, ${sum('rounds')} rounds, ${sum('double')} double bookings`)
})

/** As many rounds for each way as for every other, and the first few ways those that are left over. */
const roundsOf = (n: number) => Math.floor(RACES / WAYS.length) + (n < RACES % WAYS.length ? 1 : 0)

test.each(WAYS.map((way, n) => [way.name, way, roundsOf(n)] as const))(
  '%s',
  async (_, way, rounds) => {
    const races = await openRaces(await pattern.copy())
    try {
      results.push(await runWay(races, ground, way, rounds))
    } finally {
      await races.close()
    }
    expect(results.at(-1)?.double).toBe(0)
  },
  60_000 + RACES * 1000,
)
