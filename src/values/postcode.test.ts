import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPostcode, normalisePostcode, readPlace, splitPostcode } from './postcode.ts'

test.each([
  ['gl11jy', 'GL1 1JY'],
  [' PO5  1xw ', 'PO5 1XW'],
  ['EC1A1BB', 'EC1A 1BB'],
  ['w1a 0ax', 'W1A 0AX'],
  ['PO12 3AB', 'PO12 3AB'],
  ['GIR0AA', 'GIR 0AA'],
  ['b338th', 'B33 8TH'],
])('%s is written %s', (typed, written) => {
  expect(normalisePostcode(typed)).toBe(written)
  expect(isPostcode(typed)).toBe(true)
})

test('it falls apart into unit, sector and outcode', () => {
  expect(splitPostcode('po12 3ab')).toEqual({ unit: 'PO12 3AB', sector: 'PO12 3', outcode: 'PO12' })
})

test.each([
  '',
  'GL1',
  'GL1 1',
  'GL1 1J',
  '1GL 1JY',
  'GL1 1CO',
  'QA1 1AA',
  'GL111 1JY',
  '=cmd',
  'GL1 1JYY',
  'AIR 0AA',
])('%s cannot be a postcode', (typed) => {
  expect(isPostcode(typed)).toBe(false)
})

test.each([
  ['gl1 1jy', { place: 'GL1 1JY', level: 'unit' }],
  ['GL1 1', { place: 'GL1 1', level: 'sector' }],
  [' gl11 ', { place: 'GL11', level: 'outcode' }],
  ['GL1 1 JY', { place: 'GL1 1JY', level: 'unit' }],
  ['GL1 11', null],
  ['GL1  1', { place: 'GL1 1', level: 'sector' }],
  ['GL1 1 2', null],
  ['Gloucester', null],
  ['', null],
])('the place %s is read as %o', (text, place) => {
  expect(readPlace(text)).toEqual(place)
})

test('writing a postcode again changes nothing, and spaces and capitals make no difference', () => {
  const letters = fc.constantFrom('GL1 1JY', 'EC1A 1BB', 'M1 1AE', 'SW1W 0NY', 'B33 8TH')
  fc.assert(
    fc.property(letters, fc.nat(7), fc.boolean(), (postcode, at, small) => {
      const spread = `${postcode.slice(0, at)} ${postcode.slice(at)}`
      const typed = small ? spread.toLowerCase() : spread
      expect(normalisePostcode(typed)).toBe(postcode)
      expect(normalisePostcode(normalisePostcode(typed))).toBe(postcode)
    }),
  )
})

test('whatever is typed, it is read or refused, never a fault, and what is read is read again the same', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (typed) => {
      const place = readPlace(typed)
      if (place) expect(readPlace(place.place)).toEqual(place)
    }),
  )
})
