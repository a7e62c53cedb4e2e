import { expect, test } from 'vitest'
import { readJourneys } from './read-journeys.ts'

const homes = new Map([
  ['H1', 'one'],
  ['H2', 'two'],
  ['H,3', 'three'],
])

test('columns are found by name, homes by reference, as in a file of journeys', () => {
  expect(readJourneys('\uFEFFto,metres,from,note\nH2,1200.4,H1,by bus\n"H,3",no way,H1,\n\n', homes)).toEqual(
    {
      journeys: [
        { from: 'one', to: 'two', metres: 1200 },
        { from: 'one', to: 'three', metres: -1 },
      ],
      problems: [],
    },
  )
  expect(readJourneys('from,to,km\nH1,H2,1.5', homes).journeys).toEqual([
    { from: 'one', to: 'two', metres: 1500 },
  ])
})

test('every line that is wrong is named', () => {
  expect(readJourneys('from,to,metres\nH1,H2,far\nH2,H1,', homes).problems).toEqual([
    'Line 2: metres: "far" is no length; write metres like 12500, or “no way” where there is none',
    'Line 3: metres: it is empty; write metres like 12500, or “no way” where there is none',
  ])
  expect(readJourneys('a,b,c\n', homes).problems).toHaveLength(1)
})

test('a reference that is no home’s is named once', () => {
  expect(readJourneys('from,to,metres\nH1,H9,5\nH2,H9,7', homes)).toEqual({
    journeys: [],
    problems: ['No home has the reference “H9”: correct it, or take its lines out'],
  })
})

test('of another file not every line is listed', () => {
  const lines = Array.from({ length: 30 }, (_, at) => `H1,X${at},5`)
  const { problems } = readJourneys(['from,to,metres', ...lines].join('\n'), homes)
  expect(problems).toHaveLength(21)
  expect(problems.at(-1)).toBe('And 10 more like these')
})
