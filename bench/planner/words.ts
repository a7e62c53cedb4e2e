import { spread } from '../statistics.ts'
import type { Run } from './job.ts'

/* How figures are written in the tables. */

/** Seconds to three figures. */
export const seconds = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(value >= 100 ? 4 : 3))) : 'none'

/** A share as percent; NaN is nothing to compare with, Infinity no plan or no bound. */
export function percent(share: number): string {
  if (Number.isNaN(share)) return '–'
  if (share === Infinity) return 'none'
  // A hair off is what the best known value was rounded by.
  if (Math.abs(share) < 5e-6) return '0'
  return `${(share * 100).toFixed(3)}%`
}

/** The middle, the worst, and where nine in ten are: one figure where there is but one. */
export function told(values: readonly number[], say: (value: number) => string): string {
  const known = values.filter((value) => !Number.isNaN(value))
  if (known.length === 0) return '–'
  const sorted = known.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] as number
  const worst = sorted.at(-1) as number
  if (say(sorted[0] as number) === say(worst)) return say(worst)
  return `${say(middle)}, worst ${say(worst)}`
}

/** From the 5th to the 95th percentile. */
export function between(values: readonly number[], say: (value: number) => string): string {
  const { low, high } = spread(values.filter((value) => !Number.isNaN(value)))
  return say(low) === say(high) ? say(low) : `${say(low)}–${say(high)}`
}

/** A run in one line, as it is told when it is done. */
export function sayRun(
  { instance, way, seed, found, trouble, wall, cpu, peak, refused }: Run,
  gap: number,
): string {
  const what = found
    ? `${Number(found.length.toFixed(3))}, ${found.proven ? 'proven' : `gap ${percent(gap)} (${found.ended})`}`
    : trouble
  const said = refused.length > 0 ? ` REFUSED: ${refused.join(' ')}` : ''
  return `  ${instance} seed ${seed} ${way}: ${what}, ${seconds(wall)} s (CPU ${seconds(cpu)} s, ${Math.round(peak)} MB)${said}`
}

/** A sentence where the runs did not have the processor to themselves: seconds that passed are then too many. */
export function busy(runs: readonly Run[]): string[] {
  const shares = runs.map(({ cpu, wall }) => cpu / wall).filter((share) => share <= 1.2)
  const { median } = spread(shares)
  if (!(median < 0.95)) return []
  return [
    `The machine did other work meanwhile: half of the runs had less than ${Math.round(median * 100)}% of a processor.`,
  ]
}

/** A table in markdown. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}
