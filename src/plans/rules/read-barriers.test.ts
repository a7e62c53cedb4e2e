import { expect, test } from 'vitest'
import { barriersInWords, readBarriers } from './read-barriers.ts'

const text = 'The harbour: 50.79 -1.11, 50.84 -1.1\nThe railway: 50.8 -1.2, 50.81 -1.1, 50.82 -1; 2.5'

test('a line is a barrier, crossed at a price or never, and reads back the same', () => {
  const { barriers, problems } = readBarriers(text)
  expect(problems).toEqual([])
  expect(barriers[0]).toEqual({
    name: 'The harbour',
    line: [
      { lat: 50.79, lon: -1.11 },
      { lat: 50.84, lon: -1.1 },
    ],
    extraKm: null,
  })
  expect(barriers[1]?.extraKm).toBe(2.5)
  expect(barriersInWords(barriers)).toBe(text)
})

test('each line that cannot be read says which, and how to mend it', () => {
  const { barriers, problems } = readBarriers(
    'no colon\n\nA: 50.8 -1.1\nB: 50.8, -1.1\nC: 50.8 -1.1, 50.9 -1.1; far\nD: 10 10, 11 11',
  )
  expect(barriers).toEqual([])
  expect(problems.map((says) => says.slice(0, 7))).toEqual([
    'Line 1:',
    'Line 3:',
    'Line 4:',
    'Line 5:',
    'Line 6:',
  ])
})
