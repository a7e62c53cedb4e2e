import type { PlanFacts, PlanSettings } from './facts.ts'
import type { Issue } from './typed.ts'
import { type RuleCode, rulesIn, ruleWords, without } from './without.ts'

type Ground = { facts: PlanFacts; settings: PlanSettings }
type Asked = {
  without: RuleCode | null
  household: string | null
  may: 'yes' | 'no' | null
  reason: string | null
}

/** The ground with the one thing changed that was asked for, and that change in words; or what is wrong with the asking. */
export function changedGround(
  ground: Ground,
  { without: rule, household, may, reason }: Asked,
): (Ground & { change: string }) | { issues: Issue[] } {
  if (rule !== null) {
    if (!rulesIn(ground).includes(rule))
      return { issues: [{ field: 'without', message: 'This plan does not have that rule. Choose another.' }] }
    return { ...without(rule, ground), change: `without ${ruleWords[rule]}` }
  }
  if (household === null)
    return {
      issues: [
        { field: 'without', message: 'Choose a rule to leave out, or a home to add or strike as hub' },
      ],
    }
  const home = ground.facts.homes.find((one) => one.household === household)
  const issues = [
    home ? null : { field: 'household', message: 'Choose a home of this plan' },
    may ? null : { field: 'may', message: 'Choose whether it may be a hub' },
    reason ? null : { field: 'reason', message: 'Enter why' },
  ].filter((issue) => issue !== null)
  if (issues.length > 0 || !home || !may || !reason) return { issues }
  const others = ground.settings.hubs.filter((one) => one.household !== household)
  const hubs = [...others, { household, may: may === 'yes', reason }]
  const change = may === 'yes' ? `${home.name} may be a hub` : `${home.name} is not to be a hub`
  return { facts: ground.facts, settings: { ...ground.settings, hubs }, change }
}
