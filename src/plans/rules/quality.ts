/** How good a plan is known to be. */
export type Quality = {
  /** The best there can be costs at most this share of it less, in percent; null where nothing is known of that. */
  withinPercent: number | null
  /** The same by the bound that sums alone check. */
  checkedPercent: number | null
  /** No plan costs less. */
  best: boolean
}

/** `bound` and `checkedBound` are what no plan that keeps the rules can cost less than; all in metres. */
export function qualityOf(
  total: number | null,
  bound: number | null,
  checkedBound: number | null,
  proven: boolean,
): Quality {
  if (total === null) return { withinPercent: null, checkedPercent: null, best: false }
  const best = proven || (bound !== null && bound >= total)
  return {
    withinPercent: best ? 0 : above(total, bound),
    checkedPercent: above(total, checkedBound),
    best,
  }
}

function above(total: number, bound: number | null): number | null {
  if (bound === null) return null
  if (total <= bound) return 0
  return bound <= 0 ? null : ((total - bound) / total) * 100
}

/** `0.4%`, never rounded to less than it is: `0.041` is `0.1%` with one place. */
export const percentInWords = (percent: number): string => {
  const places = percent < 1 ? 100 : 10
  return `${Math.ceil(percent * places) / places}%`
}
