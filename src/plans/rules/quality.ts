import type { Cost } from '../../constellations/planner/problem.ts'

/** How good a plan is known to be. */
export type Quality = {
  /** It costs at most this much more than the best there can be, in percent of that; null where nothing is known of it. */
  withinPercent: number | null
  /** The same by the bound that sums alone check. */
  checkedPercent: number | null
  /** No plan costs less. */
  best: boolean
  /** It breaks a rule, and so cannot be compared with plans that keep them all. */
  broken: boolean
}

/** What a plan's row says of it, in metres; `bound` and `checkedBound` are what no plan that keeps the rules can cost less than. */
export type Known = {
  readonly cost: Pick<Cost, 'total'> | null
  readonly bound: number | null
  readonly checkedBound: number | null
  readonly proven: boolean
  readonly broken: boolean
}

export function qualityOf({ cost, bound, checkedBound, proven, broken }: Known): Quality {
  if (cost === null || broken) return { withinPercent: null, checkedPercent: null, best: false, broken }
  const best = proven || (bound !== null && bound >= cost.total)
  return {
    withinPercent: best ? 0 : above(cost.total, bound),
    checkedPercent: above(cost.total, checkedBound),
    best,
    broken,
  }
}

function above(total: number, bound: number | null): number | null {
  if (bound === null) return null
  if (total <= bound) return 0
  return bound <= 0 ? null : ((total - bound) / bound) * 100
}

/** `0.5%`, never rounded to less than it is: `0.041` is `0.05%`. */
export const percentInWords = (percent: number): string => {
  const places = percent < 1 ? 100 : 10
  // What the machine's sums are off by is no hundredth more.
  return `${Math.ceil(percent * places - 1e-9) / places}%`
}
