import type { Context } from '../platform/context.ts'
import { type Border, bordersIn } from './borders.ts'
import type { PlanFacts } from './rules/facts.ts'
import { bordersOf } from './store-borders.ts'

/** The councils' borders that come near the homes of a plan, as they were brought in last. */
export async function bordersAround(context: Context, { homes }: PlanFacts): Promise<Border[]> {
  const places = homes.flatMap(({ place }) => (place ? [place] : []))
  if (places.length === 0) return []
  const lats = places.map(({ lat }) => lat)
  const lons = places.map(({ lon }) => lon)
  const least = (numbers: number[]) => numbers.reduce((a, b) => Math.min(a, b))
  const most = (numbers: number[]) => numbers.reduce((a, b) => Math.max(a, b))
  const [south, north, west, east] = [least(lats), most(lats), least(lons), most(lons)]
  // The map shows a little more than the homes.
  const [high, wide] = [Math.max(0.05, north - south), Math.max(0.08, east - west)]
  return bordersIn(await bordersOf(context), {
    west: west - wide,
    south: south - high,
    east: east + wide,
    north: north + high,
  })
}
