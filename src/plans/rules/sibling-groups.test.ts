import { expect, test } from 'vitest'
import { siblingGroups } from './sibling-groups.ts'

test('a sibling of a sibling is of the same group, in whatever order they are told', () => {
  const pairs = [
    { a: 'c', b: 'd' },
    { a: 'b', b: 'a' },
    { a: 'd', b: 'b' },
    { a: 'x', b: 'y' },
  ]
  const groups = siblingGroups(pairs)
  expect(groups).toEqual(siblingGroups(pairs.toReversed()))
  expect([...groups].toSorted()).toEqual([
    ['a', 'a'],
    ['b', 'a'],
    ['c', 'a'],
    ['d', 'a'],
    ['x', 'x'],
    ['y', 'x'],
  ])
})

test('who has none is in none', () => {
  expect(siblingGroups([]).get('a')).toBeUndefined()
})
