import { describe, expect, test } from 'vitest'
import { journeyOf } from '../constellations/planner/journeys.ts'
import type { Problem } from '../constellations/planner/problem.ts'
import { readCpmp } from './read-cpmp.ts'

const THREE = ' 3   1 \r\n 0 0 120 3 \r\n\r\n1 1 2 14\r\n 0\t2.5\t120\t14\r\n'

function good(text: string, distance: 'exact' | 'floor' = 'exact'): Problem {
  const read = readCpmp(text, distance, 'three.txt')
  if ('wrong' in read) throw new Error(read.wrong.join('\n'))
  return read.value
}
const wrong = (text: string) => {
  const read = readCpmp(text, 'exact', 'three.txt')
  return 'wrong' in read ? read.wrong : []
}

test('nodes by number, demands as load, a hub as far as its capacity goes, exactly p constellations', () => {
  const problem = good(THREE)
  expect(problem.homes).toEqual([
    { id: '1', load: 3, children: 0, hub: { least: 0, most: 120 }, leaveOut: null },
    { id: '2', load: 14, children: 0, hub: null, leaveOut: null },
    { id: '3', load: 14, children: 0, hub: { least: 0, most: 120 }, leaveOut: null },
  ])
  expect(problem.constellations).toEqual({ least: 1, most: 1, price: 0 })
})

test('a node whose demand just fills its capacity may be a hub', () => {
  expect(good('1 1\n0 0 5 5\n').homes[0]?.hub).toEqual({ least: 0, most: 5 })
})

test('exact lengths are kept to a ten-thousandth, the others rounded down', () => {
  const exact = good(THREE)
  expect([exact.scale, journeyOf(exact.journeys, 3)(0, 1), journeyOf(exact.journeys, 3)(0, 2)]).toEqual([
    10_000, 14_142, 25_000,
  ])
  const floor = good(THREE, 'floor')
  expect([floor.scale, journeyOf(floor.journeys, 3)(0, 1), journeyOf(floor.journeys, 3)(0, 2)]).toEqual([
    1, 1, 2,
  ])
})

describe('what is wrong, with its line', () => {
  test.each([
    ['nothing', '', 'three.txt:1: it is empty; its first line must read “n p”.'],
    [
      'no first line',
      'a b\n',
      'three.txt:1: the first line must be two whole numbers, how many nodes and how many hubs, like “50 5”.',
    ],
    [
      'no hub',
      '3 0\n',
      'three.txt:1: the first line must be two whole numbers, how many nodes and how many hubs, like “50 5”.',
    ],
    [
      'a wrong count',
      '3 1\n0 0 9 1\n0 1 9 1\n',
      'three.txt:1: it says 3 nodes, and 2 lines of nodes follow; correct the number, or add or take out lines.',
    ],
    [
      'more hubs than nodes',
      '1 2\n0 0 9 1\n',
      'three.txt:1: it asks for 2 hubs of 1 node; ask for at most 1.',
    ],
    ['a missing number', '1 1\n0 0 9\n', 'three.txt:2: it has 3 numbers; write four: x y capacity demand.'],
    ['a negative demand', '1 1\n0 0 9 -1\n', 'three.txt:2: the demand is -1; write 0 or more.'],
    ['a half demand', '1 1\n0 0 9 1.5\n', 'three.txt:2: the demand, "1.5", is no whole number.'],
    ['a word', '1 1\n0 north 9 1\n', 'three.txt:2: y, "north", is no number; write one like 12.5.'],
    ['not a number', '1 1\nNaN 0 9 1\n', 'three.txt:2: x, "NaN", is no number; write one like 12.5.'],
    [
      'a demand above every capacity',
      '2 1\n0 0 9 1\n0 1 5 10\n',
      'three.txt:3: node 2 has a demand of 10, above every capacity: the largest is 9.',
    ],
  ])('%s', (_name, text, sentence) => {
    expect(wrong(text)).toEqual([sentence])
  })

  test('every line is said at once', () => {
    expect(wrong('2 1\n0 0 9\nx 0 9 -4\n')).toHaveLength(3)
  })
})
