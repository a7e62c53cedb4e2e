import { clashesOf } from '../constellations/planner/clashes.ts'
import type { Context } from '../platform/context.ts'
import { BadInput } from '../platform/refusals.ts'
import type { PlanFacts, PlanSettings } from './rules/facts.ts'
import { layOut } from './rules/laid.ts'
import { addPlan } from './store.ts'

/**
 * Keeps a plan that waits to be run. Where facts clash, so that no plan can keep every rule, each clash is a sentence at
 * `field` and nothing is saved.
 */
export async function keepPlan(
  context: Context,
  ground: { facts: PlanFacts; settings: PlanSettings },
  plan: { name: string; from?: { plan: string; change: string }; field: string },
): Promise<string> {
  const { problem, wrong, named } = layOut(ground.facts, ground.settings)
  const clashes = [...new Set([...wrong, ...clashesOf(problem)])].map(named)
  if (clashes.length > 0) throw new BadInput(clashes.map((message) => ({ field: plan.field, message })))
  const { facts, settings } = ground
  return addPlan(context, { name: plan.name, facts, settings, from: plan.from })
}
