import type { Context } from '../platform/context.ts'
import { changedSince, withChildrenOf } from './rules/changed.ts'
import { showPlan } from './rules/shown.ts'
import type { Seat } from './rules/standing.ts'
import { findGround, type PlanRow } from './store.ts'
import { factsOn } from './store-facts.ts'
import { askedAlready } from './store-freeze.ts'

/** Everything that stops a plan from becoming constellations now, each a sentence; none where nothing does. */
export async function whatStopsIt(
  context: Context,
  { plan, state }: Pick<PlanRow, 'plan' | 'state'>,
  seats: readonly Seat[],
): Promise<string[]> {
  if (state === 'frozen') return ['This plan is frozen already.']
  if (state === 'waiting' || state === 'running') return ['This plan is still being made.']
  if (seats.every(({ hub }) => hub === null)) return ['This plan has no constellations.']
  const { facts, settings } = await findGround(context, plan)
  const { breaks } = showPlan(facts, settings, seats)
  const inside = seats.filter(({ hub }) => hub !== null).map(({ household }) => household)
  const asked = await askedAlready(context, inside)
  const today = await factsOn(context, context.today)
  const since = showPlan(withChildrenOf(facts, today), settings, seats).breaks
  return [...new Set([...breaks, ...changedSince(facts, today, seats, asked), ...since])]
}
