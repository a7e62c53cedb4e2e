import { list, longDay } from '../../values/words.ts'
import type { PlanFacts, PlanHome } from './facts.ts'

/** Why a home is not planned, in words that follow its name, each by itself; empty where it is planned. */
export function asideReasons(home: PlanHome, { on }: PlanFacts, placesNeeded: boolean): string[] {
  const reasons: string[] = []
  if (home.wantsMockingbird === 'no') reasons.push('does not want Mockingbird')
  if (!home.approved && home.needsApproval !== false) reasons.push(`is not approved on ${longDay(on)}`)
  if (home.inConstellation) reasons.push('is in a constellation already')
  if (placesNeeded && !home.place) reasons.push('has no known place')
  return reasons
}

/** The same in one breath: `is not approved on 28 November 2026 and has no known place`. */
export const sayReasons = (reasons: readonly string[]): string => list(reasons)
