import { expect, test } from 'vitest'
import {
  child,
  FRIDAY,
  SATURDAY,
  SUNDAY,
  sleeper,
  span,
  stay,
  WEEKEND,
} from '../../../tests/given/stay-facts.ts'
import { daysOfNight, daysTogether, othersThere, sleepingOn } from './presence.ts'

test('somebody sleeps there who is there for any of the small hours', () => {
  const present = (from: string, to: string) =>
    sleepingOn(FRIDAY, [sleeper('guest', { present: [span(from, to)] })]).length > 0
  expect(present('2026-11-27 17:00', '2026-11-28 00:00')).toBe(false)
  expect(present('2026-11-27 17:00', '2026-11-28 00:01')).toBe(true)
  expect(present('2026-11-28 04:59', '2026-11-28 09:00')).toBe(true)
  expect(present('2026-11-28 05:00', '2026-11-28 23:00')).toBe(false)
  expect(sleepingOn(FRIDAY, [sleeper('guest', { present: [] })])).toEqual([])
})

test('a night belongs to its evening and its morning, as far as the stay goes', () => {
  expect(daysOfNight(FRIDAY, [FRIDAY, SATURDAY, SUNDAY])).toEqual([FRIDAY, SATURDAY])
  expect(daysOfNight(FRIDAY, [SATURDAY, SUNDAY])).toEqual([SATURDAY])
})

test('the days together are those of the time both are there', () => {
  expect(daysTogether([span('2026-11-20 09:00', '2026-11-28 10:00')], WEEKEND)).toEqual([FRIDAY, SATURDAY])
  expect(daysTogether([span('2026-11-29 10:00', '2026-12-06 10:00')], WEEKEND)).toEqual([SUNDAY])
  expect(daysTogether([span('2026-11-20 09:00', '2026-11-27 17:00')], WEEKEND)).toEqual([])
})

test('others there count whichever of their stretches touches the stay, however many children are asked for', () => {
  const twice = [span('2026-11-20 09:00', '2026-11-20 17:00'), span('2026-11-29 10:00', '2026-12-01 09:00')]
  const sleepers = [sleeper('bryn'), sleeper('there', { present: twice })]
  const facts = stay({ children: [child('Ash'), child('Bryn')], host: { sleepers } })
  expect(othersThere(facts).map((s) => s.child)).toEqual(['there'])
})

test('others there are at the host at some moment of the stay and were not asked for', () => {
  const sleepers = [
    sleeper('there'),
    sleeper('left', { present: [span('2026-11-20 09:00', '2026-11-27 17:00')] }),
    sleeper('ash'),
  ]
  const facts = stay({ children: [child('Ash')], host: { sleepers } })
  expect(othersThere(facts).map((s) => s.child)).toEqual(['there'])
})
