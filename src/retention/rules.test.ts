import { expect, test } from 'vitest'
import { packAt } from '../platform/rule-pack.ts'
import { holdProblem, keptFor, liftProblem } from './rules.ts'

test('each class says how long, in the words of the pack', () => {
  const kept = keptFor(packAt('2026-11-22'))
  expect(kept.child.map(({ says }) => says)).toEqual([
    'To the child’s 75th birthday',
    'For a child who died before 18: 15 years after',
  ])
  expect(kept.carer[0]?.says).toBe('At least 10 years after approval ends')
  for (const one of Object.values(kept).flat()) expect(one.source.length).toBeGreaterThan(10)
})

test('a hold counts from today or before', () => {
  expect(holdProblem('2026-11-22', '2026-11-22')).toBeNull()
  expect(holdProblem('2026-11-23', '2026-11-22')?.field).toBe('from')
})

test.each([
  ['2026-11-20', true],
  ['2026-11-21', false],
  ['2026-11-22', false],
  ['2026-11-23', true],
])('a hold of 20 November lifted on %s, seen on the 22nd', (from, wrong) => {
  expect(liftProblem('2026-11-20', from, '2026-11-22') !== null).toBe(wrong)
})
