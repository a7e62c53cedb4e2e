import { clashesOf } from '../constellations/planner/clashes.ts'
import type { Context } from '../platform/context.ts'
import { BadInput } from '../platform/refusals.ts'
import type { PlanFacts, PlanSettings } from './rules/facts.ts'
import { calling, layOut } from './rules/laid.ts'
import { addPlan } from './store.ts'

/**
 * Keeps a plan that waits to be run. Where facts clash, so that no plan can keep every rule, each clash is a sentence at
 * `field` and nothing is saved; what a matrix lacks is said at it, with the references that its lines have (`references`: to
 * households).
 */
export async function keepPlan(
  context: Context,
  ground: { facts: PlanFacts; settings: PlanSettings },
  plan: { name: string; from?: { plan: string; change: string }; field: string },
  references: ReadonlyMap<string, string> = new Map(),
): Promise<string> {
  const { problem, wrong, holes, named, nameOf } = layOut(ground.facts, ground.settings)
  const referenceOf = new Map([...references].map(([reference, household]) => [household, reference]))
  const withReference = (household: string) => {
    const reference = referenceOf.get(household)
    return reference === undefined ? nameOf(household) : `${nameOf(household)} (${reference})`
  }
  // Where a matrix has holes, what its ways are is not known, and a clash would say what is not so.
  const clashes = holes.length > 0 ? wrong : [...new Set([...wrong, ...clashesOf(problem)])]
  const issues = [
    ...clashes.map((says) => ({ field: plan.field, message: named(says) })),
    ...holes.map((says) => ({ field: 'journeys', message: calling(says, withReference) })),
  ]
  if (issues.length > 0) throw new BadInput(issues)
  const { facts, settings } = ground
  return addPlan(context, { name: plan.name, facts, settings, from: plan.from })
}
