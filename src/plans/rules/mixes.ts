import type { Mix } from '../../constellations/planner/problem.ts'
import { ageOn } from '../../values/london.ts'
import type { PlanHome } from './facts.ts'
import { unitsOf } from './settings.ts'

const BANDS = [
  { name: 'a child under 5', from: 0, until: 5 },
  { name: 'a child of 5 to 10', from: 5, until: 11 },
  { name: 'a child of 11 or over', from: 11, until: 200 },
]

/** More than this in one constellation who are best cared for alone costs, for each one more. */
const MOST_SOLO = 3

/** A constellation mixes ages and needs: someone of each age band, and at most three who are best cared for alone. */
export function mixesOf(homes: readonly PlanHome[], on: string, mixKm: number): Mix[] {
  const price = unitsOf(mixKm)
  if (price === 0) return []
  const counts = (is: (child: PlanHome['children'][number]) => boolean) =>
    homes.map(({ children }) => children.filter(is).length)
  const ages = BANDS.map(({ name, from, until }): Mix => {
    const within = (age: number) => age >= from && age < until
    return { name, counts: counts(({ bornOn }) => within(ageOn(bornOn, on))), least: 1, most: null, price }
  })
  const solo = counts((child) => child.solo)
  return [...ages, { name: 'children best cared for alone', counts: solo, least: 0, most: MOST_SOLO, price }]
}
