import { expect, test } from 'vitest'
import { readJourneys } from './read-journeys.ts'

const homes = new Map([
  ['H1', 'one'],
  ['H2', 'two'],
])

test('columns are found by name, homes by reference', () => {
  expect(readJourneys('\uFEFFto,metres,from,note\nH2,1200.4,H1,by bus\n\n', homes)).toEqual({
    journeys: [{ from: 'one', to: 'two', metres: 1200 }],
    problems: [],
  })
})

test('every line that is wrong is named', () => {
  expect(readJourneys('from,to,metres\nH1,H9,5\nH1,H2,far\nH1,H2,-1\nH1,H2,', homes).problems).toEqual([
    'Line 2: no home has the reference “H9”',
    'Line 3: “far” is not a number of metres',
    'Line 4: “-1” is not a number of metres',
    'Line 5: “” is not a number of metres',
  ])
  expect(readJourneys('a,b,c\n', homes).problems).toHaveLength(1)
})
