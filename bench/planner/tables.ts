import { BEST_KNOWN } from './best-known.ts'
import type { Class } from './classes.ts'
import { aboveBest, byInstance, median } from './goals.ts'
import { gapOf, type Run } from './job.ts'
import { between, percent, seconds, table, told } from './words.ts'

/** How many of the runs are proven. */
export const provenOf = (runs: readonly Run[]) =>
  `${runs.filter(({ found }) => found?.proven).length} of ${runs.length}`
const checkedGap = ({ found }: Run) =>
  found ? Math.max(0, (found.cost - found.checked) / Math.max(1, found.cost)) : Infinity
const memory = (megabytes: number) => `${Math.round(megabytes)}`

/** Whether every check of a class holds; said where that is not of all its instances, or the checker refused a plan. */
function verdict({ goal, instances }: Class, runs: readonly Run[]): string {
  if (runs.length === 0) return 'not measured'
  if (runs.some(({ refused }) => refused.length > 0)) return '**refused**'
  if (!goal) return '–'
  const many = byInstance(runs).length
  const of = many < instances.length ? ` (${many} of ${instances.length} instances)` : ''
  return `${goal.checks.every((check) => check(runs)) ? 'met' : '**not met**'}${of}`
}

/** One row for each class. */
export function classTable(measured: readonly { of: Class; runs: readonly Run[] }[]): string {
  return table(
    [
      'Class',
      'Found above best known',
      'Proven gap',
      'Gap by sums alone',
      'Proven',
      'Seconds',
      '5th–95th',
      'CPU seconds',
      'Peak MB',
      'Goal',
      '',
    ],
    measured.map(({ of, runs }) => [
      of.title,
      told(runs.map(aboveBest), percent),
      told(runs.map(gapOf), percent),
      told(runs.map(checkedGap), percent),
      provenOf(runs),
      told(
        runs.map(({ wall }) => wall),
        seconds,
      ),
      runs.length > 0
        ? between(
            runs.map(({ wall }) => wall),
            seconds,
          )
        : '–',
      told(
        runs.map(({ cpu }) => cpu),
        seconds,
      ),
      told(
        runs.map(({ peak }) => peak),
        memory,
      ),
      of.goal?.says ?? 'none',
      verdict(of, runs),
    ]),
  )
}

/** One row for each instance. */
export function instanceTable(runs: readonly Run[]): string {
  return table(
    [
      'Instance',
      'Homes',
      'Hubs',
      'Best known',
      'Found',
      'Above',
      'Proven gap',
      'Proven',
      'Seconds',
      'CPU',
      'Ended',
    ],
    byInstance(runs).map((its) => {
      const { instance, homes, hubs } = its[0] as Run
      const found = median(its.map((run) => run.found?.length ?? Infinity))
      const ended = new Set(its.map((run) => run.found?.ended ?? run.trouble ?? ''))
      return [
        instance,
        String(homes),
        String(hubs),
        String(BEST_KNOWN.get(instance) ?? '–'),
        Number.isFinite(found) ? String(Number(found.toFixed(3))) : 'none',
        told(its.map(aboveBest), percent),
        told(its.map(gapOf), percent),
        provenOf(its),
        told(
          its.map(({ wall }) => wall),
          seconds,
        ),
        told(
          its.map(({ cpu }) => cpu),
          seconds,
        ),
        [...ended].join(', '),
      ]
    }),
  )
}
