import { breaksOf } from '../constellations/planner/breaks.ts'
import { costOf } from '../constellations/planner/cost.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusals.ts'
import { layOut } from './rules/laid.ts'
import { nextVersion, type Seat } from './rules/standing.ts'
import { addPlan, findGround, findPlan, listPlans, seatsOf } from './store.ts'
import { setEnded } from './store-run.ts'

/**
 * Keeps a change by hand as a plan of its own, scored at once; the plan it comes from stays as it is. What no plan can cost
 * less than still holds: the rules are the same. Throws a `Refusal`, at `field`, where `change` says why it cannot be.
 */
export async function changeByHand(
  context: Context,
  plan: string,
  field: string,
  change: (
    seats: readonly Seat[],
    nameOf: (household: string) => string,
  ) => { seats: Seat[]; says: string } | string,
): Promise<string> {
  const { name, state, bound, checkedBound } = await findPlan(context, plan)
  if (state === 'waiting' || state === 'running')
    throw new Refusal('This plan is still being made. Wait for it, or stop it and keep the best so far.')
  const before = await seatsOf(context, plan)
  if (before.length === 0) throw new Refusal('This plan has no constellations to change.')
  const ground = await findGround(context, plan)
  const { problem, planOf, nameOf } = layOut(ground.facts, ground.settings)
  const changed = change(
    before.map(({ household, hub }) => ({ household, hub })),
    nameOf,
  )
  if (typeof changed === 'string') throw new Refusal(changed, { field })
  const names = (await listPlans(context)).map((one) => one.name)
  const then = planOf(changed.seats)
  const made = await addPlan(context, {
    name: nextVersion(name, names),
    facts: ground.facts,
    settings: ground.settings,
    from: { plan, change: changed.says },
  })
  await setEnded(context, made, {
    state: 'done',
    ended: 'hand',
    best: { seats: changed.seats, cost: costOf(problem, then) },
    broken: breaksOf(problem, then).length > 0,
    bound,
    checkedBound,
    multipliers: ground.multipliers,
  })
  return made
}
