import { breaksOf } from '../../constellations/planner/breaks.ts'
import { costOf } from '../../constellations/planner/cost.ts'
import { explain } from '../../constellations/planner/explain.ts'
import { movingOf } from '../../constellations/planner/moving.ts'
import type { Answer, Plan } from '../../constellations/planner/problem.ts'
import { breakInWords } from './break-words.ts'
import type { PlanFacts, PlanSettings } from './facts.ts'
import { type Laid, layOut } from './laid.ts'
import { moved } from './moves.ts'
import type { Seat } from './standing.ts'

/** Another place a home could be: with another hub of the plan, or out of every constellation (null). */
export type WayOn = {
  hub: string | null
  name: string
  /** From that hub; null where it is left out, or there is no way. */
  km: number | null
  /** What keeps it out, in words that follow the hub's name; where it is left out, the rules that this alone would break. Empty: it could be there, and the plan would cost more. */
  because: string[]
  /** What the plan would cost more with the home there: no plan costs less than this more; null: there is none. */
  atLeastKm: number | null
  /** A plan that was found with the home there costs so much more; null: none was found. */
  atMostKm: number | null
  /** Moved there alone, with nothing else moved. */
  aloneKm: number
  /** Each rule that moving it alone would break. */
  breaks: string[]
}

/** A hub of the plan that is farther away than those whose every cost is worked out. */
export type Farther = Pick<WayOn, 'name' | 'km' | 'aloneKm' | 'breaks'> & { hub: string }

/** A home near by that may be a hub, and was not chosen. */
export type NotChosen = { name: string; km: number | null; because: string[] }

const NEAREST = 6

/** Where else a home could be: the nearest hubs of the plan first, left out last. None for a hub or a home not planned. */
export function waysOn(
  facts: PlanFacts,
  settings: PlanSettings,
  seats: readonly Seat[],
  multipliers: readonly number[] | null,
  household: string,
): { ways: WayOn[]; farther: Farther[]; notChosen: NotChosen[] } {
  const laid = layOut(facts, settings)
  const home = laid.placeOf.get(household)
  const seat = seats.find((one) => one.household === household)
  if (home === undefined || !seat || seat.hub === household) return { ways: [], farther: [], notChosen: [] }
  const { problem } = laid
  const plan = laid.planOf(seats)
  const answer = answerOf(laid, plan, multipliers)
  const others = explain(problem, plan).others(home, problem.homes.length)
  const away = (way: number) => (way < 0 ? null : way / problem.scale)
  const chosen = others.filter(({ constellation }) => constellation !== null)
  const near = chosen.slice(0, NEAREST)
  const targets = [
    ...near.map(({ hub, way, because }) => ({ hub, km: away(way), because })),
    ...(seat.hub === null ? [] : [{ hub: null, km: null, because: [] }]),
  ]
  return {
    ways: targets.map(({ hub, km, because }) => {
      const key = hub === null ? null : (laid.homes[hub] ?? null)
      const { atLeast, atMost } = movingOf(problem, answer, home, hub)
      const byItself = alone(laid, seats, household, key)
      return {
        hub: key,
        name: key === null ? 'Left out' : laid.nameOf(key),
        km,
        because: hub === null ? byItself.breaks.map(unstopped) : because.map(laid.named),
        atLeastKm: atLeast === null ? null : atLeast / problem.scale,
        atMostKm: atMost === null ? null : atMost.units / problem.scale,
        ...byItself,
      }
    }),
    farther: chosen.slice(NEAREST).map(({ hub, way }) => {
      const key = laid.homes[hub] ?? ''
      return { hub: key, name: laid.nameOf(key), km: away(way), ...alone(laid, seats, household, key) }
    }),
    notChosen: others
      .filter(({ constellation }) => constellation === null)
      .slice(0, 3)
      .map(({ hub, way, because }) => ({
        name: laid.nameOf(laid.homes[hub] ?? ''),
        km: away(way),
        because: because.map(laid.named),
      })),
  }
}

/** A sentence to be put in a list. */
const unstopped = (sentence: string): string => sentence.replace(/\.$/, '')

/** The plan as the solver would have answered it; without multipliers the bound they give is the plainest. */
function answerOf({ problem }: Laid, plan: Plan, multipliers: readonly number[] | null): Answer {
  const certificate = { multipliers: multipliers ?? problem.homes.map(() => 0), bound: 0 }
  return { plan, cost: costOf(problem, plan), certificate, bound: 0, proven: false, ended: 'work' }
}

function alone(
  { problem, planOf, nameOf }: Laid,
  seats: readonly Seat[],
  household: string,
  hub: string | null,
) {
  const then = moved(seats, household, hub)
  if (typeof then === 'string') return { aloneKm: 0, breaks: [then] }
  const sentences = (of: readonly Seat[]) =>
    breaksOf(problem, planOf(of)).map((one) => breakInWords(one, problem, nameOf))
  const now = new Set(sentences(seats))
  const more = costOf(problem, planOf(then)).total - costOf(problem, planOf(seats)).total
  return { aloneKm: more / problem.scale, breaks: sentences(then).filter((says) => !now.has(says)) }
}
