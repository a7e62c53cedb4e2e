import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startClock } from './clock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const MINUTE = 60_000

test('a round at once, then one a minute, until it is stopped', async () => {
  const round = vi.fn(async () => {})
  const clock = startClock(round, { report: () => {} })
  await vi.advanceTimersByTimeAsync(0)
  expect(round).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(2 * MINUTE)
  expect(round).toHaveBeenCalledTimes(3)
  await clock.stop()
  await vi.advanceTimersByTimeAsync(5 * MINUTE)
  expect(round).toHaveBeenCalledTimes(3)
  expect(vi.getTimerCount()).toBe(0)
})

test('a slow round is never overtaken by the next, and is waited for at the end', async () => {
  let finish = () => {}
  let going = 0
  let most = 0
  const round = vi.fn(async () => {
    going++
    most = Math.max(most, going)
    await new Promise<void>((done) => {
      finish = done
    })
    going--
  })
  const clock = startClock(round, { report: () => {} })
  await vi.advanceTimersByTimeAsync(10 * MINUTE)
  expect(round).toHaveBeenCalledTimes(1)
  finish()
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(round).toHaveBeenCalledTimes(2)
  expect(most).toBe(1)
  let over = false
  const stopping = clock.stop().then(() => {
    over = true
  })
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(over).toBe(false)
  finish()
  await stopping
  expect([over, going]).toEqual([true, 0])
})

test('a round that fails, even at once, is reported and ends nothing', async () => {
  const reported: unknown[] = []
  const round = vi.fn((): Promise<void> => {
    if (round.mock.calls.length === 1) throw new Error('at once')
    return round.mock.calls.length === 2 ? Promise.reject(new Error('later')) : Promise.resolve()
  })
  const clock = startClock(round, { report: (fault) => reported.push((fault as Error).message) })
  await vi.advanceTimersByTimeAsync(2 * MINUTE)
  expect(reported).toEqual(['at once', 'later'])
  expect(round).toHaveBeenCalledTimes(3)
  await clock.stop()
})

test('it keeps no process alive', async () => {
  vi.useRealTimers()
  const unref = vi.spyOn(setTimeout(() => {}, 0).constructor.prototype, 'unref')
  const clock = startClock(async () => {}, { report: () => {} })
  await new Promise((soon) => setTimeout(soon, 5))
  expect(unref).toHaveBeenCalled()
  await clock.stop()
})
