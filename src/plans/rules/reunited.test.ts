import { expect, test } from 'vitest'
import { planChild, planFacts, planHousehold } from '../../../tests/given/plan-facts.ts'
import { siblingsIn } from './reunited.ts'

const child = (siblingGroup: string | null) => planChild('child', { siblingGroup })
const facts = planFacts([
  planHousehold('A', { children: [child('one'), child('two')] }),
  planHousehold('B', { children: [child('one'), child(null)] }),
  planHousehold('C', { children: [child('two')] }),
  planHousehold('D', { children: [child('three'), child('three')] }),
])
const where = (of: Record<string, number>) => (household: string) => of[household] ?? -1

test('families who live apart count, and those in one constellation', () => {
  expect(siblingsIn(facts, where({ A: 0, B: 0, C: 1, D: 1 }))).toEqual({
    groups: 2,
    together: 1,
    threads: [
      { a: 'A', b: 'B', together: true },
      { a: 'A', b: 'C', together: false },
    ],
  })
})

test('homes that are left out are not together', () => {
  expect(siblingsIn(facts, where({ C: 0 }))).toMatchObject({ groups: 2, together: 0 })
})
