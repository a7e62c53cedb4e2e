import { expect, test } from 'vitest'
import type { PlacedAt } from '../register/read-positions.ts'
import { placeFinder } from './places.ts'

function found(places: PlacedAt[], postcode: string) {
  const finder = placeFinder([postcode, 'PO1 1ZZ'])
  places.forEach(finder.take)
  return finder.find(postcode)
}
const unit: PlacedAt = { place: 'PO1 1AA', level: 'unit', lat: 50.8, lon: -1.1 }
const sector: PlacedAt = { place: 'PO1 1', level: 'sector', lat: 50.7, lon: -1.2 }
const outcode: PlacedAt = { place: 'PO1', level: 'outcode', lat: 50.6, lon: -1.3 }

test('a postcode is where its unit is, or else its sector, or else its outcode', () => {
  expect(found([outcode, sector, unit], 'PO1 1AA')).toEqual({ lat: 50.8, lon: -1.1, level: 'unit' })
  expect(found([outcode, sector, unit], 'PO1 1AB')).toEqual({ lat: 50.7, lon: -1.2, level: 'sector' })
  expect(found([outcode, sector], 'PO1 2AB')).toEqual({ lat: 50.6, lon: -1.3, level: 'outcode' })
  expect(found([unit, sector, outcode], 'SO14 2AB')).toBeNull()
  expect(found([unit], 'nowhere')).toBeNull()
})

test('a sector or outcode that no line gives is the middle of the places in it', () => {
  const other: PlacedAt = { place: 'PO1 1AC', level: 'unit', lat: 50.6, lon: -1.3 }
  const middle = found([unit, other], 'PO1 1AB')
  expect([middle?.lat.toFixed(3), middle?.lon.toFixed(3), middle?.level]).toEqual([
    '50.700',
    '-1.200',
    'sector',
  ])
  expect(found([sector], 'PO1 2AB')).toEqual({ lat: 50.7, lon: -1.2, level: 'outcode' })
  expect(found([{ ...outcode, place: 'PO11' }], 'PO1 2AB')).toBeNull()
})
