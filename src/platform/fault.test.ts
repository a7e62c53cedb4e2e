import { DatabaseError } from 'pg'
import { expect, test } from 'vitest'
import { sayFault } from './fault.ts'

test('an error of the database is told without the row it speaks of', () => {
  const fault = new DatabaseError('invalid input syntax for type date: "Kit Marlowe"', 1, 'error')
  Object.assign(fault, { code: '23514', table: 'child', constraint: 'child_check' })
  fault.detail = 'Failing row contains (Kit, Marlowe, nut allergy).'
  const said = sayFault(fault)
  expect(said).toContain('PostgreSQL: code 23514, table child, constraint child_check')
  expect(said).toContain('fault.test.ts')
  expect(said).not.toMatch(/Kit|Marlowe|allergy/)
})

test('any other fault is told as it is', () => {
  expect(sayFault(new TypeError('x is not a function'))).toContain('x is not a function')
  expect(sayFault({ typed: 'Kit' })).toBe('Something that is no error was thrown')
})
