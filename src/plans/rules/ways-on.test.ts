import { expect, test } from 'vitest'
import { planFacts, planHousehold } from '../../../tests/given/plan-facts.ts'
import { usualSettings } from './settings.ts'
import type { Seat } from './standing.ts'
import { waysOn } from './ways-on.ts'

// Nine hubs in a row, farther and farther north; each with one home beside it.
const hubs = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const at = (n: number) => ({ lat: 50.8 + n / 100, lon: -1.1 })
const facts = planFacts(
  hubs.flatMap((n) => [
    planHousehold(`hub ${n}`, { place: at(n) }),
    planHousehold(`home ${n}`, { place: at(n), canBeHub: false }),
  ]),
)
const settings = {
  ...usualSettings(9),
  satellites: { least: 0, most: 1 },
  children: { least: 0, most: 9 },
}
const seats = hubs.flatMap((n): Seat[] => [
  { household: `hub ${n}`, hub: `hub ${n}` },
  { household: `home ${n}`, hub: `hub ${n}` },
])

test('leaving a home out says what that alone would break', () => {
  const left = (least: number) =>
    waysOn(facts, { ...settings, satellites: { least, most: 1 } }, seats, null, 'home 1').ways.at(-1)
  expect(left(0)).toMatchObject({ hub: null, because: [], breaks: [] })
  expect(left(1)?.because).toEqual(['hub 1 has 0 satellites; 1 were asked for'])
})

test('the nearest hubs are explained, and a home can be moved by hand to every other hub too', () => {
  const { ways, farther } = waysOn(facts, settings, seats, null, 'home 1')
  expect(ways.map(({ name }) => name)).toEqual([...[2, 3, 4, 5, 6, 7].map((n) => `hub ${n}`), 'Left out'])
  expect(farther.map(({ name }) => name)).toEqual(['hub 8', 'hub 9'])
  expect(farther[1]?.km).toBeCloseTo(8 * 1.112 * 1.3, 0)
  expect(farther[1]).toMatchObject({
    aloneKm: farther[1]?.km,
    breaks: ['hub 9 has 2 satellites; 0 to 1 were asked for.'],
  })
})
