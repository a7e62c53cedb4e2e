import { describe, expect, test } from 'vitest'
import { earlier, homeName, inWords, later, nameKey, or, replace, same } from './rules.ts'

test('a name is the same whatever its capitals and spaces', () => {
  expect(nameKey('  Orla \t Allen ')).toBe('orla allen')
  expect(nameKey('OrlaAllen')).not.toBe(nameKey('Orla Allen'))
})

describe('how a home is called', () => {
  test.each([
    [[], ''],
    [['Orla Allen'], 'Orla Allen'],
    [['Zara Hughes', 'Tom Hughes'], 'Zara and Tom Hughes'],
    [['Zara Hughes', 'Tom Reid'], 'Zara Hughes and Tom Reid'],
    [['Mary Ann Hughes', 'Tom Hughes'], 'Mary Ann and Tom Hughes'],
    [['Zara', 'Zara'], 'Zara and Zara'],
    [[' Hughes', 'Tom Hughes'], ' Hughes and Tom Hughes'],
    [['Zara ', 'Tom '], 'Zara  and Tom '],
    [['Z', 'Tom Z'], 'Z and Tom Z'],
  ])('%j is %j', (carers, name) => {
    expect(homeName(carers)).toBe(name)
  })
})

test('two values read the same, or not', () => {
  expect(same(undefined, null)).toBe(true)
  expect(same(null, undefined)).toBe(true)
  expect(same(['dog', 'cat'], ['dog', 'cat'])).toBe(true)
  expect(same(['dog', 'cat'], ['cat', 'dog'])).toBe(false)
  expect(same(false, null)).toBe(false)
  expect(same(0, null)).toBe(false)
})

test.each([
  [null, 'not known'],
  [undefined, 'not known'],
  ['', 'not known'],
  [true, 'yes'],
  [false, 'no'],
  [[], 'none'],
  [['dog', 'cat'], 'dog, cat'],
  ['special_guardianship_order', 'special guardianship order'],
  [3, '3'],
])('the value %j is said as %j', (value, says) => {
  expect(inWords(value)).toBe(says)
})

test('what is given stands before what was known', () => {
  expect(or('new', 'old')).toBe('new')
  expect(or<string>(null, 'old')).toBe('old')
  expect(or(null, undefined)).toBeNull()
})

test('the earlier and the later of two days', () => {
  expect([earlier('2026-01-02', '2026-01-10'), earlier('2026-01-10', '2026-01-02')]).toEqual([
    '2026-01-02',
    '2026-01-02',
  ])
  expect([later('2026-01-02', '2026-01-10'), later('2026-01-10', '2026-01-02')]).toEqual([
    '2026-01-10',
    '2026-01-10',
  ])
})

test('people leave only when others take their place', () => {
  expect(replace(['b', 'c'], ['a', 'b'])).toEqual({ added: ['c'], gone: ['a'] })
  expect(replace(['b'], ['a', 'b'])).toEqual({ added: [], gone: [] })
  expect(replace([], ['a'])).toEqual({ added: [], gone: [] })
  expect(replace(['a'], [])).toEqual({ added: ['a'], gone: [] })
})
