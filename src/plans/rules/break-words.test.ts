import { expect, test } from 'vitest'
import { planProblem } from '../../../tests/given/plan-problem.ts'
import { type Break, breaksOf } from '../../constellations/planner/breaks.ts'
import { breakInWords } from './break-words.ts'

const nameOf = (id: string) => `Home ${id}`
const problem = planProblem({ children: { least: 2, most: 4 } })
const say = (kind: Break['kind'], ...homes: number[]) =>
  breakInWords({ kind, homes, constellation: 0 }, problem, nameOf)

test.each<[Break['kind'], number[], string]>([
  ['number', [0], 'There is 1 constellation; 2 were asked for.'],
  ['placed', [3], 'Home D does not stand in the plan exactly once.'],
  ['not-hub', [1], 'Home B cannot be a hub.'],
  ['size', [0, 1, 2, 3, 4], 'Home A has 4 satellites; 1 to 3 were asked for.'],
  ['children', [0, 1, 2, 3, 4], '5 children would be around Home A; 2 to 4 were asked for.'],
  ['left-out', [2], 'Home C may not be left out.'],
  ['together', [4, 3], 'Home D and Home E go together, for the brothers and sisters who live there.'],
  ['apart', [2, 0], 'Home A and Home C must not be in one constellation.'],
  ['no-way', [5, 0], 'There is no way from Home F to Home A.'],
  ['settled-hub', [1], 'Home B is settled as a hub.'],
  ['lock', [1, 0], 'Home B is settled with the hub Home A.'],
  ['ban', [1, 0], 'Home B is never to be with the hub Home A.'],
])('%s', (kind, homes, says) => {
  expect(say(kind, ...homes)).toBe(says)
})

test('each rule that a plan breaks has a sentence', () => {
  const plan = { constellations: [{ hub: 0, satellites: [1, 2, 3, 4] }], leftOut: [5] }
  const says = breaksOf(problem, plan).map((one) => breakInWords(one, problem, nameOf))
  expect(says).toContain('Home F may not be left out.')
  expect(says).toContain('Home A has 4 satellites; 1 to 3 were asked for.')
})
