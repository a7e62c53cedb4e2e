import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../tests/harness/database.ts'
import type { Database } from '../platform/database.ts'
import { NOWHERE, positionOf, positionsOf } from './position.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase()
  await database.owner.query(`insert into place_position (place, level, lat, lon) values
    ('GL1 1JY', 'unit', 51.8601, -2.2401), ('GL1 1', 'sector', 51.8632, -2.2439), ('GL1', 'outcode', 51.86, -2.24)`)
})
afterAll(() => database.close())

test.each([
  ['GL1 1JY', { lat: 51.8601, lon: -2.2401, from: 'unit' }],
  ['GL1 1GP', { lat: 51.8632, lon: -2.2439, from: 'sector' }],
  ['GL1 2FZ', { lat: 51.86, lon: -2.24, from: 'outcode' }],
  ['PO5 1XW', NOWHERE],
  ['not one', NOWHERE],
  [null, NOWHERE],
])('%s is found at the narrowest place that is known', async (postcode, position) => {
  expect(await positionOf(database.app, postcode)).toEqual(position)
})

test('many are looked up at once, each by itself', async () => {
  const found = await positionsOf(database.app, ['GL1 1JY', 'GL1 1GP', 'PO5 1XW', 'GL1 1JY'])
  expect([...found].map(([postcode, { from }]) => [postcode, from])).toEqual([
    ['GL1 1JY', 'unit'],
    ['GL1 1GP', 'sector'],
    ['PO5 1XW', 'none'],
  ])
})
