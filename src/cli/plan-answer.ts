import { explain } from '../constellations/planner/explain.ts'
import { figuresOf } from '../constellations/planner/figures.ts'
import type { Plan, Problem } from '../constellations/planner/problem.ts'
import { sayWish } from '../plans/rules/say-wish.ts'
import { LONG_KM } from '../plans/rules/settings.ts'
import type { Ground } from './plan-ground.ts'
import type { Outcome } from './plan-run.ts'

/** What `--json` prints of one ground, or of several as one. Lengths are in `unit`; `gap` is a share of the objective. */
export type PlanAnswer = {
  objective: number
  lowerBound: number
  gap: number
  proven: boolean
  seconds: number
  constellations: { hub: string; satellites: string[] }[]
  leftOut: { household: string; because: string }[]
  unmetWishes: { wish: string; because: string }[]
  checkedBound: number
  ended: Outcome['ended']
  unit: Ground['unit']
  cost: Record<'journeys' | 'hubs' | 'leftOut' | 'wishes' | 'mix', number>
  journeys: {
    total: number
    mean: number | null
    median: number | null
    longest: number | null
    /** How many are longer than 15 km, as a share; null where lengths are not in kilometres. */
    over15km: number | null
  }
  siblings: { together: number; of: number }
}

/** An instance of so many homes has no wish to explain, and its plan explains itself. */
export function answerOf({
  ground,
  plan,
  cost,
  bound,
  checkedBound,
  proven,
  ended,
  seconds,
}: Outcome): PlanAnswer {
  const { problem, aside, unmet, unit, exact } = ground
  const { scale, homes } = problem
  const id = (home: number) => homes[home]?.id ?? ''
  const figures = figuresOf(problem, plan, LONG_KM * scale)
  const objective = exact ? lengthOf(problem, plan) : tidy(cost.total / scale)
  // The planner's sums are of rounded lengths: what they are off is taken off the bound, unless nothing is left open.
  const off = exact ? homes.length * 0.5 : 0
  const lowerBound = proven ? objective : tidy(Math.max(0, Math.min(objective, (bound - off) / scale)))
  const why = explain(problem, plan)
  const inUnits = (units: number | null) => (units === null ? null : tidy(units / scale))
  const { total: _, ...parts } = cost
  return {
    objective,
    lowerBound,
    gap: objective > 0 ? tidy((objective - lowerBound) / objective) : 0,
    proven,
    seconds,
    constellations: plan.constellations.map(({ hub, satellites }) => ({
      hub: id(hub),
      satellites: satellites.map(id),
    })),
    leftOut: [
      ...plan.leftOut.map((home) => ({ household: id(home), because: why.whyLeftOut(home) })),
      ...aside,
    ].toSorted((a, b) => (a.household < b.household ? -1 : 1)),
    unmetWishes: [
      ...why.unmet().map(({ wish, because }) => ({
        wish: sayWish(wish.kind, id(wish.a), id(wish.b)),
        because,
      })),
      ...unmet,
    ],
    checkedBound: tidy(Math.max(0, checkedBound - off) / scale),
    ended,
    unit,
    cost: Object.fromEntries(
      Object.entries(parts).map(([part, units]) => [part, tidy(units / scale)]),
    ) as PlanAnswer['cost'],
    journeys: {
      total: tidy(figures.total / scale),
      mean: inUnits(figures.mean),
      median: inUnits(figures.median),
      longest: inUnits(figures.longest),
      over15km: unit === 'km' ? tidy(figures.over) : null,
    },
    siblings: figures.siblings,
  }
}

/** Several agencies as one: sums; proven where each is, ended as the first that was not. */
export function together(answers: readonly PlanAnswer[]): PlanAnswer {
  const [first] = answers as [PlanAnswer, ...PlanAnswer[]]
  if (answers.length === 1) return first
  const sum = (of: (answer: PlanAnswer) => number) => tidy(answers.reduce((total, one) => total + of(one), 0))
  const [objective, lowerBound] = [sum((one) => one.objective), sum((one) => one.lowerBound)]
  const count = ({ constellations }: PlanAnswer) => constellations.flatMap((one) => one.satellites).length
  const satellites = answers.reduce((n, one) => n + count(one), 0)
  const long = answers.reduce((n, one) => n + count(one) * (one.journeys.over15km ?? 0), 0)
  const total = sum((one) => one.journeys.total)
  const most = (of: (answer: PlanAnswer) => number | null) => Math.max(...answers.map((one) => of(one) ?? 0))
  const part = (name: keyof PlanAnswer['cost']) => sum(({ cost }) => cost[name])
  return {
    ...first,
    objective,
    lowerBound,
    gap: objective > 0 ? tidy((objective - lowerBound) / objective) : 0,
    proven: answers.every(({ proven }) => proven),
    seconds: most(({ seconds }) => seconds),
    constellations: answers.flatMap(({ constellations }) => constellations),
    leftOut: answers.flatMap(({ leftOut }) => leftOut),
    unmetWishes: answers.flatMap(({ unmetWishes }) => unmetWishes),
    checkedBound: sum((one) => one.checkedBound),
    ended: answers.find(({ ended }) => ended !== 'proven')?.ended ?? 'proven',
    cost: {
      journeys: part('journeys'),
      hubs: part('hubs'),
      leftOut: part('leftOut'),
      wishes: part('wishes'),
      mix: part('mix'),
    },
    journeys: {
      total,
      mean: satellites > 0 ? tidy(total / satellites) : null,
      median: null,
      longest: most(({ journeys }) => journeys.longest),
      over15km: satellites > 0 && first.unit === 'km' ? tidy(long / satellites) : null,
    },
  }
}

/** The true sum of the satellites' lengths on the plane, not rounded. */
function lengthOf({ journeys }: Problem, { constellations }: Plan): number {
  if (journeys.kind !== 'plane')
    throw new Error('Only an instance on a plane has lengths that are not rounded')
  const { x, y } = journeys
  let total = 0
  for (const { hub, satellites } of constellations)
    for (const home of satellites)
      total += Math.hypot((x[hub] ?? 0) - (x[home] ?? 0), (y[hub] ?? 0) - (y[home] ?? 0))
  return tidy(total)
}

/** To a millionth: what comes after it is the machine's. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6
