import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doByTheClock } from '../../src/by-the-clock.ts'
import { openDoor } from '../../src/door.ts'
import { BadInput, Forbidden, NotFound, Refusal } from '../../src/platform/refusals.ts'
import { verify } from '../../src/verify/verify.ts'
import { testPattern } from '../harness/database.ts'
import { lookAround, type Scene, setScene } from './played.ts'
import { STEPS } from './steps.ts'

/*
 * Whatever people do to stays, in whatever order, with facts changing under them: whoever cannot is told no, nothing
 * breaks, and afterwards the records keep every rule. `SEQUENCES` sets how many are tried.
 */

const START = new Date('2026-11-22T10:00:00Z')
const RUNS = Number(process.env.SEQUENCES ?? 15)

let pattern: Awaited<ReturnType<typeof testPattern>>
let scene: Scene
const done = new Map<string, number>()

beforeAll(async () => {
  pattern = await testPattern(async (database) => {
    scene = await setScene(
      database,
      openDoor(database.app, () => START),
    )
  })
})
afterAll(async () => {
  await pattern?.close()
  console.log(
    [...done]
      .toSorted()
      .map(([name, times]) => `${name} ${times}`)
      .join(', '),
  )
})

const move = fc.record({
  step: fc.nat(STEPS.length - 1),
  picks: fc.infiniteStream(fc.nat(1000)),
  minutes: fc.constantFrom(1, 1, 1, 60, 240, 720, 1440),
})

/** Plays a sequence in a world of its own. Gives what `verify` finds afterwards, and what was done. */
async function play(moves: readonly { step: number; picks: Iterator<number>; minutes: number }[]) {
  const database = await pattern.copy()
  let now = START
  const door = openDoor(database.app, () => now)
  const story: string[] = []
  const report = (fault: unknown) => {
    throw new Error(`By the clock: ${(fault as Error).stack}\n${story.join('\n')}`)
  }
  const tick = () => doByTheClock(database, door, report)
  const looked = async () => {
    await tick()
    return (await verify(database.owner, now, { chain: true })).breaches
  }
  try {
    for (const [n, { step, picks, minutes }] of moves.entries()) {
      // A fault may be gone again by the end.
      if (n % 10 === 9) {
        const breaches = await looked()
        if (breaches.length > 0) return { breaches, story }
      }
      now = new Date(now.getTime() + minutes * 60_000)
      const played = await lookAround(database, scene, () => now)
      const pick = <T>(from: readonly T[]): T | undefined =>
        from.length > 0 ? from[(picks.next().value ?? 0) % from.length] : undefined
      // Some hours the clock looks in, and some it is late.
      if ((picks.next().value ?? 0) % 3 === 0) await tick()
      const tried = STEPS[step]?.(played, pick)
      if (!tried) continue
      try {
        await door.perform(tried.action, tried.as, tried.input)
        done.set(tried.action.name, (done.get(tried.action.name) ?? 0) + 1)
        story.push(`${now.toISOString()} ${tried.action.name} ${JSON.stringify(tried.input)}`)
      } catch (no) {
        const expected = [Refusal, Forbidden, NotFound, BadInput].some((kind) => no instanceof kind)
        if (!expected) throw new Error(`${tried.action.name}: ${(no as Error).stack}\n${story.join('\n')}`)
      }
    }
    return { breaches: await looked(), story }
  } finally {
    await database.close()
  }
}

test(
  'any sequence leaves the records keeping every rule',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 15, maxLength: 40, size: 'max' }), async (moves) => {
        const { breaches, story } = await play(
          moves.map((one) => ({ ...one, picks: one.picks[Symbol.iterator]() })),
        )
        if (breaches.length > 0) throw new Error(`${JSON.stringify(breaches, null, 1)}\n${story.join('\n')}`)
      }),
      { numRuns: RUNS, endOnFailure: process.env.SHRINK !== '1' },
    )
    // The sequences must come to something, or this shows nothing: few do the usual, many do everything.
    const usual = ['ask-for-sleepover', 'accept-sleepover']
    const everything = [
      ...usual,
      'record-arrival',
      'record-return',
      'ask-in-emergency',
      'answer-by-phone',
      'ask-for-day-care',
      'extend-sleepover',
      'move-sleepover',
      'record-no-show',
      'convert-sleepover',
      'ask-for-series',
      'accept-series',
      'write-night-log',
    ]
    for (const name of RUNS < 100 ? usual : everything) expect(done.get(name) ?? 0, name).toBeGreaterThan(0)
  },
  120_000 + RUNS * 20_000,
)
