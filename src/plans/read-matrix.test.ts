import { expect, test } from 'vitest'
import { readMatrix } from './read-matrix.ts'

const wrong = (text: string) => {
  const read = readMatrix(text, 'roads.csv')
  return 'wrong' in read ? read.wrong : []
}

test('metres, kilometres, and a way that is not there', () => {
  expect(readMatrix('\ufefffrom,to,metres\nH1,H2,1200\nH2,H1,no way\n', 'roads.csv')).toEqual({
    value: [
      { from: 'H1', to: 'H2', metres: 1200 },
      { from: 'H2', to: 'H1', metres: -1 },
    ],
  })
  expect(readMatrix('km,to,from\n1.2345,H2,H1\n', 'roads.csv')).toEqual({
    value: [{ from: 'H1', to: 'H2', metres: 1235 }],
  })
})

test.each([
  [
    'an empty length',
    'from,to,km\nH1,H2,\n',
    'roads.csv:2: km: it is empty; write kilometres like 12.5, or “no way” where there is none',
  ],
  [
    'no length',
    'from,to,metres\nH1,H2,far\n',
    'roads.csv:2: metres: "far" is no length; write metres like 12500, or “no way” where there is none',
  ],
  [
    'a length round the world',
    'from,to,km\nH1,H2,40000\n',
    'roads.csv:2: km: "40000" is no length; write kilometres like 12.5, or “no way” where there is none',
  ],
  ['no home', 'from,to,km\n,H2,1\n', 'roads.csv:2: from: it is empty; write the reference of a home'],
  [
    'a journey twice',
    'from,to,km\nH1,H2,1\nH1,H2,2\n',
    'roads.csv:3: to: the journey from H1 to H2 is already on line 2; keep one of the two',
  ],
  [
    'no lengths at all',
    'from,to\nH1,H2\n',
    'roads.csv:1: the whole file: it has no journeys with a length; give it the columns from, to and metres (or km), and a line for each journey',
  ],
  [
    'an Excel file',
    'PK\u0003\u0004',
    'roads.csv:1: the whole file: this is an Excel or zip file, not a CSV; open it in a spreadsheet, choose “Save as”, “CSV UTF-8”, and import that file',
  ],
])('%s', (_name, text, sentence) => {
  expect(wrong(text)).toEqual([sentence])
})
