import type { ShownPlanPage } from '../the-plan.ts'

/** The plan as a map. */
export function MapOf({ plan: _plan }: { plan: ShownPlanPage }) {
  return null
}
