export type Spread = { median: number; low: number; high: number; times: number }

const round = (value: number): number => Number(value.toPrecision(4))

/** The middle of the values, and the 5th and 95th percentile around it. */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { median: round(at(0.5)), low: round(at(0.05)), high: round(at(0.95)), times: values.length }
}
