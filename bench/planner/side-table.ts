import { byInstance, median } from './goals.ts'
import { gapOf, type Run } from './job.ts'
import { provenOf } from './tables.ts'
import { percent, seconds, table } from './words.ts'

const WAYS = { planner: 'the planner', program: 'whole program in HiGHS alone', search: 'local search alone' }

/** The planner and what it is measured against, medians: length and gap as they are, and times the planner's. */
export function sideTable(runs: readonly Run[]): string {
  const rows = byInstance(runs).flatMap((its) => {
    const figures = (way: Run['way']) => {
      const own = its.filter((run) => run.way === way)
      return {
        length: median(own.map(({ found }) => found?.length ?? Infinity)),
        gap: median(own.map(gapOf)),
        wall: median(own.map(({ wall }) => wall)),
        cpu: median(own.map(({ cpu }) => cpu)),
        proven: provenOf(own),
      }
    }
    const ours = figures('planner')
    return (['planner', 'program', 'search'] as const).map((way) => {
      const { length, gap, wall, cpu, proven } = figures(way)
      return [
        its[0]?.instance ?? '',
        WAYS[way],
        Number.isFinite(length) ? String(Number(length.toFixed(3))) : 'none',
        times(length, ours.length, 5),
        percent(gap),
        times(gap, ours.gap, 1),
        proven,
        seconds(wall),
        seconds(cpu),
      ]
    })
  })
  return table(
    ['Instance', 'By', 'Found', 'Found, times ours', 'Gap', 'Gap, times ours', 'Proven', 'Seconds', 'CPU'],
    rows,
  )
}

function times(value: number, ours: number, digits: number): string {
  if (!Number.isFinite(value)) return 'none'
  if (ours === 0) return value === 0 ? '1' : 'ours is 0'
  return (value / ours).toFixed(digits)
}
